using System.Runtime.InteropServices;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.BestTrials;

/// <summary>What a Gaussian process believes about the trials of a study, to choose among them when the objective is noisy.</summary>
/// <remarks>
/// A model of the trials with the best values would believe their luck. Where there are more than it can hold, a model of an even sample says which others
/// promise most, each without its own value, and these join it. What a model believes is fitted to fewer still, a part of which are the closest pairs of all:
/// nothing else tells noise from shape as well. A program mostly looks once, and then nothing runs often enough for the runtime to optimize it: what loops over trials
/// asks to be optimized at once, and models one after the other use the same memory.
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

    /// <summary>
    /// Up to such a <see cref="NoiseGain"/> an objective without noise explains the values as well: of trials far from each other noise and a rough objective do, and
    /// likelihoods differ by less from one seed to another.
    /// </summary>
    public const double LeastGain = 10;

    // Where the first of two fits without noise explains the values as well as that, the other one is not tried. It counts where its posterior density is larger, and its
    // likelihood may be smaller then, but by less than the rest up to the least gain.
    private const double ClearlyNoGain = LeastGain / 2;

    private const int SampledTrials = 200;
    private const int ModelTrials = 400;

    // Pairs that are far apart say nothing.
    private const int TrialsPerPair = 20;
    private const int FewestPairs = 8;
    private const int MostPairs = 40;

    private readonly Dictionary<int, double> _means = [];
    private int _chosen;
    private int _best;

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
    /// <param name="asked">The number of a trial to know the expected objective of, wherever it is.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns><see langword="null"/> when fewer than three trials have a value or the space has a single config.</returns>
    public static PosteriorMean? Compute(SearchSpace space, IReadOnlyCollection<TrialResult> results, int asked, CancellationToken cancellationToken)
    {
        List<Observation> valued = ValuedOf(results);
        var cube = new UnitCube(space);
        if (valued.Count < 3 || cube.Dimensions.IsEmpty)
        {
            return null;
        }

        var trials = new ModelledTrials(cube, CollectionsMarshal.AsSpan(valued), MostTrials);
        int[] sample = EvenSample.Of(trials.Count, trials.Count <= ModelTrials ? ModelTrials : SampledTrials);
        (int First, int Second)[] pairs
            = ClosePairs.Of(trials.Points, cube.Numeric.Length, Math.Clamp(trials.Count / TrialsPerPair, FewestPairs, MostPairs));
        int[] fitted = RowChoice.WithPairs(trials.Count, pairs, FittedTrials);
        var fits = new NoiseFits(trials.PointsOf(fitted), cube.Numeric.Length, trials.OutputsOf(fitted));
        double largest = WorseHalf.LargestNoise(trials.Outputs);
        double largestNoise = largest * largest / trials.MeanNoiseWeight;
        double[] logarithms = fits.FindNoise(largestNoise, cancellationToken);
        double[] choosing = fits.FitWithNoise(logarithms, cancellationToken);
        var kernel = new AdditiveMaternKernel(Hyperparameters.FromLogarithms(choosing), cube.Numeric.Length);
        double[] memory = TrialModel.MemoryFor(Math.Min(trials.Count, ModelTrials));
        var model = new TrialModel(kernel, trials, sample, memory);
        if (sample.Length < trials.Count)
        {
            model = new TrialModel(kernel, trials, RowChoice.WithLeast(model.Forecast(), sample, ModelTrials), memory);
        }

        double noise = kernel.Hyperparameters.NoiseVariance * trials.MeanNoiseWeight;

        // Errors that differ by more than chance are those of noise.
        bool? repeats = RepeatedConfigs.ShowNoise(trials.Points, trials.Outputs) ?? (trials.Points.LargestNoiseWeight > 1 ? true : null);
        var posterior = new PosteriorMean
        {
            NoiseShare = noise,
            NoiseDeviation = trials.Standardization.Deviation * Math.Sqrt(noise),
            NoiseEvidence = NeighbourDifferences.NoiseRatio(pairs, trials.Outputs, noise),
            NoiseGain = noise > NegligibleShare && repeats is null ? fits.GainOf(logarithms, ClearlyNoGain, cancellationToken) : 0,
            RepeatsShowNoise = repeats,
        };
        posterior.Choose(model);

        // Before the next model takes its memory.
        double bias = noise > NegligibleShare ? ChoiceBias.Of(model, posterior._chosen) : 0;
        kernel = new AdditiveMaternKernel(Hyperparameters.FromLogarithms(logarithms, isSmooth: true), cube.Numeric.Length);
        posterior.Judge(model, new TrialModel(kernel, trials, model.Rows, memory), asked, bias);
        return posterior;
    }

    /// <summary>
    /// The expected objective, smaller is better, of a trial's config: what the models say without what the choice of the best mean makes too good
    /// (<see cref="ChoiceBias"/>); <see langword="null"/> for a trial without a value, and in a long study for one that the model does not hold, but for the one asked
    /// about and the one with the best value.
    /// </summary>
    public double? Of(int trialNumber) => _means.TryGetValue(trialNumber, out double mean) ? mean : null;

    private static List<Observation> ValuedOf(IReadOnlyCollection<TrialResult> results)
    {
        var valued = new List<Observation>(results.Count);
        foreach (TrialResult result in results)
        {
            Observation trial = Observation.Of(in result, null);
            if (trial.HasValue)
            {
                TrialHistory.Insert(valued, trial);
            }
        }

        return valued;
    }

    // The trial is chosen by the one model, and what to expect of it by the more careful of both: the smooth one expects too much beside a kink. What the
    // choice owes to luck is taken off all means, so that those of different trials compare.
    private void Choose(TrialModel chooser)
    {
        int observed = chooser.Trials.Observed;
        int best = chooser.Rows[0];
        foreach (int row in chooser.Rows)
        {
            best = chooser.MeanOf(row) < chooser.MeanOf(best) ? row : best;
        }

        _chosen = best;
        double advantage = chooser.MeanOf(observed) - chooser.MeanOf(best);
        _best = advantage > 0 ? best : observed;
        Advantage = advantage > 0 ? advantage / Math.Sqrt(chooser.DifferenceVariance(best, observed)) : 0;
    }

    private void Judge(TrialModel chooser, TrialModel judge, int asked, double bias)
    {
        ModelledTrials trials = chooser.Trials;
        for (int row = 0; row < trials.Count; row++)
        {
            if (chooser.Holds(row) || row == trials.Observed || trials.NumberOf(row) == asked)
            {
                _means[trials.NumberOf(row)] = trials.ToObjective(Math.Max(judge.MeanOf(row), chooser.MeanOf(row)) + bias);
            }
        }

        if (!(judge.MeanOf(_best) < judge.MeanOf(trials.Observed)))
        {
            _best = trials.Observed;
            Advantage = 0;
        }

        Best = trials.NumberOf(_best);
    }
}
