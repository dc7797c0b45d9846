namespace HyperTune;

/// <summary>What a study tells its strategy in advance.</summary>
public sealed class StrategyContext
{
    /// <summary>The space to search.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>The 64 bits of the study's seed. Draws come from <see cref="RandomStream"/>s of this seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many trials there will be in all, including those that the study knows before it runs. All trial numbers are below it.</summary>
    /// <value><see langword="null"/> when that is not known.</value>
    public int? TrialBudget { get; init; }

    /// <summary>How many trials run side by side; at least 1.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Whether the objective gives the same value each time it is asked about a config (<see cref="StudyOptions.IsDeterministic"/>).</summary>
    /// <value><see langword="null"/> when that is not known.</value>
    public bool? IsDeterministic { get; init; }

    /// <summary>
    /// Whether the strategy is told trials whose values lie outside of <see cref="Space"/>, because the space was narrowed, so that a model is to tell them apart.
    /// </summary>
    internal bool HasOutsideTrials { get; init; }

    /// <summary>The number of objectives; at least 1.</summary>
    public int ObjectiveCount { get; init; } = 1;
}
