using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning.Hyperband;

/// <summary>Spreads trials over brackets of successive halving that differ in where the first rung lies.</summary>
internal sealed class HyperbandPruner : Pruner
{
    private readonly int _minimumResource;
    private readonly int? _maximumResource;
    private readonly int _reductionFactor;
    private readonly int _bootstrapTrials;
    private readonly double[]? _weights;

    public HyperbandPruner(int minimumResource, int? maximumResource, int reductionFactor, int bootstrapTrials, IReadOnlyList<double>? bracketWeights)
    {
        Guard.AtLeast(minimumResource, 1);
        Guard.AtLeast(maximumResource ?? minimumResource, minimumResource, nameof(maximumResource));
        Guard.AtLeast(reductionFactor, 2);
        Guard.AtLeast(bootstrapTrials, 0);
        if (bootstrapTrials > 0 && maximumResource is null)
        {
            throw new ArgumentException(
                $"{nameof(bootstrapTrials)} is {bootstrapTrials}, which needs a "
                + $"{nameof(maximumResource)}: while that is not known, there are no brackets.",
                nameof(bootstrapTrials));
        }

        _weights = bracketWeights is null ? null : Checked(bracketWeights, minimumResource, maximumResource, reductionFactor);
        _minimumResource = minimumResource;
        _maximumResource = maximumResource;
        _reductionFactor = reductionFactor;
        _bootstrapTrials = bootstrapTrials;
    }

    public override string ToString()
        => $"Hyperband({_minimumResource} to {(_maximumResource is { } maximum ? $"{maximum}" : "automatic")}, reduction {_reductionFactor}"
            + $"{(_bootstrapTrials > 0 ? $", bootstrap {_bootstrapTrials}" : "")}"
            + $"{(_weights is null ? "" : $", weights {string.Join(' ', _weights.Select(NumberFormat.Invariant))}")})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new HyperbandRun(context, _minimumResource, _maximumResource, _reductionFactor, _bootstrapTrials, _weights);
    }

    private static double[] Checked(IReadOnlyList<double> weights, int minimumResource, int? maximumResource, int reductionFactor)
    {
        if (maximumResource is not { } maximum)
        {
            throw new ArgumentException(
                $"bracketWeights are given, which need a {nameof(maximumResource)}: while that is not known, there are no brackets.", "bracketWeights");
        }

        int count = HyperbandRun.CountBrackets(minimumResource, maximum, reductionFactor);
        if (weights.Count != count)
        {
            throw new ArgumentException(
                $"There are {weights.Count} bracketWeights and {count} brackets from {minimumResource} to {maximum} steps with the reduction factor {reductionFactor}.",
                "bracketWeights");
        }

        foreach (double weight in weights)
        {
            Guard.FiniteAndAtLeast(weight, 0, "bracketWeights");
        }

        Guard.FiniteAndAbove(weights.Sum(), 0, "bracketWeights");
        return [.. weights];
    }
}
