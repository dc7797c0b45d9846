using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.BestTrials;

/// <summary>What a Gaussian process believes about the trials of a study, to choose among them when the objective is noisy.</summary>
internal sealed class PosteriorMean
{
    private const double SmallestVariance = 1e-12;

    private readonly Dictionary<int, double> _means = [];

    private PosteriorMean(double noiseShare, double noiseDeviation, double noiseEvidence)
    {
        NoiseShare = noiseShare;
        NoiseDeviation = noiseDeviation;
        NoiseEvidence = noiseEvidence;
    }

    /// <summary>The variance that the model takes for noise, as a share of the values' variance; from 1e-6, which means none, to about 1.</summary>
    public double NoiseShare { get; }

    /// <summary>The standard deviation of that noise in the objective's units.</summary>
    public double NoiseDeviation { get; }

    /// <summary>
    /// How much of that noise shows between the trials closest to each other, where the objective's shape can do least: about 1 or more for true noise,
    /// near 0 for an objective that is only rougher than the model.
    /// </summary>
    public double NoiseEvidence { get; }

    /// <summary>The number of the trial with the best mean.</summary>
    public int Best { get; private set; }

    /// <summary>By how many of its standard deviations the mean of <see cref="Best"/> is better than that of the best observed trial.</summary>
    public double Advantage { get; private set; }

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

        var cube = new UnitCube(space);
        ReadOnlySpan<Observation> trials = history.Valued;
        if (trials.Length < 3 || cube.Dimensions.IsEmpty)
        {
            return null;
        }

        // The deviation of the outputs is 1, so that the noise's variance is its share.
        var surrogate = new Surrogate(cube, OutputScale.Standardized, Surrogate.DefaultCapacity);
        surrogate.Update(trials, static trial => trial.Value, 0, cancellationToken);
        GaussianProcess process = surrogate.Process;
        double noise = process.Kernel.Hyperparameters.NoiseVariance;
        double evidence = NeighbourDifferences.NoiseRatio(process.Inputs.Points, cube.Numeric.Length, surrogate.Outputs, noise);
        var posterior = new PosteriorMean(noise, surrogate.Standardization.Deviation * Math.Sqrt(noise), evidence);
        int best = 0;
        int observed = 0;
        double[] means = new double[surrogate.RowCount];
        for (int row = 0; row < means.Length; row++)
        {
            means[row] = process.MeanAtObserved(row, surrogate.Outputs[row]);
            best = means[row] < means[best] ? row : best;
            observed = surrogate.Outputs[row] < surrogate.Outputs[observed] ? row : observed;
            double mean = surrogate.Standardization.Mean + (surrogate.Standardization.Deviation * means[row]);
            posterior._means[trials[surrogate.TrialAt(row)].Number] = Math.Clamp(mean, double.MinValue, double.MaxValue);
        }

        posterior.Best = trials[surrogate.TrialAt(best)].Number;
        posterior.Advantage = best == observed ? 0 : (means[observed] - means[best]) / Math.Sqrt(DifferenceVariance(process, best, observed));
        return posterior;
    }

    // The posterior variance of the difference of two observed points' values: that before any observation without what the observations explain.
    private static double DifferenceVariance(GaussianProcess process, int first, int second)
    {
        var point = new KernelPoint(process.Inputs.Points.Dimension);
        double[] a = new double[SimdMath.RoundUp(process.Count)];
        double[] b = new double[a.Length];
        process.Inputs.CopyTo(first, point);
        process.Kernel.Covariances(process.Inputs, process.Count, point, a);
        process.Inputs.CopyTo(second, point);
        process.Kernel.Covariances(process.Inputs, process.Count, point, b);
        double variance = 2 * (process.PriorVariance - a[second]);
        for (int i = 0; i < process.Count; i++)
        {
            double explained = 0;
            ReadOnlySpan<double> row = process.InverseRow(i);
            for (int j = 0; j < row.Length; j++)
            {
                explained += row[j] * (a[j] - b[j]);
            }

            variance -= explained * explained;
        }

        return Math.Max(variance, SmallestVariance);
    }

    /// <summary>
    /// The expected objective, smaller is better, of a trial's config; <see langword="null"/> for a trial without a value, and in a very long study
    /// for one that the model leaves out.
    /// </summary>
    public double? Of(int trialNumber) => _means.TryGetValue(trialNumber, out double mean) ? mean : null;
}
