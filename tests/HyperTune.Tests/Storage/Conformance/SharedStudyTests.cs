using System.Collections.Concurrent;

namespace HyperTune.Tests;

/// <summary>Studies go on where they were left, and several processes run them together, over every storage.</summary>
public sealed class SharedStudyTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    public static TheoryData<string, string> StoragesAndStrategies { get; } = StoragePlace.StoragesWith(ConformanceStrategies.Learning);

    [Theory]
    [MemberData(nameof(StoragesAndStrategies))]
    public async Task A_study_that_is_reopened_half_way_gives_the_trials_of_one_in_memory(string kind, string strategy)
    {
        using var place = new StoragePlace(kind);
        StudyOptions options = new() { Name = "golden", Seed = 11, Strategy = ConformanceStrategies.Of(strategy) };
        var stored = new GoldenSession<MixedConfig>(options with { Storage = place.Storage() });
        await stored.AdvanceAsync(21);
        stored.Reopen();
        await stored.AdvanceAsync(42);
        var inMemory = new GoldenSession<MixedConfig>(options);
        await inMemory.AdvanceAsync(42);
        Assert.Equal(inMemory.Lines, stored.Lines);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_reopened_study_knows_all_that_happened(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        study.Enqueue([0.1, 0.2]);
        study.Run(
            (config, trial) =>
            {
                place.Time.Advance(1.5);
                trial.Report(1, config[0]);
                trial.Report(0, double.NaN);
                trial.Report(3, double.NegativeInfinity);
                return (trial.Number % 3) switch { 0 => Studies.Bowl(config), 1 => TrialOutcome.Pruned, _ => TrialOutcome.Failed("no\n\"GPU\"") };
            },
            6);
        Assert.Equal(StoragePlace.Describe(study.Trials), StoragePlace.Describe(place.Open().Trials));
        Assert.Equal("no\n\"GPU\"", place.Open().Trials[2].FailureReason);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void A_long_study_is_read_again_as_it_was(string kind)
    {
        // More than a snapshot takes, twice.
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        for (int trials = 600; trials <= 1800; trials += 600)
        {
            study.Run(Objective, trials);
            string[] known = [.. StoragePlace.Describe(study.Trials)];
            study = place.Open();
            Assert.Equal(known, StoragePlace.Describe(study.Trials));
        }

        Assert.Equal(
            Studies.Minimize(Studies.Seeded with { TimeProvider = place.Time }).Run(Objective, 1800).Trials.Select(static trial => trial.ToString()),
            study.Trials.Select(static trial => trial.ToString()));

        static TrialOutcome Objective(double[] config, Trial<double[]> trial)
        {
            trial.Report(0, config[0]);
            return trial.Number % 5 == 0 ? TrialOutcome.Pruned : Studies.Bowl(config);
        }
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Two_processes_share_a_budget_and_run_no_number_twice(string kind)
    {
        const int Trials = 60;
        using var place = new StoragePlace(kind);
        var runs = new ConcurrentQueue<int>();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => place.Open(static options => options with { Parallelism = 3 }).RunAsync(
            async (config, trial, _) =>
            {
                await trial.ReportAsync(0, config[0]);
                runs.Enqueue(trial.Number);
                return Studies.Bowl(config);
            },
            Trials))));
        Assert.Equal(Enumerable.Range(0, Trials), runs.Order());
        Study<double[]> reader = place.Open();
        Assert.All(reader.Trials, static trial => Assert.Equal((TrialState.Completed, trial.Config[0]), (trial.State, trial.Reports.Single().Value)));
        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, Trials).Trials.Select(static trial => trial.Value),
            reader.Trials.Select(static trial => trial.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Each_process_sees_what_the_other_did_when_it_asks(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open();
        var strategy = new RecordingStrategy();
        Study<double[]> second = place.Open(options => options with { Strategy = strategy });
        await second.OpenAsync();
        await first.TellAsync(await first.AskAsync(), 0.5);
        Assert.Equal(1, (await second.AskAsync()).Number);
        Assert.Equal(0.5, second.Trials[0].Value);
        Assert.Equal([0], strategy.Told.Select(static result => result.Number));
        Assert.Equal([0], strategy.Announced.Take(1));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void The_seed_and_the_direction_are_those_of_the_first_run(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open(static options => options with { Seed = null });
        long seed = first.Seed;
        first.Ask();
        Assert.Equal(seed, first.Seed);
        Assert.Equal(seed, place.Open(static options => options with { Seed = null }).Seed);
        Assert.Equal(seed, place.Open(options => options with { Seed = seed }).Seed);
        Study<double[]> reseeded = place.Open(options => options with { Seed = seed + 1 });
        Assert.Contains($"has the seed {seed}", Assert.Throws<InvalidOperationException>(() => reseeded.Seed).Message);
        Study<double[]> other = Study.Maximize(TestSpace.Cube(2), Studies.Seeded with { Seed = null, Storage = place.Storage() });
        Assert.Contains("Minimize", Assert.Throws<InvalidOperationException>(() => other.Seed).Message);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Enqueued_configs_run_first_in_their_order(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        int[] numbers = [study.Enqueue([0.1, 0.5]), study.Enqueue([0.2, 0.5]), study.Enqueue([0.3, 0.5])];
        Assert.Equal([0, 1, 2], numbers);
        Assert.All(study.Trials, static trial => Assert.Equal(TrialState.Waiting, trial.State));
        StudyResult<double[]> result = study.Run(static config => config[0], 5);
        Assert.Equal([0.1, 0.2, 0.3], result.Trials.Take(3).Select(static trial => trial.Value!.Value));
        Assert.Equal([true, true, true, false, false], result.Trials.Select(static trial => trial.IsEnqueued));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Enqueued_configs_run_once_whoever_asks(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]>[] processes = [place.Open(), place.Open(), place.Open()];
        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(i, processes[i % 3].Enqueue([i / 10.0, 0.5]));
        }

        Trial<double[]>[] trials = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Task.Run(async () => await processes[i % 3].AskAsync())));
        Assert.Equal(Enumerable.Range(0, 9), trials.Select(static trial => trial.Number).Order());
        Assert.All(trials, static trial => Assert.Equal(trial.Number / 10.0, trial.Config[0]));
        Assert.Equal(9, (await processes[0].AskAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void Trials_are_imported_once(string kind)
    {
        using var place = new StoragePlace(kind);
        StudyResult<double[]> old = Studies.Minimize(Studies.Seeded with { Name = "old", Seed = 3, TimeProvider = place.Time }).Run(
            (config, trial) =>
            {
                place.Time.Advance(1);
                trial.Report(2, config[1]);
                return trial.Number == 1 ? TrialOutcome.Failed("no") : Studies.Bowl(config);
            },
            5);
        Study<double[]> study = place.Open();
        Assert.Equal(new ImportSummary(4, 1), study.Import(old));
        study = kind == StoragePlace.Memory ? study : place.Open();
        Assert.Equal(new ImportSummary(0, 1, Known: 4), study.Import(old));
        StudyResult<double[]> result = study.Run(Studies.Bowl, 3);
        Assert.Equal(7, result.Trials.Count);
        Assert.Equal(
            old.Trials.Where(static trial => trial.Number != 1).Select(static trial => (trial.Value, trial.Reports.Single(), trial.Duration)),
            result.Trials.Where(static trial => trial.IsImported).Select(static trial => (trial.Value, trial.Reports.Single(), trial.Duration)));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task A_stored_study_is_imported_once(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open(static options => options with { Name = "old", Seed = 3 }).Run(Studies.Bowl, 4);
        Study<double[]> study = place.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => study.ImportAsync(place.Storage(), "nobody"));
        Assert.Equal(new ImportSummary(4, 0), await study.ImportAsync(place.Storage(), "old"));
        Assert.Equal(new ImportSummary(0, 0, Known: 4), await place.Open().ImportAsync(place.Storage(), "old"));
        Assert.Equal(4, place.Open().Trials.Count);
    }
}
