using HyperTune.Simulation;

namespace HyperTune;

/// <summary>What configs of a space would report if they were run: a table or a function (<see cref="LearningCurves"/>). Immutable.</summary>
/// <typeparam name="T">The config type.</typeparam>
public abstract class LearningCurves<T>
{
    private protected LearningCurves(SearchSpace<T> space, OptimizationDirection direction)
    {
        Space = space;
        Direction = direction;
    }

    /// <summary>The space that the configs are of.</summary>
    public SearchSpace<T> Space { get; }

    /// <summary>Whether smaller or larger values are better.</summary>
    public OptimizationDirection Direction { get; }

    /// <summary>How many configs there are; <see langword="null"/> where a function knows every one.</summary>
    public abstract int? Count { get; }

    /// <summary>The rank of a final value among those of the table, counted from 1, the best; <see langword="null"/> where there is no table.</summary>
    /// <param name="value">A final value.</param>
    public abstract int? RankOf(double value);

    /// <summary>Starts a source of curves for one simulation.</summary>
    /// <param name="strategy">Who chooses the configs.</param>
    /// <param name="trialBudget">How many trials there will be; <see langword="null"/> where that is not known.</param>
    internal abstract ICurveSource<T> Start(Strategy strategy, int? trialBudget);
}
