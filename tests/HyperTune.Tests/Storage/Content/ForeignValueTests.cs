namespace HyperTune.Tests;

/// <summary>What others write into a journal is checked against the search space before it is used.</summary>
public sealed class ForeignValueTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("s.journal");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Level", "5000", "5000")]
    [InlineData("Level", "-1", "-1")]
    [InlineData("Level", "2.5", "2.5")]
    [InlineData("Level", "1e999", "Infinity")]
    [InlineData("Level", "null", "null")]
    [InlineData("Level", "\"two\"", "two")]
    [InlineData("Level", "true", "true")]
    [InlineData("Level", "[3]", "[3]")]
    [InlineData("Rate", "1e999", "Infinity")]
    [InlineData("Rate", "-Infinity", "-Infinity")]
    [InlineData("Rate", "NaN", "NaN")]
    [InlineData("Rate", "0", "0")]
    [InlineData("Odd", "4", "4")]
    [InlineData("Odd", "1e300", "1E+300")]
    [InlineData("Name", "\"c\"", "c")]
    [InlineData("Name", "1", "1")]
    [InlineData("Name", "null", "null")]
    public async Task A_wanted_value_that_the_space_does_not_have_is_never_run(string parameter, string json, string shown)
    {
        string others = string.Join(',', Whole.Where(entry => entry.Key != parameter).Select(static entry => $"\"{entry.Key}\":{entry.Value}"));
        foreach (bool isDeclared in new[] { true, false })
        {
            foreach (string wanted in new[] { $"{{\"{parameter}\":{json}}}", $"{{\"{parameter}\":{json},{others}}}" })
            {
                await CheckAsync(isDeclared, parameter, shown, ForeignLine.Waiting(wanted));

                // Optuna's workers find values also where they come after the trial.
                await CheckAsync(isDeclared, parameter, shown, ForeignLine.Waiting("{}"), ForeignLine.TrialAttribute("fixed_params", wanted, isDeclared ? 1 : 0));
            }
        }
    }

    [Theory]
    [InlineData("Level", "5000", "5000")]
    [InlineData("Rate", "1e999", "Infinity")]
    [InlineData("Rate", "NaN", "NaN")]
    [InlineData("Odd", "4", "4")]
    public async Task A_value_that_somebody_set_is_never_run_where_the_space_does_not_have_it(string parameter, string json, string shown)
    {
        string distribution = parameter == "Rate" ? ForeignLine.Float(0, 1e300) : ForeignLine.Int(-9, 9000);
        await CheckAsync(true, parameter, shown, ForeignLine.Waiting("{}"), ForeignLine.Parameter(parameter, json, distribution, 1));
        await CheckAsync(true, parameter, shown, ForeignLine.Template(4, parameters: [(parameter, json, distribution)]));
    }

    [Fact]
    public async Task Values_that_the_space_has_are_run_and_others_are_passed_over()
    {
        await WriteAsync(
            true,
            ForeignLine.Waiting("""{"Level":5,"Rate":0.25,"Odd":9.0,"Name":"B","Share":0.5,"Extra":77,"Unknown":[1]}"""),
            ForeignLine.Waiting("""{"Share":0.9,"Extra":2.5,"Unknown":"x"}"""));
        var seen = new List<ForeignConfig>();
        StudyResult<ForeignConfig> result = Open().Run(
            config =>
            {
                seen.Add(config);
                return config.Rate;
            },
            3);
        Assert.Equal(((byte)5, 0.25, 9, "b"), (seen[0].Level, seen[0].Rate, seen[0].Odd, seen[0].Name));
        Assert.Equal("Level = 5, Rate = 0.25, Odd = 9, Name = b, Share = 0.5", result.Trials[1].Describe());
        Assert.Equal((0.9f, 2.5), (seen[1].Share, seen[1].Extra));
        Assert.All(result.Trials, static trial => Assert.True(trial.Fits && ForeignConfig.Space.Contains(trial.Vector.Span)));
    }

    [Fact]
    public async Task Values_that_break_a_constraint_are_never_run()
        => await CheckAsync(true, "IsBalanced", "", ForeignLine.Waiting("""{"Level":5,"Odd":1}"""));

    [Theory]
    [InlineData("Level", "5000", true)]
    [InlineData("Level", "0", true)]
    [InlineData("Rate", "7.5", false)]
    [InlineData("Rate", "1e999", false)]
    [InlineData("Rate", "NaN", false)]
    [InlineData("Odd", "4", true)]
    public async Task A_finished_trial_outside_the_space_shows_what_it_was_and_is_never_the_best(string parameter, string json, bool isInteger)
    {
        string distribution = isInteger ? ForeignLine.Int(-9, 9000) : ForeignLine.Float(0, 1e300);
        await WriteAsync(
            true,
            ForeignLine.Template(1, "-100", [(parameter, json, distribution)]),
            ForeignLine.Template(0),
            ForeignLine.Parameter(parameter, json, distribution, 2),
            ForeignLine.Completed("[-99]", 2));
        StudyResult<ForeignConfig> result = Open(ChangedSpacePolicy.ContinueWithNearest).Run(static config => config.Rate, 5);
        string shown = json == "1e999" ? "Infinity" : json;
        foreach (TrialRecord<ForeignConfig> trial in result.Trials.Skip(1).Take(2))
        {
            Assert.Equal((TrialState.Completed, false), (trial.State, trial.Fits));
            Assert.Contains($"{parameter} = {shown}", trial.Describe());
            Assert.Contains(parameter, Assert.Throws<InvalidOperationException>(() => trial.Config).Message);
        }

        Assert.True(result.Best.Fits && result.BestObserved.Fits && result.BestByMean?.Fits != false);
        Assert.True(result.Best.Value > 0);

        // Nor does another study take such a trial over.
        var others = Study.Minimize<ForeignConfig>();
        ImportSummary summary = await others.ImportAsync(Path);
        Assert.Equal(2, summary.LeftOut);
        Assert.All(others.Trials, static trial => Assert.True(trial.Fits && trial.Value > 0));
    }

    [Fact]
    public async Task A_suggestion_that_breaks_a_constraint_with_the_wanted_values_is_not_run()
    {
        await WriteAsync(true, [.. Enumerable.Repeat(ForeignLine.Waiting("""{"Level":5}"""), 8)]);
        StudyResult<ForeignConfig> result = Open().Run(
            static config =>
            {
                Assert.True(config.Level <= config.Odd);
                return config.Rate;
            },
            12);
        Assert.All(result.Trials, static trial => Assert.True(trial.State == TrialState.Completed || trial.FailureReason!.Contains("IsBalanced", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Whole { get; } = new()
    {
        ["Level"] = "3",
        ["Rate"] = "0.5",
        ["Odd"] = "7",
        ["Name"] = "\"a\"",
        ["Share"] = "0.5",
    };

    private async Task CheckAsync(bool isDeclared, string parameter, string shown, params string[] lines)
    {
        await WriteAsync(isDeclared, lines);
        int first = isDeclared ? 1 : 0;
        StudyResult<ForeignConfig> result = Open().Run(
            static config =>
            {
                double[] vector = new double[ForeignConfig.Space.DimensionCount];
                ForeignConfig.Space.Encode(config, vector);
                Assert.True(ForeignConfig.Space.Contains(vector));
                return config.Rate;
            },
            first + 3);
        TrialRecord<ForeignConfig> trial = result.Trials[first];
        Assert.Equal(TrialState.Failed, trial.State);
        Assert.Contains(parameter, trial.FailureReason);
        Assert.Contains(shown, trial.FailureReason);
        if (shown.Length > 0)
        {
            Assert.Contains("Allowed:", trial.FailureReason);
        }

        Assert.Equal(first + 3, result.Trials.Count);
        Assert.All(result.Trials.Skip(first + 1), static other => Assert.Equal(TrialState.Completed, other.State));

        // Whoever opens the file again sees the same.
        TrialRecord<ForeignConfig> again = Open().Trials[first];
        Assert.Equal((trial.FailureReason, trial.Fits, trial.Describe()), (again.FailureReason, again.Fits, again.Describe()));
    }

    private async Task WriteAsync(bool isDeclared, params string[] lines)
    {
        File.Delete(Path);
        if (isDeclared)
        {
            await using Study<ForeignConfig> study = Open();
            study.Run(static config => config.Rate, 1);
        }
        else
        {
            await File.WriteAllLinesAsync(Path, [ForeignLine.Study()]);
        }

        await File.AppendAllLinesAsync(Path, lines);
    }

    private Study<ForeignConfig> Open(ChangedSpacePolicy policy = ChangedSpacePolicy.Refuse) => Study.Minimize<ForeignConfig>(new StudyOptions
    {
        Name = "s",
        Strategy = Strategy.Random(),
        Storage = new JournalStorage(Path),
        Sharing = new SharingOptions { ChangedSpace = policy },
    });
}
