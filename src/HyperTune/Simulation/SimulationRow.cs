namespace HyperTune;

/// <summary>How a pruner did, on average over the simulated studies.</summary>
public sealed record SimulationRow
{
    /// <summary>The pruner and its settings.</summary>
    public required string Pruner { get; init; }

    /// <summary>How many studies were simulated.</summary>
    public required int Repeats { get; init; }

    /// <summary>How many trials started.</summary>
    public required double Started { get; init; }

    /// <summary>How many trials ran to their end.</summary>
    public required double Completed { get; init; }

    /// <summary>How many trials were stopped early.</summary>
    public required double Pruned { get; init; }

    /// <summary>How many steps all trials made.</summary>
    public required double Steps { get; init; }

    /// <summary>Which share of the steps of the trials that ended was saved; from 0 to 1.</summary>
    public required double SavedShare { get; init; }

    /// <summary>The best final value, over the studies in which a trial completed; <see langword="null"/> where there is none.</summary>
    public required double? BestValue { get; init; }

    /// <summary>The rank of the best config among the table's, counted from 1; <see langword="null"/> where it has none.</summary>
    public required double? BestRank { get; init; }

    /// <summary>The time to the last trial's end.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>
    /// In which share of the studies the best value was better than with the table's first pruner and the same seed, equal ones counted half; from 0 to 1. 0.5 is
    /// no difference.
    /// </summary>
    public required double Wins { get; init; }

    internal static SimulationRow Of(SimulationResult[] results, SimulationResult[] first, OptimizationDirection direction)
    {
        double[] values = [.. results.Select(static result => result.BestValue).OfType<double>()];
        double[] ranks = [.. results.Select(static result => (double?)result.BestRank).OfType<double>()];
        return new SimulationRow
        {
            Pruner = results[0].Pruner,
            Repeats = results.Length,
            Started = results.Average(static result => result.Trials.Count),
            Completed = results.Average(static result => result.Completed),
            Pruned = results.Average(static result => result.Pruned),
            Steps = results.Average(static result => result.Steps),
            SavedShare = results.Average(static result => result.SavedShare),
            BestValue = values.Length > 0 ? values.Average() : null,
            BestRank = ranks.Length > 0 ? ranks.Average() : null,
            Time = TimeSpan.FromTicks((long)results.Average(static result => result.Time.Ticks)),
            Wins = results.Zip(first, (own, other) => Win(LossOf(own, direction), LossOf(other, direction))).Average(),
        };
    }

    private static double Win(double loss, double other) => loss < other ? 1 : loss > other ? 0 : 0.5;

    private static double LossOf(SimulationResult result, OptimizationDirection direction)
        => result.BestValue is not { } value ? double.PositiveInfinity : direction == OptimizationDirection.Maximize ? -value : value;
}
