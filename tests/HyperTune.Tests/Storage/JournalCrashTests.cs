using System.Text;

namespace HyperTune.Tests;

/// <summary>Writers that die at any moment: what was told is there, once, and the study goes on as if nothing had happened.</summary>
public sealed class JournalCrashTests(CrashReport report) : IClassFixture<CrashReport>, IDisposable
{
    private const long CrashWriterSeed = 11;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(3, 300, 10)]
    public async Task Writers_killed_at_random_moments_lose_nothing(int threads, int microseconds, int rounds)
    {
        const int Unlimited = 1_000_000;
        string journal = _directory.File("crash.journal");
        var random = new Random(threads);
        var told = new List<(int Number, double Value)>();
        int killed = 0;
        for (int round = 0; round < rounds; round++)
        {
            Task<CrashWriterProcess>[] victims = [.. Enumerable.Range(0, 2).Select(_ => RunAndKill(journal, Unlimited, threads, microseconds, random.Next(40), round % 3 == 2))];
            foreach (CrashWriterProcess victim in await Task.WhenAll(victims))
            {
                using (victim)
                {
                    Assert.True(victim.WasKilled, victim.Errors);
                    Assert.Equal("", victim.Errors);
                    killed++;
                    told.AddRange(victim.Acknowledged);
                }
            }
        }

        // Two that nobody kills finish what was left over and spend the budget, to the trial.
        int budget = Open(journal).Trials.Count + 10;
        using var first = new CrashWriterProcess(journal, budget, threads, microseconds);
        using var second = new CrashWriterProcess(journal, budget, threads, microseconds);
        int[] codes = await Task.WhenAll(first.WaitAsync(), second.WaitAsync()).WaitAsync(Limit);
        Assert.All(codes, static code => Assert.Equal(0, code));
        told.AddRange([.. first.Acknowledged, .. second.Acknowledged]);

        IReadOnlyList<TrialRecord<TestConfig>> trials = Open(journal).Trials;
        CrashCounts counts = CrashCounts.Of(killed, 0, told, trials);
        report.Add(in counts);
        Assert.Equal((0, 0), (counts.Lost, counts.Doubled));
        Assert.Equal(budget, trials.Count);
        Assert.All(trials, static trial => Assert.Equal(TrialState.Completed, trial.State));

        StudyResult<TestConfig> unbroken = Study.Minimize<TestConfig>(new StudyOptions { Seed = CrashWriterSeed, Strategy = Strategy.Random() })
            .Run(static config => config.X * config.Units, budget);
        Assert.Equal(
            unbroken.Trials.Select(static trial => (trial.Config.X, trial.Config.Units, trial.Value)),
            trials.Select(static trial => (trial.Config.X, trial.Config.Units, trial.Value)));
    }

    [Fact]
    public void A_study_whose_writer_dies_at_any_byte_ends_like_an_unbroken_one()
    {
        const int Trials = 4;
        var whole = new SimulatedMedium();
        Study<double[]> unbroken = Open(whole);
        unbroken.Enqueue([0.25, 0.75]);
        unbroken.Run(Objective, Trials);
        string[] expected = [.. unbroken.Trials.Select(Describe)];
        for (int bytes = 0; bytes < whole.Length; bytes++)
        {
            // Two deaths: somewhere in the study, and again while the next process puts things right.
            var medium = new SimulatedMedium { BytesUntilCrash = bytes };
            var told = new Acknowledgements();
            Assert.Throws<SimulatedMedium.CrashException>(() => Work(medium, told));
            medium.BytesUntilCrash = bytes % 97;
            _ = Record.Exception(() => Work(medium, told));
            medium.BytesUntilCrash = int.MaxValue;
            Work(medium, told);

            IReadOnlyList<TrialRecord<double[]>> trials = Open(medium).Trials;
            CrashCounts counts = CrashCounts.Of(0, 2, told.Results, trials);
            report.Add(in counts);
            Assert.Equal((0, 0), (counts.Lost, counts.Doubled));
            Assert.True(expected.SequenceEqual(trials.Select(Describe)), $"After {bytes} bytes: {Encoding.UTF8.GetString(medium.Content)}");
            Assert.All(Encoding.UTF8.GetString(medium.Content).Split('\n')[..^1], static line => Assert.EndsWith("}", line, StringComparison.Ordinal));
        }
    }

    private static void Work(SimulatedMedium medium, Acknowledgements told)
    {
        Study<double[]> study = Open(medium, told);
        if (study.Trials.Count == 0)
        {
            study.Enqueue([0.25, 0.75]);
        }

        study.Run(Objective, 4);
    }

    private static async Task<CrashWriterProcess> RunAndKill(string journal, int trials, int threads, int microseconds, int milliseconds, bool isEarly)
    {
        var process = new CrashWriterProcess(journal, trials, threads, microseconds);
        if (isEarly)
        {
            // While it opens the journal, or before.
            await Task.Delay(50 + (milliseconds * 5));
        }
        else
        {
            await process.WaitForWorkAsync().WaitAsync(Limit);
            await Task.Delay(milliseconds);
        }

        process.Kill();
        await process.WaitAsync().WaitAsync(Limit);
        return process;
    }

    private static Study<TestConfig> Open(string journal)
        => Study.Minimize<TestConfig>(new StudyOptions { Name = "crash", Storage = new JournalStorage(journal), Retries = new Retries { Interrupted = int.MaxValue } });

    private static Study<double[]> Open(SimulatedMedium medium, IProgress<StudyProgress>? progress = null)
        => Studies.Minimize(Studies.Seeded with
        {
            Storage = new SimulatedStorage(medium),
            TimeProvider = new ManualTime(),
            Sharing = new SharingOptions { WorkerId = "one" },
            Progress = progress,
        });

    private static TrialOutcome Objective(double[] config, Trial<double[]> trial)
    {
        trial.Report(1, config[0]);
        return trial.Number switch { 1 => TrialOutcome.Pruned, 2 => TrialOutcome.Failed("no"), _ => Studies.Bowl(config) };
    }

    private static string Describe(TrialRecord<double[]> trial)
        => FormattableString.Invariant(
            $"{trial.Number} {trial.State} {trial.Value:R} {trial.Config[0]:R} {trial.Config[1]:R} {trial.Reports.SingleOrDefault().Value:R} {trial.FailureReason} {trial.IsEnqueued}");

    /// <summary>The completed trials that the study said were stored.</summary>
    private sealed class Acknowledgements : IProgress<StudyProgress>
    {
        public List<(int Number, double Value)> Results { get; } = [];

        public void Report(StudyProgress value)
        {
            if (value.TrialState == TrialState.Completed)
            {
                Results.Add((value.TrialNumber, value.TrialValue!.Value));
            }
        }
    }
}
