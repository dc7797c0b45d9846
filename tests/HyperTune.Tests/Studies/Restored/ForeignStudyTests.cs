namespace HyperTune.Tests.Restored;

/// <summary>Studies of other programs, whose spaces are told from their trials.</summary>
public sealed class ForeignStudyTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Parameters_are_those_of_the_trials_with_all_their_ranges()
    {
        await using RestoredStudy study = await RestoredStudy.OpenAsync(new JournalStorage(Write(directions: "1")), "theirs");
        Assert.False(study.HasDeclaredSpace);
        Assert.Null(study.Seed);
        Assert.True(study.HasPlainValue);
        Assert.Equal(
            ["lr: Log-uniform in [0.001, 1]", "layer.size: Uniform in [1, 16] in steps of 1", "act: One of relu, tanh"],
            study.Space.Parameters.Select(static parameter => $"{parameter.Name}: {parameter.Distribution}"));
        Assert.Equal(
            ["lr = 0.01, layer.size = 4, act = relu", "lr = 0.5, act = tanh", "lr = 0.002, layer.size = 16, act = relu"],
            study.Result.Trials.Select(static trial => trial.Describe()));
        Assert.All(study.Result.Trials, static trial => Assert.True(trial.Fits));
        Assert.Equal((1, 0.25), (study.Result.Best.Number, study.Result.Best.Value));
        Assert.Equal("""{"lr":0.01,"layer.size":4,"act":"relu"}""", study.Result.Trials[0].Config.ToJson().ToJsonString());
    }

    [Fact]
    public async Task Several_directions_make_a_front()
    {
        await using RestoredStudy study = await RestoredStudy.OpenAsync(new JournalStorage(Write(directions: "1,2")), "theirs");
        Assert.Equal(["value0: minimize", "value1: maximize"], study.Metrics.Select(static metric => $"{metric}"));
        Assert.Equal([1, 2], study.Front.Select(static trial => trial.Number));
    }

    [Fact]
    public async Task Name_that_is_not_there_is_answered_with_those_that_are()
    {
        var storage = new JournalStorage(Write(directions: "1"));
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoredStudy.OpenAsync(storage, "mine").AsTask());
        Assert.Contains("has no study 'mine'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'theirs'", exception.Message, StringComparison.Ordinal);
    }

    // As another program writes it: parameters come one by one, and the last trial has other ranges.
    private string Write(string directions)
    {
        string[] values = directions == "1" ? ["0.5", "0.25", "1"] : ["[0.5, 1]", "[0.25, 2]", "[1, 3]"];
        string path = _directory.File("theirs.journal");
        File.WriteAllLines(path, [
            $$"""{"op_code": 0, "worker_id": "w", "study_name": "theirs", "directions": [{{directions}}]}""",
            .. Trial(0, values[0], Float("lr", 0.01, "0.001", "0.1"), Int("layer.size", 4, 8), Choice("act", 0, "\"relu\", \"tanh\"")),
            .. Trial(1, values[1], Float("lr", 0.5, "0.01", "1.0"), Choice("act", 1, "\"relu\", \"tanh\"")),
            .. Trial(2, values[2], Float("lr", 0.002, "0.001", "0.1"), Int("layer.size", 16, 16), Choice("act", 0, "\"relu\", \"tanh\"")),
        ]);
        return path;
    }

    private static IEnumerable<string> Trial(int number, string values, params string[] parameters)
    {
        yield return """{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2026-01-02T03:04:05.000000"}""";
        foreach (string parameter in parameters)
        {
            yield return $$"""{"op_code": 5, "worker_id": "w", "trial_id": {{number}}, {{parameter}}}""";
        }

        yield return $$"""{"op_code": 6, "worker_id": "w", "trial_id": {{number}}, "state": 1, "values": {{(values[0] == '[' ? values : $"[{values}]")}}, "datetime_complete": "2026-01-02T03:04:06.000000"}""";
    }

    private static string Float(string name, double value, string low, string high)
        => Parameter(name, value, $$"""{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": {{low}}, \"high\": {{high}}, \"log\": true} }""");

    private static string Int(string name, int value, int high)
        => Parameter(name, value, $$"""{\"name\": \"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 1, \"low\": 1, \"high\": {{high}} } }""");

    private static string Choice(string name, int index, string choices)
        => Parameter(name, index, $$"""{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [{{choices.Replace("\"", "\\\"", StringComparison.Ordinal)}}]} }""");

    private static string Parameter(string name, double value, string distribution)
        => FormattableString.Invariant($"\"param_name\": \"{name}\", \"param_value_internal\": {value}, \"distribution\": \"{distribution}\"");
}
