namespace HyperTune.Tests;

/// <summary>Whatever a line holds, the only error that comes of it names the file and the line.</summary>
public sealed class DamagedContentTests : IDisposable
{
    private const int Depth = 40_000;

    private readonly TemporaryDirectory _directory = new();

    private static readonly Dictionary<string, string> Lines = new()
    {
        ["an operation that is none after a cut to 32 bits"] = """{"op_code":4294967296,"worker_id":"w","study_name":"t","directions":[1]}""",
        ["an operation beyond 64 bits"] = """{"op_code":18446744073709551616,"worker_id":"w","study_name":"t","directions":[1]}""",
        ["a negative operation"] = """{"op_code":-4294967296,"worker_id":"w","study_name":"t","directions":[1]}""",
        ["a direction beyond 32 bits"] = ForeignLine.Study("t", "[4294967297]"),
        ["a state beyond 32 bits"] = """{"op_code":6,"worker_id":"w","trial_id":0,"state":4294967297,"values":[1],"datetime_complete":"2026-01-02T12:01:00.000000"}""",
        ["a step beyond 64 bits"] = ForeignLine.Report("99999999999999999999", "1"),
        ["a step that is none"] = ForeignLine.Report("\"x\"", "1"),
        ["an offset from UTC in words"] = """{"op_code":7,"worker_id":"w","trial_id":0,"step":1,"intermediate_value":1,"hypertune:utc_offset":"x"}""",
        ["an offset from UTC of years"] = """{"op_code":7,"worker_id":"w","trial_id":0,"step":1,"intermediate_value":1,"hypertune:utc_offset":99999999}""",
        ["three offsets from UTC"] = """{"op_code":7,"worker_id":"w","trial_id":0,"step":1,"intermediate_value":1,"hypertune:utc_offset":[0,0,0]}""",
        ["a key of an imported trial in words"] = ForeignLine.TrialAttribute("hypertune:import_key", "\"x\""),
        ["a time that is none"] = ForeignLine.Completed("[1]", time: "yesterday"),
        ["values of another kind"] = ForeignLine.Completed("5"),
        ["an index beyond the choices"] = ForeignLine.Parameter("A", "7", ForeignLine.Text("""{"name": "CategoricalDistribution", "attributes": {"choices": ["a"]}}""")),
        ["attributes nested in attributes"] = ForeignLine.Parameter("X", "1", ForeignLine.Text(Nested("{\"attributes\":", "{}", "}"))),
        ["choices nested"] = ForeignLine.Parameter("X", "1", ForeignLine.Text($$$"""{"name": "CategoricalDistribution", "attributes": {"choices": [{{{Nested("[", "1", "]")}}}]}}""")),
        ["unknown attributes nested"] = ForeignLine.Parameter("X", "1", ForeignLine.Text($$$"""{"name": "FloatDistribution", "attributes": {"z": {{{Nested("{\"z\":", "1", "}")}}}}}""")),
        ["a distribution without an end"] = ForeignLine.Parameter("X", "1", ForeignLine.Text("""{"name": "FloatDistribution", "attributes": {"low": 0}}""")),
        ["a user attribute nested"] = $$$"""{"op_code":8,"worker_id":"w","trial_id":0,"user_attr":{"a":{{{Nested("[", "1", "]")}}}}}""",
        ["wanted values nested"] = ForeignLine.Waiting(Nested("{\"X\":", "1", "}")),
        ["nested brackets alone"] = new string('[', Depth),
        ["interruptions in words"] = ForeignLine.TrialAttribute("hypertune:interruptions", "\"x\""),
        ["interruptions beyond 32 bits"] = ForeignLine.TrialAttribute("hypertune:interruptions", "4294967296"),
        ["a lease that is no time"] = ForeignLine.TrialAttribute("hypertune:lease", "\"tomorrow\""),
        ["values that are none"] = ForeignLine.TrialAttribute("hypertune:values", "[1,\"x\"]"),
        ["metrics of a report that are none"] = ForeignLine.TrialAttribute("hypertune:report:1", "[1,\"x\"]"),
        ["metrics of a report without a step"] = ForeignLine.TrialAttribute("hypertune:report:first", "[1]"),
        ["metrics of a report of too large a step"] = ForeignLine.TrialAttribute("hypertune:report:2147483648", "[1]"),
        ["a gradient that is none"] = ForeignLine.TrialAttribute("hypertune:gradient", "{}"),
        ["a name that is none"] = ForeignLine.StudyAttribute("hypertune:name", "5"),
        ["a space of low above high"] = Space("uniform(1,0,0)"),
        ["a space of no number"] = Space("uniform(NaN,1,0)"),
        ["a space without an end"] = Space("uniform(0,1e999,0)"),
        ["a space of too many steps"] = Space("uniform(0,1e300,1e-300)"),
        ["a space of a number too few"] = Space("uniform(0,1)"),
        ["a space of an unknown distribution"] = Space("zeta(2)"),
        ["a space of labels cut off"] = Space("choice(99:a)"),
        ["a space of negative labels"] = Space("choice(-1:a)"),
        ["a space without labels"] = Space("choice()"),
        ["a space of logarithms of zero"] = Space("loguniform(0,1,0)"),
        ["a space of one name twice"] = ForeignLine.StudyAttribute("hypertune:space", "{\"parameters\":[" + string.Join(',', Enumerable.Repeat("{\"name\":\"x0\",\"distribution\":\"uniform(0,1,0)\"}", 2)) + "]}"),
        ["a space that is a text"] = ForeignLine.StudyAttribute("hypertune:space", "\"x\""),
        ["a space of too many parameters"] = ForeignLine.StudyAttribute("hypertune:space", "{\"parameters\":[" + string.Join(',', Enumerable.Range(0, 100_001).Select(static i => $"{{\"name\":\"x{i}\",\"distribution\":\"uniform(0,1,0)\"}}")) + "]}"),
        ["a seed in words"] = ForeignLine.StudyAttribute("hypertune:seed", "\"abc\""),
        ["a seed that is a number"] = ForeignLine.StudyAttribute("hypertune:seed", "5"),
        ["a seed beyond 64 bits"] = ForeignLine.StudyAttribute("hypertune:seed", "\"18446744073709551616\""),
        ["metrics that are none"] = ForeignLine.StudyAttribute("hypertune:metrics", "5"),
        ["an event that is no text"] = ForeignLine.StudyAttribute("hypertune:event:0", "{}"),
        ["an event that is none"] = Event("[]"),
        ["an event without values"] = Event("""{"kind":"assigned","trial":0}"""),
        ["an event of a space that was not declared"] = Event("""{"kind":"assigned","trial":0,"space":9,"values":[1]}"""),
        ["an event that makes a trial"] = Event("""{"kind":"started","trial":1,"space":0,"values":[0.5,0.5]}"""),
        ["an event of interruptions in words"] = Event("""{"kind":"expired","trial":0,"interruptions":"x"}"""),
        ["an event of a seed in words"] = Event("""{"kind":"seedChosen","seed":"abc"}"""),
        ["an end without a state"] = Event("""{"kind":"ended","trial":0}"""),
        ["an end that is none"] = Event("""{"kind":"ended","trial":0,"state":"running"}"""),
        ["an end without a value"] = Event("""{"kind":"ended","trial":0,"state":"completed"}"""),
        ["an end with too many values"] = Event("""{"kind":"ended","trial":0,"state":"completed","metrics":[1,2,3]}"""),
        ["an end without a finite value"] = Event("""{"kind":"ended","trial":0,"state":"completed","metrics":[null]}"""),
        ["an end with records that are none"] = Event("""{"kind":"ended","trial":0,"state":"completed","metrics":[1],"records":[1]}"""),
        ["an end with a record that is none"] = Event("""{"kind":"ended","trial":0,"state":"completed","metrics":[1],"records":{"a":null}}"""),
        ["an end with a record of many numbers"] = Event("""{"kind":"ended","trial":0,"state":"completed","metrics":[1],"records":{"a":["NaN",1]}}"""),
        ["a note without a name"] = Event("""{"kind":"noted","text":"x"}"""),
        ["a note that is no text"] = Event("""{"kind":"noted","note":"x","text":1}"""),
        ["a note of two names"] = """{"op_code":2,"worker_id":"w","study_id":0,"user_attr":{"a":1,"b":2}}""",
        ["a note nested"] = $$$"""{"op_code":2,"worker_id":"w","study_id":0,"user_attr":{"a":{{{Nested("[", "1", "]")}}}}}""",
        ["a time beyond all times"] = Event("""{"kind":"ended","trial":0,"state":"failed","time":"99999-01-01"}"""),
        ["an event nested"] = Event(Nested("{\"z\":", "1", "}")),
    };

    public static TheoryData<string> Damages => [.. Lines.Keys];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_line_that_cannot_be_right_is_named(string what)
    {
        string line = Lines[what];
        string path = _directory.File("damaged.journal");
        Study<double[]> before = Open(path, []);
        before.Ask();
        await before.DisposeAsync();
        string[] lines = File.ReadAllLines(path);
        await File.AppendAllTextAsync(path, line + "\n" + ForeignLine.Running() + "\n");
        byte[] content = await File.ReadAllBytesAsync(path);

        var exception = Assert.Throws<JournalException>(() => Open(path, []).Run(Studies.Bowl, 2));
        Assert.Equal((path, lines.Length + 1), (exception.Path, exception.Line));
        Assert.InRange(exception.Message.Length, 10, 2000);
        var onImport = await Assert.ThrowsAsync<JournalException>(() => Studies.Minimize().ImportAsync(path));
        Assert.Equal((path, lines.Length + 1), (onImport.Path, onImport.Line));
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
    }

    [Theory]
    [InlineData("hypertune:seed", "\"abc\"")]
    [InlineData("hypertune:seed", "5")]
    [InlineData("hypertune:metrics", "5")]
    [InlineData("hypertune:metrics", "{}")]
    [InlineData("hypertune:metrics", """{"name":"s","metrics":[{"name":"value","direction":"7"}]}""")]
    [InlineData("hypertune:metrics", """{"name":"s","metrics":[{"name":null}]}""")]
    [InlineData("hypertune:metrics", """{"name":"s","metrics":[{"name":"a","atLeast":2,"atMost":1}]}""")]
    [InlineData("hypertune:space", "[]")]
    [InlineData("hypertune:space", """{"parameters":[{"name":"x0","distribution":"uniform(1,0,0)"}]}""")]
    public async Task What_a_study_was_created_with_is_named_by_its_line(string attribute, string json)
    {
        // Only what a program of ours writes is a part of the creation.
        string path = _directory.File("created.journal");
        string author = ProcessIdentity.CreateToken();
        await File.WriteAllLinesAsync(path, [ForeignLine.Study("other"), Authored(ForeignLine.Study()), Authored(ForeignLine.StudyAttribute(attribute, json, 1))]);
        var exception = Assert.Throws<JournalException>(() => Open(path, []).Run(Studies.Bowl, 1));
        Assert.Equal((path, 3), (exception.Path, exception.Line));
        Assert.Equal(3, (await Assert.ThrowsAsync<JournalException>(() => Studies.Minimize().ImportAsync(path, "s"))).Line);

        // Other studies of the file are not concerned.
        Assert.Equal(["other", "s"], await new JournalStorage(path).ListAsync());
        Assert.Single(Open(path, [], "other").Run(Studies.Bowl, 1).Trials);

        string Authored(string line) => line.Replace("\"w\"", $"\"{author}\"", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"x0\":[1,{}]}")]
    [InlineData("{\"x0\":null}")]
    [InlineData("{\"\":1}")]
    public void Wanted_values_of_another_kind_never_throw(string json)
    {
        string path = _directory.File("wanted.journal");
        StudyResult<double[]> result = Open(path, [ForeignLine.Waiting(json), ForeignLine.Waiting("{}"), ForeignLine.TrialAttribute("fixed_params", json, 1)]).Run(Studies.Bowl, 4);
        Assert.Equal(4, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.True(TrialStates.IsEnd(trial.State)));
    }

    [Theory]
    [InlineData("4294967296")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    public void Numbers_of_studies_and_trials_that_there_are_not_are_passed_over(string number)
    {
        StudyResult<double[]> result = Open(
            _directory.File("numbers.journal"),
            [
                ForeignLine.Running(), $$"""{"op_code":1,"worker_id":"w","study_id":{{number}}}""",
                ForeignLine.Running().Replace("\"study_id\":0", $"\"study_id\":{number}", StringComparison.Ordinal),
                ForeignLine.Completed("[1]").Replace("\"trial_id\":0", $"\"trial_id\":{number}", StringComparison.Ordinal),
                ForeignLine.Report(number, "5"), ForeignLine.Completed("[7]"),
            ]).Run(Studies.Bowl, 1);
        Assert.Equal((7, 0), (result.Trials[0].Value, result.Trials[0].Reports.Length));
    }

    private static string Nested(string open, string middle, string close)
        => string.Concat(Enumerable.Repeat(open, Depth)) + middle + string.Concat(Enumerable.Repeat(close, Depth));

    private static string Space(string distribution)
        => ForeignLine.StudyAttribute("hypertune:space", $$"""{"parameters":[{"name":"x0","distribution":"{{distribution}}","condition":""}]}""");

    private static string Event(string payload) => ForeignLine.StudyAttribute("hypertune:event:0", ForeignLine.Text(payload));

    private static Study<double[]> Open(string path, string[] lines, string name = "s")
    {
        if (lines.Length > 0)
        {
            File.WriteAllLines(path, [ForeignLine.Study(), .. lines]);
        }

        return Studies.Minimize(Studies.Seeded with { Name = name, Storage = new JournalStorage(path), Seed = null });
    }
}
