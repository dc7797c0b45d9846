using HyperTune.Numerics;

namespace HyperTune.Pruning.SuccessiveHalving;

/// <summary>Lets only the best fraction of trials pass each rung of a ladder of steps.</summary>
internal sealed class SuccessiveHalvingPruner : Pruner
{
    private readonly int? _minimumResource;
    private readonly int _reductionFactor;
    private readonly int _skippedRungs;
    private readonly int _bootstrapTrials;

    public SuccessiveHalvingPruner(int? minimumResource, int reductionFactor, int skippedRungs, int bootstrapTrials)
    {
        Guard.AtLeast(minimumResource ?? 1, 1, nameof(minimumResource));
        Guard.AtLeast(reductionFactor, 2);
        Guard.AtLeast(skippedRungs, 0);
        Guard.AtLeast(bootstrapTrials, 0);
        if (bootstrapTrials > 0 && minimumResource is null)
        {
            throw new ArgumentException(
                $"{nameof(bootstrapTrials)} is {bootstrapTrials}, which needs a "
                + $"{nameof(minimumResource)}: while that is not known, no trial waits at a rung.",
                nameof(bootstrapTrials));
        }

        _minimumResource = minimumResource;
        _reductionFactor = reductionFactor;
        _skippedRungs = skippedRungs;
        _bootstrapTrials = bootstrapTrials;
    }

    public override string ToString()
        => $"SuccessiveHalving({(_minimumResource is { } steps ? $"first rung at {steps}" : "first rung automatic")}, reduction {_reductionFactor}"
            + $"{(_skippedRungs > 0 ? $", {_skippedRungs} skipped" : "")}{(_bootstrapTrials > 0 ? $", bootstrap {_bootstrapTrials}" : "")})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new SuccessiveHalvingRun(context, _minimumResource, _reductionFactor, _skippedRungs, _bootstrapTrials);
    }
}
