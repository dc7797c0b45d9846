using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperTune.CompilerServices;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests.Restored;

/// <summary>Stored studies that are read without their config types.</summary>
public sealed class RestoredStudyTests
{
    private readonly SimulatedMedium _medium = new();

    private StudyOptions Options => new()
    {
        Name = "stored",
        Seed = 5,
        Storage = new SimulatedStorage(_medium),
        Strategy = Strategy.Random(),
    };

    [Fact]
    public async Task Trials_of_lists_unions_conditions_and_orders_are_what_they_were()
    {
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(Options with { Expected = Failures.Of<InvalidOperationException>() });
        study.Run((config, trial) => trial.Number % 7 == 3 ? throw new InvalidOperationException("no luck") : config.Rate + (config.Layers.Length * 1e-3), 60);
        await using RestoredStudy restored = await OpenAsync();
        Assert.Equal(StoredConfig.Space.Fingerprint, restored.Space.Fingerprint);
        Assert.Equal(StoredConfig.Space.Outline.Parameters.Select(Words), restored.Space.Outline.Parameters.Select(Words));
        Assert.Equal(
            StoredConfig.Space.Parameters.Select(static parameter => $"{parameter.Name}: {parameter.Distribution} {parameter.Condition?.ToString() ?? "always"}"),
            restored.Space.Parameters.Select(static parameter => $"{parameter.Name}: {parameter.Distribution} {parameter.Condition}"));
        StudyResult<StoredConfig> typed = study.GetResult();
        Assert.Equal(typed.Trials.Select(Facts), restored.Result.Trials.Select(Facts));
        Assert.Equal(typed.Best.Number, restored.Result.Best.Number);
        Assert.Equal(typed.BestReason, restored.Result.BestReason);
        Assert.Equal(5, restored.Seed);
        Assert.True(restored.HasDeclaredSpace && restored.HasPlainValue);

        // All that a value of a span of time tells is its seconds.
        Assert.Equal(
            typed.Trials.Select(static trial => Json(StoredConfig.Space, trial.Config)["Timeout"]!.GetValue<string>()),
            restored.Result.Trials.Select(static trial => VectorValue.ToTimeSpan(trial.Config.ToJson()["Timeout"]!.GetValue<double>()).ToString()));
        Assert.Equal(
            typed.Trials.Select(static trial => Without(Json(StoredConfig.Space, trial.Config), "Timeout")),
            restored.Result.Trials.Select(static trial => Without(trial.Config.ToJson(), "Timeout")));
    }

    [Fact]
    public async Task Optional_parts_are_absent_or_have_their_members()
    {
        Study<StoredTrainer> study = Study.Minimize<StoredTrainer>(Options);
        study.Run(static config => config.Warmup?.Epochs ?? 0, 40);
        await using RestoredStudy restored = await OpenAsync();
        string[] configs = [.. restored.Result.Trials.Select(static trial => trial.Config.ToJson().ToJsonString())];
        Assert.Equal(study.Trials.Select(static trial => Json(StoredTrainer.Space, trial.Config).ToJsonString()), configs);
        Assert.Contains(configs, static config => config.Contains("\"Warmup\":null", StringComparison.Ordinal));
        Assert.Contains(configs, static config => config.Contains("\"Solver\":{\"$type\":\"Stepwise\",\"Steps\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_are_those_of_the_type_also_of_orders_subsets_and_shares()
    {
        Study.Maximize<ComposedConfig>(Options).Run(static config => config.Mix[0], 20);
        Study<ComposedConfig> study = Study.Maximize<ComposedConfig>(Options);
        await using RestoredStudy restored = await OpenAsync();
        var typed = new StringWriter();
        study.GetResult().WriteCsv(typed);
        Assert.Equal(typed.ToString(), Csv(restored));
    }

    [Fact]
    public async Task Importance_is_that_of_the_type()
    {
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(Options);
        study.Run(static config => config.Augment ? config.Rotation : config.Rate, 80);
        await using RestoredStudy restored = await OpenAsync();
        Assert.Equal(
            study.GetResult().Importance().Select(Text),
            restored.Importance(objective: null).Select(Text));
    }

    [Fact]
    public async Task Several_metrics_have_their_front_and_their_table()
    {
        Study.Optimize<StoredTrainer, Tradeoff>(Options).Run(static (config, trial) => new Tradeoff(trial.Number % 11, (trial.Number * 7) % 13, trial.Number % 5), 40);
        Study<StoredTrainer, Tradeoff> study = Study.Optimize<StoredTrainer, Tradeoff>(Options);
        await using RestoredStudy restored = await OpenAsync();
        Assert.Equal(["Accuracy: maximize", "LatencyMs: minimize", "Memory: at most 3"], restored.Metrics.Select(static metric => $"{metric}"));
        Assert.True(restored.Front.Count > 1);
        Assert.Equal(study.GetResult().ParetoFront.Select(static trial => trial.Number), restored.Front.Select(static trial => trial.Number));
        var typed = new StringWriter();
        study.GetResult().WriteCsv(typed);
        Assert.Equal(typed.ToString(), Csv(restored));
    }

    [Fact]
    public async Task Records_of_trials_are_kept_whatever_they_are()
    {
        Study<StoredTrainer, Verdict> study = Study.Optimize<StoredTrainer, Verdict>(Options);
        study.Run(static (config, trial) => new Verdict(trial.Number, 0.5, trial.Number) { Converged = trial.Number > 3, Note = "n", Phase = Phase.Done }, 8);
        await using RestoredStudy restored = await OpenAsync();
        Assert.Equal(7, restored.Result.Best.Number);
        Assert.False(restored.HasPlainValue);
        Assert.StartsWith("number,state,F1,Recall,epochs,", Csv(restored), StringComparison.Ordinal);
        var typed = new StringWriter();
        study.GetResult().WriteCsv(typed);
        Assert.Equal(Column(typed.ToString(), "epochs"), Column(Csv(restored), "epochs"));
        Assert.Equal(Column(typed.ToString(), "Converged"), Column(Csv(restored), "Converged"));
    }

    [Fact]
    public async Task Narrowed_study_shows_the_part_and_what_is_outside()
    {
        Study.Minimize<StoredConfig>(Options).Run(static config => config.Rate, 20);
        SearchSpace<StoredConfig> part = StoredConfig.Space.Narrow(static space => space.Units.AtMost(64), static space => space.Augment.Fix(true));
        Study<StoredConfig> study = Study.Minimize(part, Options);
        study.Run(static config => config.Rate, 30);
        await using RestoredStudy restored = await OpenAsync();
        Assert.True(restored.Space.IsNarrowed);
        Assert.Equal("Uniform in [16, 64] in steps of 16", $"{restored.Space.FindParameter("Units")!.Distribution}");
        Assert.Equal(study.Trials.Select(static trial => trial.Fits), restored.Result.Trials.Select(static trial => trial.Fits));
        Assert.Equal(study.Best.Number, restored.Result.Best.Number);
        Assert.Equal(StoredConfig.Space.Fingerprint, restored.Space.Fingerprint);
    }

    [Fact]
    public async Task Study_that_was_continued_with_another_space_is_read_with_that()
    {
        Study.Minimize<StoredConfig>(Options).Run(static config => config.Rate, 5);
        StudyOptions changed = Options with { Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits } };
        Study<BoundedConfig> study = Study.Minimize<BoundedConfig>(changed);
        study.Run(static config => config.Rate, 8);
        await using RestoredStudy restored = await OpenAsync();
        Assert.Equal(BoundedConfig.Space.Fingerprint, restored.Space.Fingerprint);
        Assert.Equal(BoundedConfig.Space.Outline.Parameters.Select(Words), restored.Space.Outline.Parameters.Select(Words));
        Assert.Equal(study.Trials.Skip(5).Select(Facts), restored.Result.Trials.Skip(5).Select(Facts));

        // What a trial was not run with is nothing that it had.
        Assert.All(restored.Result.Trials.Take(5), trial => Assert.Equal(["Rate"], trial.Config.ToJson().Select(static member => member.Key)));
    }

    [Fact]
    public async Task Reading_writes_nothing()
    {
        Study.Minimize<StoredConfig>(Options).Run(static config => config.Rate, 5);
        byte[] before = _medium.Content.ToArray();
        await using RestoredStudy restored = await OpenAsync();
        using var writer = new Utf8JsonWriter(new MemoryStream());
        restored.WriteJson(writer);
        Assert.Equal(5, restored.Result.Trials.Count);
        Assert.Equal(before, _medium.Content.ToArray());
    }

    [Fact]
    public async Task What_the_default_config_scored_is_told_without_the_type()
    {
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(Options);
        study.Enqueue(StoredConfig.Space.Default);
        study.Run(static config => Math.Log10(config.Rate) + config.Layers.Length, 60);
        StudyResult<StoredConfig> typed = study.GetResult();
        await using RestoredStudy restored = await OpenAsync();
        Assert.Contains("The default config, trial 0, has -2: the search has gained ", restored.Describe(), StringComparison.Ordinal);
        Assert.Equal(OfDefault(typed.Describe()), OfDefault(restored.Describe()));

        // Spans of time apart, which without the type are seconds.
        StudyHint hint = typed.Hints().Single(static hint => hint.Kind == StudyHintKind.BetterDefault);
        StudyHint found = restored.Result.Hints().Single(static hint => hint.Kind == StudyHintKind.BetterDefault);
        Assert.Equal(hint.Text.Split(':')[0], found.Text.Split(':')[0]);
        Assert.Equal(hint.Trials.ToArray(), found.Trials.ToArray());
        Assert.Equal(hint.Better.ToArray(), found.Better.ToArray());
        Assert.Equal(VectorOf(StoredConfig.Space, StoredConfig.Space.Default), VectorOf(restored.Space, restored.Space.Default));
        Assert.Contains(double.NaN, VectorOf(restored.Space, restored.Space.Default));
    }

    [Fact]
    public async Task Default_config_of_a_narrowed_study_is_that_of_its_part()
    {
        SearchSpace<StoredConfig> part = StoredConfig.Space.Narrow(static space => space.Units.AtMost(128));
        Study.Minimize(part, Options).Run(static config => config.Rate, 5);
        await using (RestoredStudy restored = await OpenAsync())
        {
            Assert.True(restored.Space.IsNarrowed && restored.Space.HasDefault);
            Assert.Equal(VectorOf(part, part.Default), VectorOf(restored.Space, restored.Space.Default));
        }

        // With another value of what decides what else there is, its texts do not tell the default point.
        part = StoredConfig.Space.Narrow(static space => space.Units.AtMost(128), static space => space.Augment.Fix(true));
        Study.Minimize(part, Options).Run(static config => config.Rate, 10);
        await using RestoredStudy other = await OpenAsync();
        Assert.True(other.Space.IsNarrowed);
        Assert.False(other.Space.HasDefault);
        Assert.DoesNotContain(other.Result.Hints(), static hint => hint.Kind == StudyHintKind.BetterDefault);
    }

    private static string OfDefault(string description) => description.Split('\n').Single(static line => line.StartsWith("The default config", StringComparison.Ordinal));

    [Fact]
    public async Task Journal_without_defaults_says_nothing_of_the_default_config()
    {
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(Options);
        study.Enqueue(StoredConfig.Space.Default);
        study.Run(static config => Math.Log10(config.Rate) + config.Layers.Length, 60);
        string text = System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(_medium.Content), ",\"default\":[^,}]+", "");
        Assert.DoesNotContain("\"default\"", text, StringComparison.Ordinal);
        await using RestoredStudy restored = await RestoredStudy.OpenAsync(new SimulatedStorage(new SimulatedMedium(Encoding.UTF8.GetBytes(text))), "stored");
        Assert.False(restored.Space.Whole.HasDefault);
        Assert.DoesNotContain("default config", restored.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain(restored.Result.Hints(), static hint => hint.Kind == StudyHintKind.BetterDefault);
    }

    private static double[] VectorOf<T>(SearchSpace<T> space, T config)
    {
        double[] vector = new double[space.DimensionCount];
        space.Encode(config, vector);
        return vector;
    }

    private ValueTask<RestoredStudy> OpenAsync() => RestoredStudy.OpenAsync(new SimulatedStorage(_medium), "stored");

    private static string Csv(RestoredStudy study)
    {
        var writer = new StringWriter();
        study.WriteCsv(writer, study.Result.Trials);
        return writer.ToString();
    }

    private static string[] Column(string table, string name)
    {
        string[][] rows = [.. table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(','))];
        int place = Array.IndexOf(rows[0], name);
        Assert.True(place >= 0, name);
        return [.. rows.Select(row => row[place])];
    }

    private static string Words(ParameterOutline parameter) => $"{parameter.Name} {parameter.Distribution.Canonical} {parameter.Condition}";

    private static string Facts<T>(TrialRecord<T> trial)
        => $"{trial.Number} {trial.State} {trial.Value} {trial.Fits} {trial.FailureReason} {string.Join(' ', trial.Vector.ToArray())}";

    private static string Text(ParameterImportance importance) => $"{importance.Parameter.Name} {importance.Value:R}";

    private static JsonObject Json<T>(SearchSpace<T> space, T config)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            space.WriteJson(writer, config);
        }

        return JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!.AsObject();
    }

    private static string Without(JsonObject config, string member)
    {
        config.Remove(member);
        return config.ToJsonString();
    }
}
