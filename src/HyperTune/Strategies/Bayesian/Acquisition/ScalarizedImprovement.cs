using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics.Normal;
using HyperTune.Numerics.Sobol;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>
/// The logarithm of the improvement to be expected of one number made of many objectives, the augmented Chebyshev scalarization with random weights, and those
/// of the probabilities of the limits.
/// </summary>
/// <remarks>
/// <code>s(y) = max_k w_k y_k + 0.05 sum_k w_k y_k</code>
/// of objectives that the front spreads over [0, 1]: J. Knowles, "ParEGO: a hybrid algorithm with on-line landscape approximation for expensive multiobjective
/// optimization problems", 2006, with a model an objective instead of one of s. The expectation is an average over quasi-random outcomes of a smooth positive
/// part, as a logarithm (S. Ament et al., NeurIPS 2023, section 4).
/// </remarks>
internal sealed class ScalarizedImprovement : AcquisitionCriterion
{
    private const int Draws = 64;
    private const double Augmentation = 0.05;
    private const double Smoothness = 1e-2;
    private const double SmallestVariance = 1e-12;

    private readonly GaussianProcess[] _processes;
    private readonly FeasibilityFactor[] _factors;
    private readonly PointPrediction[] _points;
    private readonly double[] _weights;
    private readonly double[] _origins;
    private readonly double _target;
    private readonly double[] _normals;
    private readonly double[] _logarithms = new double[Draws];
    private readonly double[] _slopes = new double[Draws];
    private readonly int[] _largest = new int[Draws];

    /// <param name="processes">The models of the objectives.</param>
    /// <param name="weights">What one unit of each model's scale counts: the random weight over the front's span.</param>
    /// <param name="origins">The front's best in each objective, on the models' scales.</param>
    /// <param name="target">The smallest scalarized value of a trial.</param>
    /// <param name="seed">The seed of the outcomes.</param>
    /// <param name="factors">What has to hold.</param>
    public ScalarizedImprovement(GaussianProcess[] processes, double[] weights, double[] origins, double target, ulong seed, params FeasibilityFactor[] factors)
    {
        _processes = processes;
        _factors = factors;
        _weights = weights;
        _origins = origins;
        _target = target;
        _points = [.. processes.Select(static _ => new PointPrediction())];
        _normals = new double[Draws * processes.Length];
        var sequence = new SobolSequence(processes.Length, seed);
        for (uint draw = 0; draw < Draws; draw++)
        {
            Span<double> normals = _normals.AsSpan((int)draw * processes.Length, processes.Length);
            sequence.Fill(draw, normals);
            foreach (ref double normal in normals)
            {
                normal = StandardNormal.Quantile(normal);
            }
        }
    }

    public override Hyperparameters Hyperparameters => _processes[0].Kernel.Hyperparameters;

    public override int ModelSize => _processes[0].Count;

    /// <summary>The number that is made of objectives.</summary>
    /// <param name="losses">The objectives, on the models' scales.</param>
    /// <param name="weights">What one unit of each counts.</param>
    /// <param name="origins">The front's best in each.</param>
    public static double Scalarize(ReadOnlySpan<double> losses, ReadOnlySpan<double> weights, ReadOnlySpan<double> origins)
    {
        double largest = double.NegativeInfinity;
        double sum = 0;
        for (int k = 0; k < losses.Length; k++)
        {
            double part = weights[k] * (losses[k] - origins[k]);
            largest = Math.Max(largest, part);
            sum += part;
        }

        return largest + (Augmentation * sum);
    }

    public override void Score(PointSet candidates, Span<double> scores)
    {
        double[] point = new double[candidates.Dimension];
        for (int i = 0; i < candidates.Count; i++)
        {
            candidates.CopyTo(i, point);
            scores[i] = Evaluate(point);
        }
    }

    public override double Evaluate(ReadOnlySpan<double> point)
    {
        Span<double> losses = stackalloc double[_processes.Length];
        for (int k = 0; k < _processes.Length; k++)
        {
            _points[k].Predict(_processes[k], point);
        }

        double best = double.NegativeInfinity;
        for (int draw = 0; draw < Draws; draw++)
        {
            double largest = double.NegativeInfinity;
            for (int k = 0; k < losses.Length; k++)
            {
                losses[k] = _points[k].Mean + (Math.Sqrt(_points[k].Variance + SmallestVariance) * _normals[(draw * losses.Length) + k]);
                double part = _weights[k] * (losses[k] - _origins[k]);
                if (part > largest)
                {
                    largest = part;
                    _largest[draw] = k;
                }
            }

            double gain = (_target - Scalarize(losses, _weights, _origins)) / Smoothness;
            (_logarithms[draw], _slopes[draw]) = LogSoftPlus(gain);
            best = Math.Max(best, _logarithms[draw]);
        }

        double sum = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            _logarithms[draw] = Math.Exp(_logarithms[draw] - best);
            sum += _logarithms[draw];
        }

        for (int draw = 0; draw < Draws; draw++)
        {
            _slopes[draw] *= -_logarithms[draw] / (sum * Smoothness);
        }

        double score = best + Math.Log(sum * Smoothness / Draws);
        foreach (FeasibilityFactor factor in _factors)
        {
            score += factor.Evaluate(point);
        }

        return score;
    }

    public override void WriteGradient(Span<double> gradient)
    {
        gradient.Clear();
        int objectives = _processes.Length;
        for (int k = 0; k < objectives; k++)
        {
            double meanSlope = 0;
            double deviationSlope = 0;
            for (int draw = 0; draw < Draws; draw++)
            {
                double slope = _slopes[draw] * _weights[k] * ((_largest[draw] == k ? 1 : 0) + Augmentation);
                meanSlope += slope;
                deviationSlope += slope * _normals[(draw * objectives) + k];
            }

            double deviation = Math.Sqrt(_points[k].Variance + SmallestVariance);
            double[] none = new double[_processes[k].Count - _processes[k].OutputCount];
            _points[k].AddGradient(_processes[k], meanSlope, deviationSlope / (2 * deviation), none, gradient);
        }

        foreach (FeasibilityFactor factor in _factors)
        {
            factor.AddGradient(gradient);
        }
    }

    // ln ln(1 + e^x) and its derivative; far below, x itself.
    private static (double Value, double Slope) LogSoftPlus(double x)
    {
        if (x < -30)
        {
            return (x, 1);
        }

        double softPlus = x > 30 ? x : double.LogP1(Math.Exp(x));
        return (Math.Log(softPlus), 1 / ((1 + Math.Exp(-x)) * softPlus));
    }
}
