namespace HyperTune.Tests;

/// <summary>Processes that are killed while their trials save: no checkpoint is lost or torn, and no bytes are left that nobody knows.</summary>
public sealed class KilledSaverTests : IDisposable
{
    private const int Kept = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Savers_killed_at_random_moments_lose_no_checkpoint_and_leave_no_garbage()
    {
        const int Unlimited = 1_000_000;
        string journal = _directory.File("crash.journal");
        var random = new Random(3);
        int resumed = 0;
        for (int round = 0; round < 6; round++)
        {
            CrashWriterProcess[] victims = [.. Enumerable.Range(0, 4).Select(_ => new CrashWriterProcess(journal, Unlimited, 2, 2000, Kept))];
            await Task.WhenAll(victims.Select(static victim => victim.WaitForWorkAsync())).WaitAsync(Limit);
            await Task.Delay(random.Next(80));
            foreach (CrashWriterProcess victim in victims)
            {
                using (victim)
                {
                    victim.Kill();
                    await victim.WaitAsync().WaitAsync(Limit);
                    Assert.True(victim.WasKilled, victim.Errors);
                    Assert.Equal("", victim.Errors);
                    resumed += victim.Resumed;
                }
            }
        }

        // One that nobody kills finishes what was left over.
        int budget = Open(journal).Trials.Count + 4;
        using var last = new CrashWriterProcess(journal, budget, 2, 2000, Kept);
        Assert.Equal(0, await last.WaitAsync().WaitAsync(Limit));
        resumed += last.Resumed;
        Assert.True(resumed > 0);

        IReadOnlyList<TrialRecord<TestConfig>> trials = Open(journal).Trials;
        Assert.Equal(budget, trials.Count);
        Assert.All(trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        TrialRecord<TestConfig>[] best = [.. trials.OrderBy(static trial => trial.Value).ThenBy(static trial => trial.Number).Take(Kept)];
        Assert.Equal(
            best.Select(static trial => trial.Number).Order(),
            trials.Where(static trial => trial.Checkpoint is not null || trial.Artifacts.Count > 0).Select(static trial => trial.Number));
        foreach (TrialRecord<TestConfig> trial in best)
        {
            Assert.StartsWith($"{trial.Number} 5 fff", await ArtifactPlace.TextOf(trial.Artifacts["model.txt"]), StringComparison.Ordinal);
            Assert.StartsWith($"{trial.Number} 5 fff", await ArtifactPlace.TextOf(trial.Checkpoint!), StringComparison.Ordinal);
        }

        Assert.Equal(2 * Kept, Directory.GetFileSystemEntries(journal + ".files").Length);
    }

    [Fact]
    public async Task A_population_that_is_killed_goes_on_with_the_same_parents()
    {
        const int Budget = 60;
        string journal = _directory.File("crash.journal");
        var random = new Random(5);
        int?[] known = [];
        for (int round = 0; round < 5; round++)
        {
            using var victim = new CrashWriterProcess(journal, Budget, 2, 3000, kept: 0);
            await victim.WaitForWorkAsync().WaitAsync(Limit);
            await Task.Delay(random.Next(40));
            victim.Kill();
            await victim.WaitAsync().WaitAsync(Limit);
            Assert.Equal("", victim.Errors);

            int?[] now = [.. Open(journal).Trials.Select(static trial => trial.Parent)];
            Assert.Equal(known, now[..known.Length]);
            known = now;
        }

        using var last = new CrashWriterProcess(journal, Budget, 2, 0, kept: 0);
        Assert.Equal(0, await last.WaitAsync().WaitAsync(Limit));
        Assert.Equal("", last.Errors);
        StudyResult<TestConfig> result = Open(journal).GetResult();
        Assert.Equal(known, result.Trials.Take(known.Length).Select(static trial => trial.Parent));
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        foreach (TrialRecord<TestConfig> trial in result.Trials)
        {
            Assert.True(trial.Number < 4 ? trial.Parent is null : trial.Number < 6 || trial.Parent < trial.Number, $"{trial.Number}: {trial.Parent}");
            string text = await ArtifactPlace.TextOf(trial.Checkpoint!);
            Assert.Equal(string.Concat(result.LineageOf(trial).Select(static earlier => $" {earlier.Number};")), text.TrimEnd('.'));
        }
    }

    private static Study<TestConfig> Open(string journal)
        => Study.Minimize<TestConfig>(new StudyOptions { Name = "crash", Storage = new JournalStorage(journal), Strategy = Strategy.Random() });
}
