using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Makes the criteria of how much a config is expected to improve on the trials so far: what the value to improve on is, and how noise counts.</summary>
/// <param name="cube">The space.</param>
internal sealed class ImprovementCriteria(UnitCube cube)
{
    // Above this share of the outputs' variance the best observed value owes too much to luck: the model's mean replaces it.
    private const double NoisyVariance = 1e-3;

    // Above this share, a tenth of the deviation, trying known places again counts for less. Below, what looks like noise is often a valley too narrow
    // for the model, which a study should follow: comparisons on Rosenbrock's function found twice the regret with the lower threshold.
    private const double DiscountedVariance = 1e-2;

    /// <summary>The criterion of a process of values.</summary>
    /// <param name="surrogate">The process, up to date; the running trials are appended to it.</param>
    /// <param name="trials">The trials that it was told.</param>
    /// <param name="rivals">Those to improve on.</param>
    /// <param name="region">To improve on those in a region only; <see langword="null"/> for all.</param>
    /// <param name="pending">The vectors of the running trials.</param>
    /// <param name="factors">What has to hold beside.</param>
    /// <param name="seed">The seed of what running trials may turn out to be.</param>
    public AcquisitionFunction Create(
        Surrogate surrogate,
        ReadOnlySpan<Observation> trials,
        Rivals rivals,
        SearchRegion? region,
        IEnumerable<double[]> pending,
        FeasibilityFactor[] factors,
        ulong seed)
    {
        GaussianProcess process = surrogate.Process;
        double noise = process.Kernel.Hyperparameters.NoiseVariance;
        PointSet points = process.Inputs.Points;
        bool isNoisy = noise * points.LargestNoiseWeight > NoisyVariance;
        double weight = 1;
        double target = FirstTarget(rivals);
        for (int row = 0; row < surrogate.RowCount; row++)
        {
            if (rivals.Contain(trials[surrogate.TrialAt(row)], region))
            {
                double output = surrogate.Outputs[row];
                output = isNoisy ? process.MeanAtObserved(row, output) : output;
                weight = output < target ? points.NoiseWeight(row) : weight;
                target = Better(rivals, target, output);
            }
        }

        // What trying the best place again would tell.
        noise *= weight;
        Fantasies? fantasies = AppendPending(process, [.. pending]) is { Length: > 0 } means
            ? new Fantasies(process, means, target, lowersTarget: !isNoisy, RandomStream.Mix(seed))
            : null;
        return new AcquisitionFunction(process, new LogExpectedImprovement(target, fantasies, Discounted(noise)), factors);
    }

    /// <summary>The criterion of a process of values and derivatives.</summary>
    /// <param name="model">The process, up to date, running trials among its points.</param>
    /// <param name="trials">The trials that it was told.</param>
    /// <param name="rivals">Those to improve on.</param>
    /// <param name="factors">What has to hold beside.</param>
    public DerivativeAcquisition Create(DerivativeSurrogate model, ReadOnlySpan<Observation> trials, Rivals rivals, FeasibilityFactor[] factors)
    {
        DerivativeProcess process = model.Process;
        double noise = process.Kernel.SignalVariance * process.Kernel.NoiseShare;
        double target = FirstTarget(rivals);
        var point = new double[cube.Dimensions.Length];
        for (int row = 0; row < trials.Length; row++)
        {
            if (rivals.Contain(in trials[row]))
            {
                double output = model.Outputs[row];
                if (noise > NoisyVariance)
                {
                    ModelPoint.Encode(cube, trials[row].Vector.Span, point);
                    output = process.Predict(point).Mean;
                }

                target = Better(rivals, target, output);
            }
        }

        return new DerivativeAcquisition(process, new LogExpectedImprovement(target, fantasies: null, Discounted(noise)), factors);
    }

    // What trials outside of the space have reached may be out of reach inside: there, the first trial goes where the model expects the best value.
    private static double FirstTarget(Rivals rivals) => rivals.AreOutside ? double.NegativeInfinity : double.PositiveInfinity;

    private static double Better(Rivals rivals, double target, double output) => rivals.AreOutside ? Math.Max(target, output) : Math.Min(target, output);

    private static double Discounted(double noise) => noise > DiscountedVariance ? noise : 0;

    private double[] AppendPending(GaussianProcess process, double[][] pending)
    {
        var means = new double[pending.Length];
        var prediction = new PointPrediction();
        var point = new double[cube.Dimensions.Length];
        for (int i = 0; i < pending.Length; i++)
        {
            ModelPoint.Encode(cube, pending[i], point);
            prediction.Predict(process, point);
            means[i] = prediction.Mean;
            process.Append(point);
        }

        return means;
    }
}
