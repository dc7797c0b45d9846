using HyperTune.Numerics;

namespace HyperTune.Pruning.Hyperband;

/// <summary>Spreads trials over brackets of successive halving that differ in where the first rung lies.</summary>
internal sealed class HyperbandPruner : Pruner
{
    private readonly int _minimumResource;
    private readonly int? _maximumResource;
    private readonly int _reductionFactor;
    private readonly int _bootstrapTrials;

    public HyperbandPruner(int minimumResource, int? maximumResource, int reductionFactor, int bootstrapTrials)
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

        _minimumResource = minimumResource;
        _maximumResource = maximumResource;
        _reductionFactor = reductionFactor;
        _bootstrapTrials = bootstrapTrials;
    }

    public override string ToString()
        => $"Hyperband({_minimumResource} to {(_maximumResource is { } maximum ? $"{maximum}" : "automatic")}, reduction {_reductionFactor}"
            + $"{(_bootstrapTrials > 0 ? $", bootstrap {_bootstrapTrials}" : "")})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new HyperbandRun(context, _minimumResource, _maximumResource, _reductionFactor, _bootstrapTrials);
    }
}
