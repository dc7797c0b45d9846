using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>What has to hold of a config beside its objectives: that it works, and that it keeps each limit. Models of their own say how likely that is.</summary>
internal sealed class FeasibilityFactors(UnitCube cube, int capacity)
{
    // A config counts as working when the model of ones and zeros lies above the middle.
    private const double Middle = 0.5;

    // Once the improvement to expect elsewhere is a millionth, the likely failures where no value is known would look best.
    private const double WorkingWeight = 4;

    private readonly FeasibilityModel _working = new(cube, capacity);
    private readonly LimitModels _limits = new(cube, capacity, OutputScale.Standardized);
    private readonly LimitModels _nearLimits = new(cube, capacity, OutputScale.AroundZero);

    /// <summary>Takes note of what a trial has changed.</summary>
    /// <param name="judged">From which place on the judged trials have changed.</param>
    /// <param name="limited">From which place on those of known limits have.</param>
    public void Invalidate(int judged, int limited)
    {
        _working.Invalidate(judged);
        _limits.Invalidate(limited);
        _nearLimits.Invalidate(limited);
    }

    /// <summary>The factors for the trials told so far; empty while everything holds.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="use">How the limits count, where they are known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public FeasibilityFactor[] Create(TrialHistory history, LimitUse use, CancellationToken cancellationToken)
    {
        bool knowsLimits = !history.Limited.IsEmpty;
        var factors = new List<FeasibilityFactor>();
        if (knowsLimits && use != LimitUse.Ignored)
        {
            foreach ((Surrogate model, double limit) in (use == LimitUse.Close ? _nearLimits : _limits).Update(history.Limited, cancellationToken))
            {
                factors.Add(new FeasibilityFactor(model.Process, limit, isAbove: false));
            }
        }

        if (knowsLimits ? history.HasFailed : history.HasInfeasible)
        {
            factors.Add(new FeasibilityFactor(_working.Update(history, knowsLimits, cancellationToken), Middle, isAbove: true, WorkingWeight));
        }

        return [.. factors];
    }
}
