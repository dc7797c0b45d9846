using System.Runtime.InteropServices;

namespace HyperTune.Tests;

/// <summary>Studies that are the same with any number of workers.</summary>
public sealed class ReproducibleStudyTests
{
    private const int Trials = 30;
    private const int FewTrials = 20;
    private const int Window = 8;

    [Theory]
    [InlineData("tpe")]
    [InlineData("bayesian")]
    [InlineData("auto")]
    [InlineData("nsga2")]
    [InlineData("gradient")]
    public async Task One_two_and_eight_workers_run_the_same_study(string strategy)
    {
        for (long seed = 0; seed < 4; seed++)
        {
            string[] expected = await RunAsync(strategy, seed, workers: 1, pruner: null);
            Assert.Equal(expected, await RunAsync(strategy, seed, workers: 2, pruner: null));
            Assert.Equal(expected, await RunAsync(strategy, seed, workers: Window, pruner: null));
        }
    }

    [Fact]
    public async Task Fifty_studies_are_the_same_byte_by_byte()
    {
        string[] strategies = ["random", "tpe", "bayesian", "nsga2", "auto"];
        (string Strategy, string Space, long Seed)[] studies =
        [
            .. from strategy in strategies from space in new[] { "continuous", "mixed" } from seed in Enumerable.Range(0, 5) select (strategy, space, (long)seed),
        ];
        Assert.Equal(50, studies.Length);
        await Parallel.ForEachAsync(studies, async (study, _) =>
        {
            byte[] expected = await RunBytesAsync(study.Strategy, study.Space, study.Seed, workers: 1);
            Assert.Equal(expected, await RunBytesAsync(study.Strategy, study.Space, study.Seed, workers: 2));
            Assert.Equal(expected, await RunBytesAsync(study.Strategy, study.Space, study.Seed, workers: Window));
        });
    }

    [Theory]
    [InlineData("median")]
    [InlineData("halving")]
    [InlineData("wilcoxon")]
    [InlineData("auto")]
    public async Task Pruners_decide_the_same(string pruner)
    {
        int pruned = 0;
        for (long seed = 0; seed < 6; seed++)
        {
            string[] expected = await RunAsync("tpe", seed, workers: 1, pruner);
            Assert.Equal(expected, await RunAsync("tpe", seed, workers: 3, pruner));
            Assert.Equal(expected, await RunAsync("tpe", seed, workers: Window, pruner));
            pruned += expected.Count(static trial => trial.Contains("pruned", StringComparison.Ordinal));
        }

        Assert.InRange(pruned, 1, 6 * Trials / 2);
    }

    [Fact]
    public async Task Study_goes_on_after_a_restart_as_if_it_had_never_stopped()
    {
        string[] expected = await RunAsync("bayesian", 9, workers: 4, "median");
        var medium = new SimulatedMedium();
        foreach (int trials in new[] { 7, 19, Trials })
        {
            StudyOptions options = Options("bayesian", 9, workers: 3, "median") with { Storage = new SimulatedStorage(medium) };
            Assert.Equal(expected.Take(trials), await RunAsync(options, trials));
        }
    }

    [Fact]
    public async Task Target_and_failures_end_a_run_at_the_same_trial()
    {
        foreach (int workers in new[] { 1, 2, Window })
        {
            StudyOptions options = Options("random", 1, workers, pruner: null) with { MaxConsecutiveFailures = 5 };
            var failing = new Study<double[]>(TestSpace.Cube(3), OptimizationDirection.Minimize, options);
            await failing.RunAsync(
                static async (config, trial, token) =>
                {
                    await EvaluateAsync(config, trial, token);
                    return trial.Number >= 4 ? TrialOutcome.Failed("broken") : 1.0;
                },
                100);

            // The fifth failure in a row, trial 8, counts from trial 16 on.
            Assert.Equal(4 + 5 + Window, failing.Trials.Count);
            var reaching = new Study<double[]>(TestSpace.Cube(3), OptimizationDirection.Minimize, options);
            await reaching.RunAsync(
                static async (config, trial, token) =>
                {
                    await EvaluateAsync(config, trial, token);
                    return trial.Number == 3 ? 0.0 : 1.0;
                },
                new Budget { Trials = 100, TargetValue = 0.5 });
            Assert.Equal(4 + Window, reaching.Trials.Count);
        }
    }

    [Fact]
    public void Failures_of_an_earlier_run_do_not_end_the_next()
    {
        StudyOptions options = Options("random", 1, workers: 1, pruner: null) with { MaxConsecutiveFailures = 5 };
        var study = new Study<double[]>(TestSpace.Cube(3), OptimizationDirection.Minimize, options);
        Assert.Equal(StopReason.TooManyFailures, study.Run(static (_, _) => TrialOutcome.Failed("broken"), 100).StopReason);
        int before = study.Trials.Count;
        StudyResult<double[]> result = study.Run(static _ => 1.0, 4);
        Assert.Equal(StopReason.TrialBudgetSpent, result.StopReason);
        Assert.Equal(before + 4, result.Trials.Count);
    }

    [Fact]
    public void Asking_for_more_than_the_window_says_which_trial_to_tell()
    {
        StudyOptions options = Options("tpe", 1, workers: 1, pruner: null);
        var study = new Study<double[]>(TestSpace.Cube(3), OptimizationDirection.Minimize, options);
        Trial<double[]>[] trials = [.. Enumerable.Range(0, Window).Select(_ => study.Ask())];
        study.Tell(trials[1], 0.5);
        string message = Assert.Throws<InvalidOperationException>(() => study.Ask()).Message;
        Assert.StartsWith("Trial 0 of study", message, StringComparison.Ordinal);
        Assert.Contains("has to be told before another one can be asked for", message, StringComparison.Ordinal);
        study.Tell(trials[0], 0.25);
        Assert.Equal(Window, study.Ask().Number);
    }

    [Fact]
    public void More_workers_than_that_are_refused()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, new StudyOptions { Parallelism = 9, ReproducibleUpTo = Window }));
        Assert.StartsWith("StudyOptions.Parallelism is 9, but the study is to be the same with up to 8 workers (ReproducibleUpTo)", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { ReproducibleUpTo = 0 });
    }

    private static Task<string[]> RunAsync(string strategy, long seed, int workers, string? pruner)
        => RunAsync(Options(strategy, seed, workers, pruner), Trials);

    private static async Task<string[]> RunAsync(StudyOptions options, int trials)
    {
        var study = new Study<double[]>(TestSpace.Cube(3), OptimizationDirection.Minimize, options);
        study.Enqueue([0.5, 0.25, 0.75]);
        await study.RunAsync(EvaluateAsync, trials);
        return [.. study.Trials.Select(static trial => $"{trial} {string.Join(' ', trial.Reports)}")];
    }

    // Vectors and values bit by bit.
    private static async Task<byte[]> RunBytesAsync(string strategy, string space, long seed, int workers)
    {
        StudyOptions options = Options(strategy, seed, workers, pruner: null);
        var bytes = new List<byte>();
        if (space == "continuous")
        {
            Add(await Study.Minimize<ContinuousConfig>(options).RunAsync(DelayedLossAsync, FewTrials));
        }
        else
        {
            Add(await Study.Minimize<MixedConfig>(options).RunAsync(DelayedLossAsync, FewTrials));
        }

        return [.. bytes];

        void Add<T>(StudyResult<T> result)
        {
            Assert.Equal(FewTrials, result.Completed.Count());
            foreach (TrialRecord<T> trial in result.Trials)
            {
                bytes.AddRange(BitConverter.GetBytes(trial.Number));
                bytes.AddRange(MemoryMarshal.AsBytes(trial.Vector.Span));
                bytes.AddRange(MemoryMarshal.AsBytes(trial.Values.Span));
            }
        }
    }

    // Ends at once, after other work, or after a millisecond or two, as it happens.
    private static async Task<double> DelayedLossAsync<T>(T config, CancellationToken cancellationToken)
        where T : ISearchSpace<T>
    {
        int delay = Random.Shared.Next(4);
        if (delay == 3)
        {
            await Task.Yield();
        }
        else
        {
            await Task.Delay(delay, cancellationToken);
        }

        double[] vector = new double[T.Space.DimensionCount];
        T.Space.Encode(config, vector);
        return ConformanceSpaces.Loss(T.Space, vector);
    }

    private static StudyOptions Options(string strategy, long seed, int workers, string? pruner) => new()
    {
        Seed = seed,
        Parallelism = workers,
        ReproducibleUpTo = Window,
        Strategy = ConformanceStrategies.Independent.Contains(strategy) ? ConformanceStrategies.Of(strategy) : throw new ArgumentException(strategy, nameof(strategy)),
        Pruner = pruner switch { "median" => Pruner.Median(), "halving" => Pruner.SuccessiveHalving(), "wilcoxon" => Pruner.Wilcoxon(), "auto" => Pruner.Auto(), _ => Pruner.None },
    };

    // Trials take times of their own, that differ from run to run.
    private static async Task<TrialOutcome> EvaluateAsync(double[] config, Trial<double[]> trial, CancellationToken cancellationToken)
    {
        double loss = config.Sum(static value => (value - 0.3) * (value - 0.3));
        for (int step = 1; step <= 4; step++)
        {
            await Task.Delay(Random.Shared.Next(3), cancellationToken);
            double noise = Math.Sin((trial.Number * 7) + step) * 0.1;
            if (await trial.ReportAsync(step, loss + (noise / step), cancellationToken))
            {
                return TrialOutcome.Pruned;
            }
        }

        return loss;
    }
}
