namespace HyperTune.Benchmarks;

/// <summary>One pruner against none, on one family of curves, with one strategy and number of workers.</summary>
/// <param name="Wins">For each share of the steps, how often it ended better than no pruning, ties half.</param>
/// <param name="Win">Their mean.</param>
/// <param name="Error">Its standard error, over the seeds.</param>
/// <param name="Rank">The mean rank of the best config after a number of trials.</param>
/// <param name="RankOfNone">The same without pruning.</param>
/// <param name="StepShare">The share of the steps that those trials made.</param>
internal sealed record PruningCell(double[] Wins, double Win, double Error, double Rank, double RankOfNone, double StepShare)
{
    private static readonly double[] Shares = [0.25, 0.5, 1];

    public static PruningCell Of(IReadOnlyList<PruningRun> runs, IReadOnlyList<PruningRun> none)
    {
        double[][] wins = [.. runs.Zip(none, static (run, other) => Shares.Select(share => Compare(run.EqualSteps.BestBy(share), other.EqualSteps.BestBy(share))).ToArray())];
        double[] bySeed = [.. wins.Select(static seed => seed.Average())];
        double mean = bySeed.Average();
        double variance = bySeed.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, bySeed.Length - 1);
        return new PruningCell(
            [.. Shares.Select((_, i) => wins.Average(seed => seed[i]))],
            mean,
            Math.Sqrt(variance / bySeed.Length),
            runs.Average(static run => run.Rank),
            none.Average(static run => run.Rank),
            runs.Zip(none, static (run, other) => (double)run.Steps / other.Steps).Average());
    }

    private static double Compare(double loss, double other) => loss < other ? 1 : loss > other ? 0 : 0.5;
}
