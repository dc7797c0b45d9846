using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.BestTrials;

/// <summary>What a Gaussian process believes about the trials of a study, to choose among them when the objective is noisy.</summary>
/// <remarks>
/// A model of the trials with the best values would believe their luck. Where there are more than it can hold, a model of an even sample says which others
/// promise most, each without its own value, and these join it. What a model believes is fitted to fewer still, a part of which are the closest pairs of all:
/// nothing else tells noise from shape as well.
/// </remarks>
internal sealed class PosteriorMean
{
    /// <summary>The most trials to look at.</summary>
    public const int MostTrials = 5000;

    /// <summary>The share of the values' variance up to which noise is neglected.</summary>
    public const double NegligibleShare = 0.001;

    /// <summary>
    /// The most trials to fit to: from 150 on the noise's deviation is within 6 % of the truth, and the time of a fit grows with the cube.
    /// </summary>
    public const int FittedTrials = 160;

    private const int SampledTrials = 200;
    private const int ModelTrials = 400;

    // Pairs that are far apart say nothing.
    private const int TrialsPerPair = 20;
    private const int FewestPairs = 8;
    private const int MostPairs = 40;

    private readonly Dictionary<int, double> _means = [];

    private PosteriorMean()
    {
    }

    /// <summary>The variance that the model takes for noise, as a share of the values' variance; from 1e-6, which means none, to about 1.</summary>
    public double NoiseShare { get; private init; }

    /// <summary>The standard deviation of that noise in the objective's units.</summary>
    public double NoiseDeviation { get; private init; }

    /// <summary>
    /// How much of that noise shows between the trials closest to each other, where the objective's shape can do least: about 1 or more for true noise,
    /// near 0 for an objective that is only rougher than the model.
    /// </summary>
    public double NoiseEvidence { get; private init; }

    /// <summary>
    /// By how much the values' log-likelihood with that noise is larger than that of the best objective without any, however rough; 0 for noise that is negligible,
    /// and where repeats decide.
    /// </summary>
    public double NoiseGain { get; private init; }

    /// <summary>
    /// Whether trials of the same config prove noise or disprove it, or standard errors that differ prove it; <see langword="null"/> where there are none.
    /// </summary>
    public bool? RepeatsShowNoise { get; private init; }

    /// <summary>The number of the trial with the best mean.</summary>
    public int Best { get; private set; }

    /// <summary>By how many of its standard deviations the mean of <see cref="Best"/> is better than that of the best observed trial.</summary>
    public double Advantage { get; private set; }

    /// <summary>Fits a model to the trials with a finite value, whatever strategy suggested them.</summary>
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
        if (history.Valued.Length < 3 || cube.Dimensions.IsEmpty)
        {
            return null;
        }

        var trials = new ModelledTrials(cube, history.Valued, MostTrials);
        int[] sample = [.. EvenSample.Of(trials.Count, trials.Count <= ModelTrials ? ModelTrials : SampledTrials)];
        (int First, int Second)[] pairs
            = ClosePairs.Of(trials.Points, cube.Numeric.Length, Math.Clamp(trials.Count / TrialsPerPair, FewestPairs, MostPairs));
        int[] fitted = FittedRows(trials.Count, pairs);
        PointSet points = trials.PointsOf(fitted);
        double[] outputs = trials.OutputsOf(fitted);
        double largest = WorseHalf.LargestNoise(trials.Outputs);
        double largestNoise = largest * largest / trials.MeanNoiseWeight;
        double[] logarithms = HyperparameterFit.RunForNoise(points, cube.Numeric.Length, outputs, largestNoise, cancellationToken);
        double[] choosing = HyperparameterFit.RunWithNoise(points, cube.Numeric.Length, outputs, logarithms, cancellationToken);
        var kernel = new AdditiveMaternKernel(Hyperparameters.FromLogarithms(choosing), cube.Numeric.Length);
        var model = new TrialModel(kernel, trials, sample);
        if (sample.Length < trials.Count)
        {
            double[] forecasts = model.Forecast();
            int[] byForecast = [.. Enumerable.Range(0, trials.Count).Except(sample).OrderBy(row => forecasts[row]).Take(ModelTrials - sample.Length)];
            model = new TrialModel(kernel, trials, [.. sample.Concat(byForecast).Order()]);
        }

        double noise = kernel.Hyperparameters.NoiseVariance * trials.MeanNoiseWeight;

        // Errors that differ by more than chance are those of noise.
        bool? repeats = RepeatedConfigs.ShowNoise(trials.Points, trials.Outputs) ?? (trials.Points.LargestNoiseWeight > 1 ? true : null);
        var posterior = new PosteriorMean
        {
            NoiseShare = noise,
            NoiseDeviation = trials.Standardization.Deviation * Math.Sqrt(noise),
            NoiseEvidence = NeighbourDifferences.NoiseRatio(pairs, trials.Outputs, noise),
            NoiseGain = noise > NegligibleShare && repeats is null
                ? HyperparameterFit.GainOfNoise(points, cube.Numeric.Length, outputs, logarithms, cancellationToken)
                : 0,
            RepeatsShowNoise = repeats,
        };
        kernel = new AdditiveMaternKernel(Hyperparameters.FromLogarithms(logarithms, isSmooth: true), cube.Numeric.Length);
        posterior.Compare(model, new TrialModel(kernel, trials, model.Rows));
        return posterior;
    }

    /// <summary>
    /// The expected objective, smaller is better, of a trial's config; <see langword="null"/> for a trial without a value, and in a very long study
    /// for one that was not looked at.
    /// </summary>
    public double? Of(int trialNumber) => _means.TryGetValue(trialNumber, out double mean) ? mean : null;

    private static int[] FittedRows(int count, (int First, int Second)[] pairs)
    {
        if (count <= FittedTrials)
        {
            return [.. Enumerable.Range(0, count)];
        }

        int[] close = [.. pairs.SelectMany(static pair => new[] { pair.First, pair.Second })];
        int[] others = [.. Enumerable.Range(0, count).Except(close)];
        return [.. EvenSample.Of(others.Length, FittedTrials - close.Length).Select(place => others[place]).Concat(close).Order()];
    }

    // The trial is chosen by the one model, and what to expect of it by the more careful of both: the smooth one expects too much beside a kink.
    private void Compare(TrialModel chooser, TrialModel judge)
    {
        ModelledTrials trials = chooser.Trials;
        int observed = Array.IndexOf(trials.Outputs, trials.Outputs.Min());
        for (int row = 0; row < trials.Count; row++)
        {
            _means[trials.NumberOf(row)] = trials.ToObjective(Math.Max(judge.MeanOf(row), chooser.MeanOf(row)));
        }

        int best = chooser.Rows.MinBy(chooser.MeanOf);
        double advantage = chooser.MeanOf(observed) - chooser.MeanOf(best);
        best = advantage > 0 && judge.MeanOf(best) < judge.MeanOf(observed) ? best : observed;
        Best = trials.NumberOf(best);
        Advantage = best == observed ? 0 : advantage / Math.Sqrt(chooser.DifferenceVariance(best, observed));
    }
}
