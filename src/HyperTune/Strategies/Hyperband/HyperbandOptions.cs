using System.Collections.Immutable;
using HyperTune.Numerics;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.Hyperband(Strategy, HyperbandOptions)"/>. Immutable; every value is checked when it is set.</summary>
public sealed record HyperbandOptions
{
    /// <summary>The default of <see cref="ReductionFactor"/>.</summary>
    public const int DefaultReductionFactor = 3;

    /// <summary>The reported step at which the earliest trials pause; at least 1. The first report of each trial has to come no later.</summary>
    /// <value>By default 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MinimumResource
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(MinimumResource));
            field = value;
        }
    }
    = 1;

    /// <summary>The step with which a trial ends that is never stopped; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public required int MaximumResource
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(MaximumResource));
            field = value;
        }
    }

    /// <summary>One in this many trials goes on from a rung, and the next rung lies this many times further on; at least 2.</summary>
    /// <value>By default 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int ReductionFactor
    {
        get;
        init
        {
            Guard.AtLeast(value, 2, nameof(ReductionFactor));
            field = value;
        }
    }
    = DefaultReductionFactor;

    /// <summary>
    /// How many new configs each bracket gets in relation to the others: a prior of how well early values tell final ones. The first bracket pauses its trials at the
    /// earliest rung, each further one a rung later, and the last one not at all: <c>[1]</c> alone is asynchronous successive halving.
    /// </summary>
    /// <value>Finite numbers, none below 0 and not all 0, at most one for each bracket; those that are missing count as 0. By default empty: the shares of the paper.</value>
    /// <exception cref="ArgumentException">A number is outside its range, or all are 0.</exception>
    public ImmutableArray<double> BracketWeights
    {
        get;
        init
        {
            ImmutableArray<double> weights = value.IsDefault ? [] : value;
            field = weights.IsEmpty || (weights.All(static weight => weight >= 0 && double.IsFinite(weight)) && weights.Sum() > 0)
                ? weights
                : throw new ArgumentException($"The weights of brackets must be finite, none below 0 and not all 0: [{string.Join(", ", weights.Select(Text.NumberFormat.Invariant))}].", nameof(BracketWeights));
        }
    }
    = [];
}
