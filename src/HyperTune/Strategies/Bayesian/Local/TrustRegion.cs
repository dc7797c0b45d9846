namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>What the local phase knows after a number of trials.</summary>
/// <remarks>A value: the state after each trial is kept, because a trial that ran for long is told after those that started later.</remarks>
internal readonly record struct TrustRegion()
{
    private const double StartRadius = 0.2;
    private const double LargestRadius = 0.5;
    private const double StartTrust = 0.5;

    // How fast the trust follows what steps have brought.
    private const double TrustRate = 0.3;
    private const double GoodRatio = 0.7;
    private const double BadRatio = 0.1;

    /// <summary>The place of the best trial; negative where there is none.</summary>
    public int Best { get; init; } = -1;

    /// <summary>Half the width of the region around the best trial, as a share of the range.</summary>
    public double Radius { get; init; } = StartRadius;

    /// <summary>The share of the promised gains that steps have brought of late, of [0, 1].</summary>
    public double Trust { get; init; } = StartTrust;

    /// <summary>How many of the last trials were steps.</summary>
    public int Streak { get; init; }

    /// <summary>How many trials were none.</summary>
    public int GlobalCount { get; init; }

    /// <summary>By how much the last trial, if it was no step, was better than the best one before.</summary>
    public double LastGain { get; init; }

    /// <summary>The deviation that failed steps let suspect; 0 where their errors shrank with their lengths.</summary>
    public double Noise { get; init; }

    /// <summary>The failed steps around this best trial.</summary>
    public FailedSteps Failures { get; init; } = FailedSteps.None;

    /// <summary>The region after a step.</summary>
    /// <param name="predicted">The gain that the model promised; positive.</param>
    /// <param name="actual">The gain; negative infinity for a trial that failed.</param>
    /// <param name="length">The largest change of a coordinate.</param>
    public TrustRegion AfterStep(double predicted, double actual, double length)
    {
        double ratio = actual / predicted;
        double kept = ratio <= 0 ? 0 : ratio <= 1 ? ratio : 1 / ratio;
        TrustRegion next = this with { Trust = ((1 - TrustRate) * Trust) + (TrustRate * kept), Streak = Streak + 1, LastGain = 0 };
        if (ratio > GoodRatio)
        {
            return next with { Radius = Math.Min(LargestRadius, Math.Max(Radius, 2 * length)) };
        }

        if (ratio > BadRatio)
        {
            return next;
        }

        FailedSteps failures = double.IsFinite(actual) ? Failures.With(length, predicted - actual) : Failures;
        return next with { Radius = Math.Min(Radius, length) / 2, Failures = failures, Noise = Math.Max(Noise, failures.Noise) };
    }

    /// <summary>The region around a better trial outside of it.</summary>
    /// <param name="best">The trial's place.</param>
    /// <param name="radius">The old region's radius.</param>
    /// <param name="distance">How far the trial is away; infinite for one of another branch.</param>
    public TrustRegion Elsewhere(int best, double radius, double distance) => this with
    {
        Best = best,
        Radius = double.IsFinite(distance) ? Math.Min(StartRadius, Math.Max(radius, distance)) : StartRadius,
        Trust = StartTrust,
        Failures = FailedSteps.None,
    };
}
