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

    /// <summary>The number of the first trial that the strategy is asked for; those before it are another one's.</summary>
    internal int FirstTrial { get; init; }

    /// <summary>Whether the strategy is a part of another one.</summary>
    internal bool IsPart { get; init; }

    /// <summary>The number of objectives; at least 1.</summary>
    public int ObjectiveCount { get; init; } = 1;

    /// <summary>The same for a strategy that is part of another one.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="firstTrial">The number of the first trial that it is asked for.</param>
    /// <param name="trialBudget">Below which all trial numbers are; <see langword="null"/> when that is not known.</param>
    /// <param name="space">The part of the space that it searches; <see langword="null"/> for all of it.</param>
    internal StrategyContext For(ulong seed, int firstTrial, int? trialBudget, SearchSpace? space = null) => new()
    {
        Space = space ?? Space,
        Seed = seed,
        TrialBudget = trialBudget,
        Parallelism = Parallelism,
        FirstTrial = firstTrial,
        IsPart = true,
        IsDeterministic = IsDeterministic,
        HasOutsideTrials = HasOutsideTrials || space is not null,
        ObjectiveCount = ObjectiveCount,
    };
}
