namespace HyperTune;

/// <summary>Which trial of a study to report: the best observed one, or under noise the one with the best expected value.</summary>
/// <remarks>
/// The best of many noisy observations owes part of its lead to luck, the more the more trials there are. The mean of a Gaussian process over all
/// observations takes most of the luck out again.
/// </remarks>
internal sealed class TrialChoice
{
    /// <summary>With fewer completed trials the observed values decide: noise and shape of the objective cannot be told apart yet.</summary>
    public const int FewestTrials = 20;

    // The same limit above which the Bayesian strategy stops to trust the best observed value.
    private const double NoisyShare = 1e-3;

    private readonly PosteriorMean? _posterior;

    private TrialChoice(int observed, int byMean, PosteriorMean? posterior)
    {
        Observed = observed;
        ByMean = byMean;
        _posterior = posterior;
    }

    /// <summary>The number of the trial with the best value.</summary>
    public int Observed { get; }

    /// <summary>The number of the trial with the best expected value; the best observed one where there is no model.</summary>
    public int ByMean { get; }

    /// <summary>Whether the noise is so large that the expected value decides.</summary>
    public bool IsNoisy => NoiseShare > NoisyShare;

    /// <summary>The number of the trial to report.</summary>
    public int Best => IsNoisy ? ByMean : Observed;

    /// <summary>The noise's variance as a share of the values' variance; 0 where there is no model.</summary>
    public double NoiseShare => _posterior?.NoiseShare ?? 0;

    /// <summary>The noise's standard deviation; not a number where there is no model.</summary>
    public double NoiseDeviation => _posterior?.NoiseDeviation ?? double.NaN;

    /// <summary>The expected value of a trial's config, smaller is better; not a number where there is none.</summary>
    public double MeanOf(int number) => _posterior?.Of(number) ?? double.NaN;

    /// <summary>Chooses.</summary>
    /// <param name="space">The trials' space.</param>
    /// <param name="completed">The completed trials, with one finite value each; at least one.</param>
    public static TrialChoice Of(SearchSpace space, IReadOnlyCollection<TrialResult> completed)
    {
        int observed = completed.OrderBy(static result => result.Values.Span[0]).ThenBy(static result => result.Number).First().Number;
        PosteriorMean? posterior = completed.Count < FewestTrials ? null : PosteriorMean.Compute(space, completed, CancellationToken.None);
        int byMean = posterior is null
            ? observed
            : completed.Select(static result => result.Number).Where(number => posterior.Of(number) is not null)
                .OrderBy(number => posterior.Of(number)).ThenBy(static number => number).First();
        return new TrialChoice(observed, byMean, posterior);
    }
}
