using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperTune.Views.Documents;

namespace HyperTune.Tests.Views;

/// <summary>What pages are told of studies.</summary>
public sealed class StudyDocumentTests
{
    [Fact]
    public void Trials_stand_in_columns_with_what_their_records_say()
    {
        Study<TestConfig> study = Study.Maximize<TestConfig>(new StudyOptions { Name = "seen", Seed = 3, Strategy = Strategy.Random(), Expected = Failures.Any });
        study.Enqueue(new TestConfig());
        StudyResult<TestConfig> result = study.Run(
            static (config, trial) =>
            {
                trial.Report(0, config.X);
                trial.Report(5, config.X * 2);
                return trial.Number switch
                {
                    1 => throw new InvalidOperationException("no luck"),
                    2 => TrialOutcome.Pruned,
                    _ => config.X,
                };
            },
            30);
        JsonObject document = Write(StudySource.Of(result));
        JsonObject trials = document["trials"]!.AsObject();
        Assert.Equal("CFP" + new string('C', 27), (string?)trials["state"]);
        Assert.Equal(result.Trials.Select(static trial => trial.Value), Numbers(trials["metrics"]![0]!));
        Assert.Equal(result.Trials.Select(static trial => (double?)trial.Vector.Span[0]), Numbers(trials["parameters"]![0]!));
        Assert.Equal(result.Trials.Select(static trial => (double?)trial.Vector.Span[1]), Numbers(trials["parameters"]![1]!));
        Assert.Equal("enqueued", (string?)trials["origins"]![(int)trials["origin"]![0]!]);
        Assert.Equal("strategy", (string?)trials["origins"]![(int)trials["origin"]![1]!]);
        Assert.Contains("no luck", (string?)trials["failures"]![(int)trials["failure"]![1]!], StringComparison.Ordinal);
        Assert.Equal("[0,5]", trials["reports"]!["2"]!["steps"]!.ToJsonString());
        Assert.Equal(result.Best.Number, (int?)document["best"]);
        Assert.Equal(0, (int?)document["defaults"]);
        Assert.Equal(result.Describe().Split('\n'), document["summary"]!.AsArray().Select(static sentence => (string?)sentence));
        Assert.Equal(result.Hints().Length, document["hints"]!.AsArray().Count);
        Assert.Equal(["C#", "JSON", "Settings", "Env", "Args"], document["code"]!.AsArray().Select(static code => (string?)code!["label"]));
    }

    [Fact]
    public async Task Defaults_of_a_stored_study_are_those_of_its_type()
    {
        var medium = new SimulatedMedium();
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(new StudyOptions { Name = "seen", Seed = 3, Strategy = Strategy.Random(), Storage = new SimulatedStorage(medium) });
        study.Enqueue(StoredConfig.Space.Default);
        JsonObject typed = Write(StudySource.Of(study.Run(static config => config.Rate, 30)));
        await using RestoredStudy restored = await RestoredStudy.OpenAsync(new SimulatedStorage(medium), "seen");
        JsonObject document = Write(StudySource.Of(restored));
        Assert.Equal(0, (int?)document["defaults"]);
        Assert.Equal(Initial(typed), Initial(document));
        Assert.Contains(Initial(document), static value => value is null);

        static string?[] Initial(JsonObject document) => [.. document["parameters"]!.AsArray().Select(static parameter => parameter!["initial"]?.ToJsonString())];
    }

    [Fact]
    public void Importance_says_why_there_is_none()
    {
        JsonObject document = Write(StudySource.Of(Study.Minimize<TestConfig>(new StudyOptions { Strategy = Strategy.Random() }).Run(static config => config.X, 2)));
        Assert.Empty(document["importance"]![0]!["rows"]!.AsArray());
        Assert.Contains("at least 5 completed trials", (string?)document["importance"]![0]!["explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_without_trials_has_its_space_and_nothing_best()
    {
        JsonObject document = Write(StudySource.Of(Study.Minimize<TestConfig>().GetResult()));
        Assert.Equal(2, document["parameters"]!.AsArray().Count);
        Assert.Null(document["best"]);
        Assert.Null(document["trials"]!["begin"]);
        Assert.Empty(document["code"]!.AsArray());
    }

    [Fact]
    public void A_patch_points_to_the_texts_that_the_page_has()
    {
        var failures = new Queue<string>(["first", "second", "third"]);
        Study<TestConfig> study = Study.Minimize<TestConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Random(), Expected = Failures.Any });
        StudySource before = StudySource.Of(study.Run(_ => throw new InvalidOperationException(failures.Dequeue()), 2));
        StudySource after = StudySource.Of(study.Run(_ => throw new InvalidOperationException(failures.Dequeue()), 1));
        StudyDocument document = StudyDocument.For(before);
        JsonArray known = Write(writer => document.Write(writer, before, sequence: 7))["trials"]!["failures"]!.AsArray();
        JsonObject patch = Write(writer => document.WritePatch(writer, after, [after.Trials[2]], withHead: false, sequence: 8));
        Assert.Equal((8, 3), ((int)patch["sequence"]!, (int)patch["count"]!));
        JsonObject rows = patch["rows"]!.AsObject();
        Assert.Equal("[2]", rows["index"]!.ToJsonString());
        Assert.Equal(known.Select(static text => (string?)text), rows["failures"]!.AsArray().Take(2).Select(static text => (string?)text));
        Assert.Equal(2, (int?)rows["failure"]![0]);
        Assert.Empty(patch["rest"]!.AsObject());
    }

    [Fact]
    public void Trials_that_overlap_lie_in_lanes_of_their_own()
    {
        DateTimeOffset begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        TrialRow[] rows =
        [
            Row(0, begin, 10, "a"),
            Row(1, begin.AddSeconds(5), 10, "a"),
            Row(2, begin.AddSeconds(10), 1, "a"),
            Row(3, begin.AddSeconds(1), null, "b"),
            Row(4, begin.AddSeconds(60), 1, "b"),
            Row(5, null, null, null),
        ];
        Assert.Equal((IEnumerable<string?>)["a", "a, 2", "a", "b", "b, 2", null], WorkerLanes.Of(rows));
    }

    private static TrialRow Row(int number, DateTimeOffset? start, double? seconds, string? worker)
        => TrialRow.Of(new TrialRecord<TestConfig>(number, TestConfig.Space, new double[] { 0, 1 }, enqueued: null)
        {
            State = start is null ? TrialState.Waiting : TrialState.Completed,
            Value = 1,
            Reports = [],
            StartedAt = start ?? default,
            Duration = seconds is { } time ? TimeSpan.FromSeconds(time) : null,
            IsEnqueued = false,
            Worker = worker,
        });

    private static IEnumerable<double?> Numbers(JsonNode column) => column.AsArray().Select(static value => (double?)value);

    private static JsonObject Write(StudySource study) => Write(writer => StudyDocument.For(study).Write(writer, study));

    private static JsonObject Write(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            write(writer);
        }

        return JsonNode.Parse(Encoding.UTF8.GetString(content.ToArray()))!.AsObject();
    }
}
