namespace HyperTune.Tests;

/// <summary>Processes that are killed between folds: no score that was stored is found again.</summary>
public sealed class KilledFolderTests : IDisposable
{
    private const int FoldCount = 8;
    private const int Threads = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Whoever_runs_a_trial_again_goes_on_with_the_fold_at_which_it_was_killed()
    {
        const int Rounds = 6;
        string journal = _directory.File("crash.journal");
        var random = new Random(4);
        int scored = 0;
        for (int round = 0; round < Rounds; round++)
        {
            using var victim = new CrashWriterProcess(journal, 1_000_000, Threads, 5000, -FoldCount);
            await victim.WaitForWorkAsync().WaitAsync(Limit);
            await Task.Delay(random.Next(40));
            victim.Kill();
            await victim.WaitAsync().WaitAsync(Limit);
            Assert.True(victim.WasKilled, victim.Errors);
            Assert.Equal("", victim.Errors);
            scored += victim.Scored;
        }

        int budget = Open(journal).Trials.Count;
        using var last = new CrashWriterProcess(journal, budget, Threads, 0, -FoldCount);
        Assert.Equal(0, await last.WaitAsync().WaitAsync(Limit));
        scored += last.Scored;

        // A kill costs each thread the fold that it was at. The line of a fold may have been cut short by the kill.
        Assert.InRange(scored, (budget * FoldCount) - (Rounds * Threads), (budget * FoldCount) + (Rounds * Threads));
        Assert.All(Open(journal).Trials, static trial =>
        {
            Assert.Equal(TrialState.Completed, trial.State);
            Assert.Equal(trial.Config.X + ((FoldCount - 1) / 2.0), trial.Value!.Value, 1e-9);
            Assert.Equal(Enumerable.Range(0, FoldCount), trial.Reports.Select(static report => report.Step));
            Assert.All(trial.Reports, report => Assert.Equal(trial.Config.X + report.Step, report.Value));
        });
        Assert.StartsWith("KFold(40 samples, 8 folds); seed 11;", Assert.Single(Open(journal).Notes).Value, StringComparison.Ordinal);
    }

    private static Study<TestConfig> Open(string journal)
        => Study.Minimize<TestConfig>(new StudyOptions { Name = "crash", Storage = new JournalStorage(journal), Strategy = Strategy.Random() });
}
