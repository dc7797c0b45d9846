using System.Globalization;

namespace HyperTune.Models.BestTrials;

/// <summary>Which trial of a study to report: the best observed one, or under noise the one with the best expected value.</summary>
/// <remarks>
/// The best of many noisy observations owes part of its lead to luck, the more the more trials there are. The mean of a Gaussian process over all
/// observations takes most of the luck out again. But where trials are far from each other it takes roughness for noise as well, and then leaving the best
/// observed trial loses it for nothing: expected values decide only where noise shows.
/// </remarks>
internal sealed class BestTrial
{
    /// <summary>With fewer completed trials the observed values decide: noise and shape of the objective cannot be told apart yet.</summary>
    public const int FewestTrials = 20;

    // In a narrow valley a model is too smooth for about as much.
    private const double NoisyShare = 0.0075;

    // Less noise than that of a narrow valley has to explain very much: one for each trial that the model was fitted to.
    private const double LeastGainOfLittleNoise = PosteriorMean.FittedTrials;

    // Of eight pairs under true noise, 4 in 100 show less than this share of it.
    private const double LeastEvidence = 0.25;

    // A better mean that is within its uncertainty is no reason to leave the observed values.
    private const double LeastAdvantage = 0.5;

    private const int FewestDigits = 5;
    private const int MostDigits = 17;

    private readonly PosteriorMean? _posterior;

    private BestTrial(int observed, int byMean, PosteriorMean? posterior, bool? isDeterministic)
    {
        Observed = observed;
        ByMean = byMean;
        _posterior = posterior;
        IsDeterministic = isDeterministic;
    }

    /// <summary>Whether the objective is known to have no noise, or to have some; <see langword="null"/> where that is not known.</summary>
    public bool? IsDeterministic { get; }

    /// <summary>The number of the trial with the best value.</summary>
    public int Observed { get; }

    /// <summary>The number of the trial with the best expected value; the best observed one where there is no model.</summary>
    public int ByMean { get; }

    /// <summary>Whether noise shows that is so large that expected values are to be trusted more than observed ones.</summary>
    public bool IsNoisy => IsDeterministic == false
        ? NoiseShare > NoisyShare
        : _posterior?.RepeatsShowNoise is { } repeatsShowNoise
            ? repeatsShowNoise && NoiseShare > NoisyShare
            : _posterior is not null && HasEvidence && _posterior.NoiseGain > (NoiseShare > NoisyShare ? PosteriorMean.LeastGain : LeastGainOfLittleNoise);

    /// <summary>Whether noise and a rough objective explain the values about as well.</summary>
    public bool MayBeNoisy => !IsNoisy && NoiseShare > NoisyShare && _posterior!.RepeatsShowNoise is null && HasEvidence;

    /// <summary>The number of the trial to report.</summary>
    public int Best => IsNoisy && _posterior!.Advantage > LeastAdvantage ? ByMean : Observed;

    /// <summary>The noise's variance as a share of the values' variance; 0 where there is no model.</summary>
    public double NoiseShare => _posterior?.NoiseShare ?? 0;

    /// <summary>The noise's standard deviation; not a number where there is no model.</summary>
    public double NoiseDeviation => _posterior?.NoiseDeviation ?? double.NaN;

    private bool HasEvidence => _posterior!.NoiseEvidence > LeastEvidence;

    /// <summary>The expected value of a trial's config, smaller is better; not a number where there is none.</summary>
    public double MeanOf(int number) => _posterior?.Of(number) ?? double.NaN;

    /// <summary>Chooses.</summary>
    /// <param name="space">The trials' space.</param>
    /// <param name="completed">The completed trials, with one finite value each, as far as a model may know them.</param>
    /// <param name="observed">The number of the completed trial with the best value.</param>
    /// <param name="isDeterministic">Whether the objective is known to have no noise, or to have some; <see langword="null"/> for finding out.</param>
    public static BestTrial Of(SearchSpace space, IReadOnlyCollection<TrialResult> completed, int observed, bool? isDeterministic = null)
    {
        PosteriorMean? posterior = completed.Count < FewestTrials || isDeterministic == true
            ? null
            : PosteriorMean.Compute(space, completed, observed, CancellationToken.None);
        return new BestTrial(observed, posterior?.Best ?? observed, posterior, isDeterministic);
    }

    /// <summary>The choice and its reason in words.</summary>
    /// <param name="direction">The study's direction, to turn expected values back.</param>
    public string Explain(OptimizationDirection direction)
    {
        if (IsDeterministic == true)
        {
            return $"Trial {Observed} has the best value, and the objective is said to have no noise.";
        }

        if (_posterior is null)
        {
            return $"Trial {Observed} has the best value; with fewer than {FewestTrials} completed trials noise cannot be told from the objective's shape.";
        }

        string noise = string.Create(CultureInfo.InvariantCulture, $"a standard deviation of about {NoiseDeviation:G3}");
        double sign = direction == OptimizationDirection.Maximize ? -1 : 1;
        if (!IsNoisy)
        {
            return $"Trial {Observed} has the best value, and the values "
                + (NoiseShare <= NoisyShare ? "show no noise to speak of."
                    : _posterior.RepeatsShowNoise == false ? "of the same config are the same."
                    : MayBeNoisy ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"can be explained as well without noise. If it is noise, with {noise}, expect {sign * MeanOf(Observed):G5} of it; the same config again would tell.")
                    : "look rough rather than noisy: those of trials close to each other are close.");
        }

        double expectedOfObserved = sign * MeanOf(Observed);
        double expectedByMean = sign * MeanOf(ByMean);
        string both = $"The values look noisy, with {noise}. Trial {Observed} has the best value";
        return ByMean == Observed ? $"{both} and the best expected one, {Expected(Observed)}."
            : Best == Observed ? $"{both}; that trial {ByMean} is expected to give {Expected(ByMean)} and it {Expected(Observed)} is too small a difference to be sure of."
            : $"{both}, but is expected to give {Expected(Observed)}; trial {ByMean} has the best expected value, {Expected(ByMean)}.";

        string Expected(int number)
            => double.IsNaN(MeanOf(number)) ? "an unknown value"
                : number == Observed ? Distinct(expectedOfObserved, expectedByMean)
                : Distinct(expectedByMean, expectedOfObserved);
    }

    // With as many digits as tell it from the other one: values with a large part in common agree in many.
    private static string Distinct(double value, double other)
    {
        int digits = FewestDigits;
        while (digits < MostDigits && Text(value) == Text(other) && value != other)
        {
            digits++;
        }

        // One more, so that they do not only differ by rounding.
        digits = digits > FewestDigits && digits < MostDigits ? digits + 1 : digits;
        return Text(value);

        string Text(double number) => number.ToString($"G{digits}", CultureInfo.InvariantCulture);
    }
}
