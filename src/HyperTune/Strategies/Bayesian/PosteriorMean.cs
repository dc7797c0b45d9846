namespace HyperTune;

/// <summary>What a Gaussian process believes about the trials of a study, to choose among them when the objective is noisy.</summary>
internal sealed class PosteriorMean
{
    private readonly Dictionary<int, double> _means = [];

    private PosteriorMean(double noiseShare, double noiseDeviation)
    {
        NoiseShare = noiseShare;
        NoiseDeviation = noiseDeviation;
    }

    /// <summary>The variance that the model takes for noise, as a share of the values' variance; from 1e-6, which means none, to about 1.</summary>
    public double NoiseShare { get; }

    /// <summary>The standard deviation of that noise in the objective's units.</summary>
    public double NoiseDeviation { get; }

    /// <summary>Fits a model to all trials with a finite value, whatever strategy suggested them.</summary>
    /// <param name="space">The trials' space.</param>
    /// <param name="results">The trials; the order does not matter.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns><see langword="null"/> when fewer than three trials have a value or the space has a single config.</returns>
    public static PosteriorMean? Compute(SearchSpace space, IEnumerable<TrialResult> results, CancellationToken cancellationToken)
    {
        var history = new TrialHistory();
        foreach (TrialResult result in results)
        {
            history.Tell(result);
        }

        var encoding = new SpaceEncoding(space);
        ReadOnlySpan<TrialRecord> trials = history.Valued;
        if (trials.Length < 3 || encoding.Dimensions.IsEmpty)
        {
            return null;
        }

        // The deviation of the outputs is 1, so that the noise's variance is its share.
        var surrogate = new Surrogate(encoding, OutputScale.Standardized, BayesianOptions.DefaultModelTrials);
        surrogate.Update(trials, static trial => trial.Value, 0, cancellationToken);
        double noise = surrogate.Process.Kernel.Hyperparameters.NoiseVariance;
        var posterior = new PosteriorMean(noise, surrogate.Standardization.Deviation * Math.Sqrt(noise));
        for (int row = 0; row < surrogate.RowCount; row++)
        {
            double mean = surrogate.Process.MeanAtObserved(row, surrogate.Outputs[row]);
            posterior._means[trials[surrogate.TrialAt(row)].Number] = surrogate.Standardization.Mean + (surrogate.Standardization.Deviation * mean);
        }

        return posterior;
    }

    /// <summary>
    /// The expected objective, smaller is better, of a trial's config; <see langword="null"/> for a trial without a value, and in a very long study
    /// for one that the model leaves out.
    /// </summary>
    public double? Of(int trialNumber) => _means.TryGetValue(trialNumber, out double mean) ? mean : null;
}
