using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>What a journal costs to open grows with its size, whatever it is made of. Counted in bytes allocated, because times depend on the machine.</summary>
public sealed class CostOfSizeTests : IDisposable
{
    private const long Allowance = 50_000_000;
    private const int Factor = 50;

    private static readonly Dictionary<string, Func<IEnumerable<string>>> Files = new()
    {
        ["one parameter set with 2,000 ranges"] = static () =>
            [ForeignLine.Running(), .. Many(2_000, static i => ForeignLine.Parameter("x0", "0.5", ForeignLine.Float(-i, 1)))],
        ["2,000 parameters set one by one, outside the space"] = static () =>
            [ForeignLine.Running(), ForeignLine.Parameter("x0", "7", ForeignLine.Float(0, 9)), .. Many(2_000, static i => ForeignLine.Parameter($"p{i}", "0.5", ForeignLine.Float(0, 1)))],
        ["4 parameters of 2,000 trials, each with ranges of its own"] = static () => Many(
            2_000,
            static i => ForeignLine.Template(1, "1", [.. Enumerable.Range(0, 4).Select(k => ($"x{k}", "0.5", ForeignLine.Float(-i - k, 1)))])),
        ["10,000 parameters of one trial"] = static () =>
            [ForeignLine.Template(1, "1", [.. Enumerable.Range(0, 10_000).Select(static i => ($"p{i}", "0.5", ForeignLine.Float(0, 1)))])],
        ["10,000 parameters, set one by one"] = static () =>
            [ForeignLine.Running(), .. Many(10_000, static i => ForeignLine.Parameter($"p{i}", "0.5", ForeignLine.Float(0, 1)))],
        ["20,000 studies"] = static () => Many(20_000, static i => ForeignLine.Study($"t{i}")),
        ["a study renamed 10,000 times"] = static () => Many(10_000, static i => ForeignLine.StudyAttribute("hypertune:name", i == 9_999 ? "\"s\"" : $"\"{i}\"")),
        ["100,000 attributes of one trial"] = static () => [ForeignLine.Running(), .. Many(100_000, static i => ForeignLine.TrialAttribute($"a{i}", "1"))],
        ["100,000 known attributes of one trial"] = static () => [ForeignLine.Running(), .. Many(100_000, static i => ForeignLine.TrialAttribute("fixed_params", $"{{\"x0\":0.{i}}}"))],
        ["100,000 user attributes of one trial"] = static () => [ForeignLine.Running(), .. Many(100_000, static i => ForeignLine.UserAttribute($"a{i}", "1"))],
        ["100,000 user attributes of one name"] = static () => [ForeignLine.Running(), .. Many(100_000, static i => ForeignLine.UserAttribute("size", $"0.{i}"))],
        ["a user attribute of a million letters, 20 times"] = static () => [ForeignLine.Running(), .. Many(20, static i => ForeignLine.UserAttribute("word", $"\"{new string('x', 1_000_000)}\""))],
        ["2,000 trials with 20 user attributes"] = static () => Many(2_000, static i => ForeignLine.Template(
            1, "1", user: $"{{{string.Join(',', Enumerable.Range(0, 20).Select(k => $"\"u{k}\":[{i},{{\"a\":\"{k}\"}}]"))},\"size\":{i}}}")),
        ["100,000 notes"] = static () => Many(100_000, static i => ForeignLine.StudyUserAttribute($"n{i}", $"{i}")),
        ["100,000 texts of one note"] = static () => Many(100_000, static i => ForeignLine.StudyUserAttribute("n", $"\"{i}\"")),
        ["50,000 reports of one trial"] = static () => [ForeignLine.Running(), .. Many(50_000, static i => ForeignLine.Report($"{i}", "1"))],
        ["50,000 reports, the last step first"] = static () => [ForeignLine.Running(), .. Many(50_000, static i => ForeignLine.Report($"{50_000 - i}", "1"))],
        ["50,000 reports of one step"] = static () => [ForeignLine.Running(), .. Many(50_000, static i => ForeignLine.Report("7", "1"))],
        ["20,000 instances"] = static () =>
            [ForeignLine.Running(), ForeignLine.TrialAttribute("hypertune:reports", "\"instance\""), .. Many(20_000, static i => ForeignLine.Report($"{i}", "1"))],
        ["100,000 choices"] = static () =>
            [ForeignLine.Template(1, "1", [("x0", "3", Choices(100_000)), ("x1", "0.5", ForeignLine.Float(0, 1))]), ForeignLine.Running(), ForeignLine.Parameter("x0", "7", Choices(100_000))],
        ["20,000 trials that wait for values"] = static () => Many(20_000, static i => ForeignLine.Waiting($"{{\"x0\":0.{i},\"x1\":0.5}}")),
        ["20,000 trials that wait for unknown values"] = static () => Many(20_000, static i => ForeignLine.Waiting($"{{\"x0\":0.{i},\"p{i}\":0.5}}")),
        ["20,000 trials that wait for values outside"] = static () => Many(20_000, static i => ForeignLine.Waiting($"{{\"x0\":{i + 2}}}")),
        ["20,000 interruptions of one trial"] = static () => [ForeignLine.Running(), .. Many(20_000, static i =>
            $$"""{"op_code":6,"worker_id":"w","trial_id":0,"state":{{(i % 2 == 0 ? 4 : 0)}},"values":null,"datetime_start":"2026-01-02T12:00:00.000000"}""")],
        ["5,000 spaces"] = static () => Many(5_000, static i => ForeignLine.StudyAttribute(
            "hypertune:space", $"{{\"parameters\":[{{\"name\":\"x0\",\"distribution\":\"uniform(0,{i + 1},0)\"}},{{\"name\":\"x1\",\"distribution\":\"uniform(0,1,0)\"}}]}}")),
        ["a space of 50,000 parameters before trials that have none of them"] = static () =>
            [ForeignLine.StudyAttribute("hypertune:space", $"{{\"parameters\":[{string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"{{\"name\":\"p{i}\",\"distribution\":\"uniform(0,1,0)\"}}"))}]}}"), .. Many(5_000, static i => ForeignLine.Waiting("{}"))],
        ["a number of a million digits"] = static () => [ForeignLine.Running(), ForeignLine.Report("1", new string('7', 1_000_000)), ForeignLine.Report("2", "0." + new string('7', 1_000_000))],
        ["names of a million letters"] = static () => [ForeignLine.Study(new string('n', 1_000_000)), ForeignLine.Running(), ForeignLine.Parameter(new string('p', 1_000_000), "1", ForeignLine.Float(0, 1))],
        ["a long line before many short ones"] = static () =>
            [ForeignLine.Template(1, "1", [.. Enumerable.Range(0, 20_000).Select(static i => ($"p{i}", "0.5", ForeignLine.Float(0, 1)))]), .. Many(20_000, static i => ForeignLine.Template(1, "1", [("x0", "0.5", ForeignLine.Float(0, 1))]))],
    };

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Kinds => [.. Files.Keys];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Memory_grows_with_the_size(string kind)
    {
        string path = _directory.File("large.journal");
        await File.WriteAllLinesAsync(path, [ForeignLine.Study(), .. Files[kind]()]);
        long limit = Allowance + (Factor * new FileInfo(path).Length);
        long listing = await AllocatedAsync(async () => Assert.Contains("s", await new JournalStorage(path).ListAsync()));
        long opening = await AllocatedAsync(async () => await Open(path).OpenAsync());
        long recording = await AllocatedAsync(async () => await OpenRecorded(path).OpenAsync());
        Assert.True(
            listing <= limit && opening <= limit && recording <= limit,
            string.Create(CultureInfo.InvariantCulture, $"{listing:N0} to list, {opening:N0} to open, {recording:N0} with records; {limit:N0} allowed"));
    }

    [Fact]
    public async Task User_attributes_that_no_record_asks_for_cost_no_memory()
    {
        // Beside what it takes to read a line as long.
        string path = _directory.File("attributes.journal");
        string big = $"\"{new string('x', 1_000_000)}\"";
        long[] allocated = new long[2];
        for (int i = 0; i < 2; i++)
        {
            string[] attributes = [.. Many(40, k => ForeignLine.UserAttribute(i == 0 ? "word" : $"a{k % 3}", big)), .. Many(40, k => ForeignLine.Template(1, "1", user: $"{{\"{(i == 0 ? "word" : "a")}\":{big}}}"))];
            await File.WriteAllLinesAsync(path, [ForeignLine.Study(), ForeignLine.Running(), .. attributes]);
            allocated[i] = await AllocatedAsync(async () => await OpenRecorded(path).OpenAsync());
        }

        // As texts, 80 times a million letters of two bytes each.
        Assert.InRange(allocated[0] - allocated[1], 160_000_000, long.MaxValue);
        Assert.InRange(allocated[1], 0, 20_000_000);
    }

    [Fact]
    public void More_parameters_than_a_trial_may_have_are_refused_with_the_line()
    {
        string path = _directory.File("parameters.journal");
        var line = new StringBuilder("{\"op_code\":4,\"study_id\":0,\"worker_id\":\"w\",\"datetime_start\":null,\"state\":4,\"params\":{},\"distributions\":{");
        string distribution = ForeignLine.Float(0, 1);
        line.AppendJoin(',', Enumerable.Range(0, 100_001).Select(i => $"\"p{i}\":{distribution}")).Append("}}");
        File.WriteAllLines(path, [ForeignLine.Study(), $"{line}"]);
        var exception = Assert.Throws<JournalException>(() => Open(path).Run(Studies.Bowl, 1));
        Assert.Equal(2, exception.Line);
        Assert.Contains("100000 parameters", exception.Message);
    }

    // A journal does its work on the thread of its caller, so that what other tests allocate meanwhile does not count.
    private static async Task<long> AllocatedAsync(Func<Task> work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task done = work();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        await done;
        return allocated;
    }

    private static IEnumerable<string> Many(int count, Func<int, string> line) => Enumerable.Range(0, count).Select(line);

    private static string Choices(int count)
        => ForeignLine.Text($"{{\"name\": \"CategoricalDistribution\", \"attributes\": {{\"choices\": [{string.Join(", ", Enumerable.Range(0, count))}]}}}}");

    private static Study<double[]> OpenRecorded(string path) => new(TestSpace.Cube(2), RecordedLoss.Instance, Options(path));

    private static Study<double[]> Open(string path) => Studies.Minimize(Options(path));

    private static StudyOptions Options(string path)
        => Studies.Seeded with { Name = "s", Storage = new JournalStorage(path), Seed = null, Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits } };
}
