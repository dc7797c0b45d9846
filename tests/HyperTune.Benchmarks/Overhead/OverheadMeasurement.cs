using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>Times one strategy at one number of earlier trials.</summary>
internal static class OverheadMeasurement
{
    private const int WarmUpTrials = 400;
    private const int WarmUpRounds = 5;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);

    /// <param name="strategy">The strategy's name.</param>
    /// <param name="trials">The number of earlier trials.</param>
    /// <param name="repeats">How many suggestions to time.</param>
    /// <param name="isOwn">Whether the strategy suggested the earlier trials itself; they are random configs otherwise.</param>
    /// <param name="studies">How many histories to time; the figures are medians of theirs.</param>
    public static OverheadResult Run(string strategy, int trials, int repeats, bool isOwn, int studies)
    {
        // The first few hundred calls run code that the JIT has not optimized yet; it does so twice, in the background.
        long started = Stopwatch.GetTimestamp();
        for (int round = 0; round < WarmUpRounds && Stopwatch.GetElapsedTime(started) < LongestWarmUp; round++)
        {
            Advance(Start(strategy, seed: 0, WarmUpTrials + repeats), 0, WarmUpTrials, []);
            RunStudy(strategy, trials, repeats, isOwn: false, seed: 0);
            Thread.Sleep(200);
        }

        OverheadResult[] results = [.. Enumerable.Range(1, studies).Select(study => RunStudy(strategy, trials, repeats, isOwn, (ulong)study))];
        double Median(Func<OverheadResult, double> figure) => Quartiles.Of(results.Select(figure)).Median;
        return results[0] with
        {
            FirstMilliseconds = Median(static result => result.FirstMilliseconds),
            ProcessorMilliseconds = Median(static result => result.ProcessorMilliseconds),
            MeanMilliseconds = Median(static result => result.MeanMilliseconds),
            MedianMilliseconds = Median(static result => result.MedianMilliseconds),
        };
    }

    private static OverheadResult RunStudy(string strategy, int trials, int repeats, bool isOwn, ulong seed)
    {
        // As many suggestions before the size as after it, so that the figure is that of the size.
        int earlier = Math.Max(1, trials - (repeats / 2));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        StrategyRun run = Start(strategy, seed, earlier + repeats + 1);
        for (int number = 0; number < earlier; number++)
        {
            double[] vector = OverheadObjective.Draw(number);
            if (isOwn && !run.TrySuggest(number, vector, CancellationToken.None))
            {
                throw new InvalidOperationException($"The strategy stopped after {number} trials.");
            }

            run.Announce(number, vector);
            Tell(run, number, vector);
        }

        // The first suggestion takes in the whole history at once.
        TimeSpan firstStart = Environment.CpuUsage.TotalTime;
        Advance(run, earlier, 1, []);
        double first = (Environment.CpuUsage.TotalTime - firstStart).TotalMilliseconds;
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var times = new List<double>(repeats);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        Advance(run, earlier + 1, repeats, times);
        double processor = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / repeats;
        times.Sort();
        return new OverheadResult(strategy, isOwn ? "own" : "enqueued", trials, first, processor, times.Average(), times[times.Count / 2], (double)bytes / earlier);
    }

    private static StrategyRun Start(string strategy, ulong seed, int budget)
        => StrategyNames.Create(strategy).Start(new StrategyContext { Space = OverheadConfig.Space, Seed = seed, TrialBudget = budget });

    private static void Advance(StrategyRun run, int first, int count, List<double> times)
    {
        for (int number = first; number < first + count; number++)
        {
            double[] vector = new double[OverheadConfig.Space.DimensionCount];
            long start = Stopwatch.GetTimestamp();
            if (!run.TrySuggest(number, vector, CancellationToken.None))
            {
                throw new InvalidOperationException($"The strategy stopped after {number} trials.");
            }

            run.Announce(number, vector);
            Tell(run, number, vector);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private static void Tell(StrategyRun run, int number, double[] vector)
        => run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { OverheadObjective.Value(vector) } });
}
