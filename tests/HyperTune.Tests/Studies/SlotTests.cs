using System.Collections.Concurrent;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Objectives that work with something costly, one for each slot.</summary>
public sealed class SlotTests
{
    private static readonly StudyOptions TwoCards = new() { Seed = 1, Slots = ["cuda:0", "cuda:1"], Strategy = Strategy.Random() };

    private readonly ConcurrentBag<Trainer> _created = [];

    [Fact]
    public async Task Each_slot_has_one_that_is_used_again_and_disposed_of()
    {
        Study<Plane> study = Study.Minimize<Plane>(TwoCards);
        StudyResult<Plane> result = await study.RunWithAsync(Create, static (trainer, config, token) => trainer.TrainAsync(config, token), 30);
        Assert.Equal(30, result.Completed.Count());
        Assert.InRange(_created.Count, 1, 2);
        Assert.All(_created, static trainer => Assert.True(trainer.IsDisposed));
        Assert.Equal(30, _created.Sum(static trainer => trainer.Uses));
        Assert.Equal(_created.Count, _created.Select(static trainer => trainer.Slot).Intersect(TwoCards.Slots).Count());
        Assert.Equal(Study.Minimize<Plane>(TwoCards with { Slots = [] }).Run(static config => config.X, 30).Trials.Select(static trial => trial.Value),
            result.Trials.Select(static trial => trial.Value));
    }

    [Fact]
    public async Task Every_arity_works_with_it()
    {
        StudyOptions one = new() { Seed = 1, Strategy = Strategy.Random() };
        Study<Plane> New() => Study.Minimize<Plane>(one);
        double?[] expected = Values(New().Run(static config => config.X, 4));
        Assert.Equal(expected, Values(New().RunWith(Create, static (trainer, config) => trainer.Train(config), 4)));
        Assert.Equal(expected, Values(New().RunWith(Create, static (trainer, config, trial) => trainer.Train(trial.Config), 4)));
        Assert.Equal(expected, Values(await New().RunWithAsync(Create, static (trainer, config) => trainer.TrainAsync(config, default), 4)));
        Assert.Equal(expected, Values(await New().RunWithAsync(Create, static (trainer, config, token) => trainer.TrainAsync(config, token), 4)));
        Assert.Equal(expected, Values(await New().RunWithAsync(Create, static async (trainer, config, trial, token) => await trainer.TrainAsync(trial.Config, token), 4)));
        Assert.Equal(["0", "0", "0", "0", "0"], _created.Select(static trainer => trainer.Slot));

        Study<Plane, Tradeoff> Metrics() => Study.Optimize<Plane, Tradeoff>(one);
        Tradeoff[] front = [.. Metrics().RunWith(Create, static (trainer, config) => new Tradeoff(trainer.Train(config), config.Y), 4).Trials.Select(static trial => trial.Metrics)];
        Assert.Equal(front, Metrics().RunWith(Create, static (trainer, config, trial) => new Tradeoff(trainer.Train(config), config.Y), 4).Trials.Select(static trial => trial.Metrics));
        Assert.Equal(front, (await Metrics().RunWithAsync(Create, static async (trainer, config) => new Tradeoff(await trainer.TrainAsync(config, default), config.Y), 4)).Trials.Select(static trial => trial.Metrics));
        Assert.Equal(front, (await Metrics().RunWithAsync(Create, static async (trainer, config, token) => new Tradeoff(await trainer.TrainAsync(config, token), config.Y), 4)).Trials.Select(static trial => trial.Metrics));
        Assert.Equal(front, (await Metrics().RunWithAsync(Create, static async (trainer, config, trial, token) => new Tradeoff(await trainer.TrainAsync(config, token), config.Y), 4)).Trials.Select(static trial => trial.Metrics));
        Assert.All(_created, static trainer => Assert.True(trainer.IsDisposed));
    }

    [Fact]
    public void What_an_objective_that_throws_leaves_is_not_used_again()
    {
        StudyResult<Plane> result = Tolerant().RunWith(
            Create,
            static (trainer, config, trial) => trial.Number switch
            {
                1 => throw new InvalidOperationException("broken card"),
                3 => TrialOutcome.Pruned,
                4 => TrialOutcome.Failed("no memory"),
                _ => trainer.Train(config),
            },
            6);
        Assert.Equal(
            [TrialState.Completed, TrialState.Failed, TrialState.Completed, TrialState.Pruned, TrialState.Failed, TrialState.Completed],
            result.Trials.Select(static trial => trial.State));
        Assert.Equal([1, 2], _created.Select(static trainer => trainer.Uses).Order());
        Assert.All(_created, static trainer => Assert.True(trainer.IsDisposed));
    }

    [Fact]
    public void One_that_prunes_by_exception_is_used_again()
    {
        StudyResult<Plane> result = Study.Minimize<Plane>(new StudyOptions { Seed = 1, Pruner = Pruner.Threshold(upper: 0) }).RunWith(
            Create,
            static (trainer, config, trial) =>
            {
                trial.Report(0, trainer.Train(config) + 1);
                trial.ThrowIfPruned();
                return 1;
            },
            5);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Pruned, trial.State));
        Assert.Equal(5, Assert.Single(_created).Uses);
    }

    [Fact]
    public void Slot_for_which_none_can_be_created_is_tried_again()
    {
        int tries = 0;
        StudyResult<Plane> result = Tolerant().RunWith(
            slot => ++tries < 3 ? throw new IOException("no card") : Create(slot), static (trainer, config) => trainer.Train(config), 5);
        Assert.Equal(["IOException: no card", "IOException: no card", null, null, null], result.Trials.Select(static trial => trial.FailureReason));
    }

    [Fact]
    public void All_are_disposed_of_even_when_one_can_not()
    {
        Study<Plane> study = Study.Minimize<Plane>(TwoCards);
        using var both = new Barrier(2);
        AggregateException failure = Assert.Throws<AggregateException>(() => study.RunWith(
            slot => Create(slot, failsToDispose: slot == "cuda:0"),
            (trainer, config) => { both.SignalAndWait(); return trainer.Train(config); },
            4));
        Assert.Equal("stuck", Assert.Single(failure.InnerExceptions).Message);
        Assert.All(_created, static trainer => Assert.True(trainer.IsDisposed));
        Assert.Equal(2, _created.Count);
    }

    [Fact]
    public void Slots_are_checked_and_say_how_many_trials_run_side_by_side()
    {
        Assert.Equal(2, (TwoCards with { Parallelism = 7 }).Parallelism);
        Assert.Equal(7, new StudyOptions { Parallelism = 7, Slots = [] }.Parallelism);
        Assert.StartsWith("The slot 'a' is there twice", Assert.Throws<ArgumentException>(() => new StudyOptions { Slots = ["a", "a"] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new StudyOptions { Slots = ["a", " "] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { Slots = [.. Enumerable.Range(0, 1025).Select(static i => $"{i}")] });
    }

    private static Study<Plane> Tolerant() => Study.Minimize<Plane>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });

    private static double?[] Values(StudyResult<Plane> result) => [.. result.Trials.Select(static trial => trial.Value)];

    private Trainer Create(string slot) => Create(slot, failsToDispose: false);

    private Trainer Create(string slot, bool failsToDispose)
    {
        var trainer = new Trainer(slot, failsToDispose);
        _created.Add(trainer);
        return trainer;
    }

    private sealed class Trainer(string slot, bool failsToDispose) : IAsyncDisposable
    {
        private int _inside;

        public string Slot => slot;

        public int Uses { get; private set; }

        public bool IsDisposed { get; private set; }

        public double Train(Plane config)
        {
            Assert.False(IsDisposed);
            Assert.Equal(1, Interlocked.Increment(ref _inside));
            Uses++;
            Assert.Equal(0, Interlocked.Decrement(ref _inside));
            return config.X;
        }

        public async Task<double> TrainAsync(Plane config, CancellationToken token)
        {
            Assert.Equal(1, Interlocked.Increment(ref _inside));
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            Interlocked.Decrement(ref _inside);
            return Train(config);
        }

        public ValueTask DisposeAsync()
        {
            Assert.False(IsDisposed);
            IsDisposed = true;
            return failsToDispose ? throw new InvalidOperationException("stuck") : ValueTask.CompletedTask;
        }
    }
}
