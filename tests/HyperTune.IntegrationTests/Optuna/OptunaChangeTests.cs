namespace HyperTune.IntegrationTests;

/// <summary>Changes of several records, of which the real Optuna knows nothing: it reads and continues them, also one that was cut short.</summary>
public sealed class OptunaChangeTests : IAsyncLifetime, IDisposable
{
    private const string Name = "changes";

    private readonly TemporaryDirectory _directory = new();
    private string[] _lines = [];
    private int _before;

    /// <summary>Writes one trial and, in a change of three records, three known results.</summary>
    public async Task InitializeAsync()
    {
        string journal = _directory.File("whole.journal");
        Study<double[]> study = Open(journal);
        study.Run(static config => config[0], 1);
        _before = (await File.ReadAllLinesAsync(journal)).Length;
        Assert.Equal(3, study.Add([([0.25, 0.5], 3.0), ([0.5, 0.5], 2.0), ([0.75, 0.5], 1.0)]).Imported);
        _lines = await File.ReadAllLinesAsync(journal);
        Assert.Equal(_before + 3, _lines.Length);
        Assert.EndsWith(",\"hypertune:more\":2}", _lines[_before], StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_continues_a_change_and_what_it_continued_counts_also_when_it_was_cut_short()
    {
        for (int kept = 1; kept <= 3; kept++)
        {
            string journal = await WriteAsync($"continued{kept}.journal", kept);
            Assert.Equal($"{kept + 1}", await PopAsync(journal));
            Study<double[]> continued = Open(journal);
            Assert.Equal(kept + 2, continued.Trials.Count);
            await continued.TellAsync(await continued.AskAsync(), 0.5);
            await AssertSameAsync(continued, journal, kept + 3);
        }
    }

    [OptunaFact]
    public async Task Half_a_change_that_nobody_continued_is_as_if_it_had_never_been()
    {
        for (int kept = 1; kept <= 3; kept++)
        {
            string journal = await WriteAsync($"cut{kept}.journal", kept);
            int count = kept == 3 ? 4 : 1;
            Study<double[]> survivor = Open(journal);
            Assert.Equal(count, survivor.Trials.Count);
            await survivor.TellAsync(await survivor.AskAsync(), 0.5);
            await AssertSameAsync(survivor, journal, count + 1);
            Assert.Equal($"{count + 1}", await PopAsync(journal));
            await AssertSameAsync(Open(journal), journal, count + 2);
        }
    }

    [OptunaFact]
    public async Task Optuna_that_has_read_half_a_change_that_was_then_cut_off_has_to_be_started_again()
    {
        string after = await WriteAsync("after.journal", 1);
        Study<double[]> survivor = Open(after);
        survivor.Run(static config => config[0], 4);
        string journal = await WriteAsync("half.journal", 1);
        Assert.Contains((await Python.RunAsync("reread.py", journal, Name, after)).Trim(), (string[])["2 2", "2 unreadable"]);
        await AssertSameAsync(survivor, journal, 4);
    }

    /// <summary>Writes a journal that has the first records of the change.</summary>
    private async Task<string> WriteAsync(string name, int kept)
    {
        string journal = _directory.File(name);
        await File.WriteAllTextAsync(journal, string.Concat(_lines.Take(_before + kept).Select(static line => line + "\n")));
        return journal;
    }

    private static async Task<string> PopAsync(string journal) => (await Python.RunAsync("pop.py", journal, Name)).Trim().Split(' ')[0];

    private static async Task AssertSameAsync(Study<double[]> study, string journal, int count)
    {
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(journal);
        Assert.Equal(count, seen.Length);
        Assert.Equal(
            study.Trials.Select(static trial => ((double?)trial.Value, trial.Config[0], trial.Config[1])),
            seen.Select(static trial => (trial.Value, trial.Parameter("x0"), trial.Parameter("x1"))));
    }

    private static Study<double[]> Open(string journal)
        => new(TestSpace.Cube(2), OptimizationDirection.Minimize, new StudyOptions { Name = Name, Seed = 3, Storage = new JournalStorage(journal) });
}
