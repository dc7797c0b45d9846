namespace HyperTune.Tests;

/// <summary>Journals that earlier versions wrote, with what those said about them.</summary>
public sealed class OldJournalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_journal_of_the_first_version_is_read_as_that_read_it()
    {
        string path = Path.Combine(_directory.Path, "old.journal");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "Old", "version-0.1.journal"), path);
        string[] expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Storage", "Old", "version-0.1.csv"));
        Study<OldConfig> study = Study.Minimize<OldConfig>(new StudyOptions { Name = "old", Storage = new JournalStorage(path) });
        using var table = new StringWriter();
        study.GetResult().WriteCsv(table);
        string[] lines = table.ToString().Split("\r\n");

        // Whether the trial of a process that has ended counts as running depends on the machine.
        Assert.Equal(expected.Where(static line => !IsOpen(line)), lines.Where(static line => line.Length > 0 && !IsOpen(line)));
        Assert.Equal(expected.Length, lines.Length - 1);
        Assert.Equal(7L, study.Seed);
        Assert.Equal(TrialState.Waiting, study.Trials[24].State);
        Assert.Equal([5.0], study.Trials[23].Reports.Select(static report => report.Value));
    }

    private static bool IsOpen(string line) => line.Contains(",running,", StringComparison.Ordinal) || line.Contains(",waiting,", StringComparison.Ordinal);
}
