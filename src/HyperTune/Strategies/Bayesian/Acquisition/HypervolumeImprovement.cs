using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics.Normal;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>The logarithm of the volume by which a point can be expected to enlarge what the front dominates, and those of the probabilities of the limits.</summary>
/// <remarks>
/// <code>
/// EHVI = sum over boxes [l, u] of prod_k g_k,   g_k = E[min((u_k - Y_k)+, u_k - l_k)] = sigma_k (h((u_k - mu_k) / sigma_k) - h((l_k - mu_k) / sigma_k))
/// </code>
/// with h(z) = phi(z) + z Phi(z) and the boxes that fill what no trial dominates, exact for independent Gaussian objectives. M. Emmerich et al., "Hypervolume-based
/// expected improvement: monotonicity properties and exact computation", CEC 2011; the boxes of Lacour et al., 2017. Far from the front, where the sum underflows,
/// the logarithms of the boxes' terms are added instead (S. Ament et al., NeurIPS 2023).
/// </remarks>
internal sealed class HypervolumeImprovement : AcquisitionCriterion
{
    private const double SmallestVariance = 1e-12;
    private const double SmallestSum = 1e-250;

    private readonly GaussianProcess[] _processes;
    private readonly FeasibilityFactor[] _factors;
    private readonly BatchPrediction[] _batches;
    private readonly PointPrediction[] _points;

    // The ends of the boxes in each objective, in ascending order without repetition, and which of them each box has.
    private readonly double[][] _ends;
    private readonly (int Low, int High)[][] _boxes;

    private readonly double[][] _improvements;
    private readonly double[][] _cdfs;
    private readonly double[][] _densities;
    private double[][] _means = [];
    private double[][] _variances = [];

    /// <param name="processes">The models of the objectives.</param>
    /// <param name="boxes">What the front does not dominate, on the models' scales; a lower end can be negative infinity.</param>
    /// <param name="factors">What has to hold.</param>
    public HypervolumeImprovement(GaussianProcess[] processes, (double[] Lower, double[] Upper)[] boxes, params FeasibilityFactor[] factors)
    {
        _processes = processes;
        _factors = factors;
        _batches = [.. processes.Select(static _ => new BatchPrediction())];
        _points = [.. processes.Select(static _ => new PointPrediction())];
        _ends = [.. Enumerable.Range(0, processes.Length).Select(k => boxes.SelectMany(box => new[] { box.Lower[k], box.Upper[k] }).Distinct().Order().ToArray())];
        _boxes = [.. boxes.Select(box => _ends.Select((ends, k) => (Array.BinarySearch(ends, box.Lower[k]), Array.BinarySearch(ends, box.Upper[k]))).ToArray())];
        _improvements = [.. _ends.Select(static ends => new double[ends.Length])];
        _cdfs = [.. _ends.Select(static ends => new double[ends.Length])];
        _densities = [.. _ends.Select(static ends => new double[ends.Length])];
    }

    public override Hyperparameters Hyperparameters => _processes[0].Kernel.Hyperparameters;

    public override int ModelSize => _processes[0].Count;

    public override void Score(PointSet candidates, Span<double> scores)
    {
        int room = BatchPrediction.Room(candidates.Count);
        if (_means.Length == 0 || _means[0].Length < room)
        {
            _means = [.. _processes.Select(_ => new double[room])];
            _variances = [.. _processes.Select(_ => new double[room])];
        }

        for (int k = 0; k < _processes.Length; k++)
        {
            // Running trials are part of the front, and only narrow what is known here.
            double[] pending = new double[room * (_processes[k].Count - _processes[k].OutputCount)];
            _batches[k].Predict(_processes[k], candidates, _means[k], _variances[k], pending);
        }

        Span<double> means = stackalloc double[_processes.Length];
        Span<double> variances = stackalloc double[_processes.Length];
        for (int i = 0; i < candidates.Count; i++)
        {
            for (int k = 0; k < _processes.Length; k++)
            {
                means[k] = _means[k][i];
                variances[k] = _variances[k][i];
            }

            scores[i] = Improvement(means, variances, [], []);
        }

        foreach (FeasibilityFactor factor in _factors)
        {
            factor.AddTo(candidates, _means[0], _variances[0], scores);
        }
    }

    public override double Evaluate(ReadOnlySpan<double> point)
    {
        Span<double> means = stackalloc double[_processes.Length];
        Span<double> variances = stackalloc double[_processes.Length];
        Predict(point, means, variances);
        double score = Improvement(means, variances, [], []);
        foreach (FeasibilityFactor factor in _factors)
        {
            score += factor.Evaluate(point);
        }

        return score;
    }

    public override void WriteGradient(Span<double> gradient)
    {
        Span<double> means = stackalloc double[_processes.Length];
        Span<double> variances = stackalloc double[_processes.Length];
        Span<double> meanSlopes = stackalloc double[_processes.Length];
        Span<double> varianceSlopes = stackalloc double[_processes.Length];
        for (int k = 0; k < _processes.Length; k++)
        {
            means[k] = _points[k].Mean;
            variances[k] = _points[k].Variance;
        }

        Improvement(means, variances, meanSlopes, varianceSlopes);
        gradient.Clear();
        for (int k = 0; k < _processes.Length; k++)
        {
            double[] none = new double[_processes[k].Count - _processes[k].OutputCount];
            _points[k].AddGradient(_processes[k], meanSlopes[k], varianceSlopes[k], none, gradient);
        }

        foreach (FeasibilityFactor factor in _factors)
        {
            factor.AddGradient(gradient);
        }
    }

    /// <summary>The logarithm of the expected improvement at a prediction, and where wanted its derivatives.</summary>
    public double Improvement(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, Span<double> meanSlopes, Span<double> varianceSlopes)
    {
        Span<double> deviations = stackalloc double[means.Length];
        for (int k = 0; k < means.Length; k++)
        {
            deviations[k] = Math.Sqrt(variances[k] + SmallestVariance);
            FillEnds(k, means[k], deviations[k]);
        }

        double sum = SumOfBoxes(deviations, meanSlopes, varianceSlopes);
        return sum > SmallestSum ? Math.Log(sum) : LogOfBoxes(means, deviations, meanSlopes, varianceSlopes);
    }

    private void Predict(ReadOnlySpan<double> point, Span<double> means, Span<double> variances)
    {
        for (int k = 0; k < _processes.Length; k++)
        {
            _points[k].Predict(_processes[k], point);
            means[k] = _points[k].Mean;
            variances[k] = _points[k].Variance;
        }
    }

    private void FillEnds(int objective, double mean, double deviation)
    {
        double[] ends = _ends[objective];
        for (int i = 0; i < ends.Length; i++)
        {
            double z = (ends[i] - mean) / deviation;
            (double value, double cdfRatio, double densityRatio) = double.IsNegativeInfinity(z) ? (z, 0, 0) : NormalTail.LogImprovement(z);
            double improvement = Math.Exp(value);
            _improvements[objective][i] = deviation * improvement;
            _cdfs[objective][i] = improvement * cdfRatio;
            _densities[objective][i] = improvement * densityRatio;
        }
    }

    // The derivatives of g are those of sigma h(z): -Phi(z) by the mean, phi(z) by sigma.
    private double SumOfBoxes(ReadOnlySpan<double> deviations, Span<double> meanSlopes, Span<double> varianceSlopes)
    {
        int objectives = deviations.Length;
        bool isDifferentiated = !meanSlopes.IsEmpty;
        meanSlopes.Clear();
        varianceSlopes.Clear();
        Span<double> factors = stackalloc double[objectives];
        double sum = 0;
        foreach ((int Low, int High)[] box in _boxes)
        {
            double product = 1;
            for (int k = 0; k < objectives; k++)
            {
                factors[k] = Math.Max(0, _improvements[k][box[k].High] - _improvements[k][box[k].Low]);
                product *= factors[k];
            }

            sum += product;
            for (int k = 0; isDifferentiated && k < objectives; k++)
            {
                double others = 1;
                for (int j = 0; j < objectives; j++)
                {
                    others *= j == k ? 1 : factors[j];
                }

                meanSlopes[k] -= others * (_cdfs[k][box[k].High] - _cdfs[k][box[k].Low]);
                varianceSlopes[k] += others * (_densities[k][box[k].High] - _densities[k][box[k].Low]) / (2 * deviations[k]);
            }
        }

        for (int k = 0; isDifferentiated && k < objectives && sum > SmallestSum; k++)
        {
            meanSlopes[k] /= sum;
            varianceSlopes[k] /= sum;
        }

        return sum;
    }

    // Far above a box the upper end decides: ln g = ln sigma + ln h(z_u) + ln(1 - h(z_l) / h(z_u)), and what the lower end takes away is left out of the slopes.
    private double LogOfBoxes(ReadOnlySpan<double> means, ReadOnlySpan<double> deviations, Span<double> meanSlopes, Span<double> varianceSlopes)
    {
        int objectives = means.Length;
        double[] logarithms = new double[_boxes.Length];
        double largest = double.NegativeInfinity;
        for (int b = 0; b < _boxes.Length; b++)
        {
            for (int k = 0; k < objectives; k++)
            {
                double upper = NormalTail.LogImprovement((_ends[k][_boxes[b][k].High] - means[k]) / deviations[k]).Value;
                double z = (_ends[k][_boxes[b][k].Low] - means[k]) / deviations[k];
                double share = double.IsNegativeInfinity(z) ? 0 : Math.Exp(NormalTail.LogImprovement(z).Value - upper);
                logarithms[b] += Math.Log(deviations[k]) + upper + double.LogP1(-Math.Min(share, 1 - 1e-12));
            }

            largest = Math.Max(largest, logarithms[b]);
        }

        double sum = 0;
        meanSlopes.Clear();
        varianceSlopes.Clear();
        for (int b = 0; b < _boxes.Length; b++)
        {
            double weight = Math.Exp(logarithms[b] - largest);
            sum += weight;
            for (int k = 0; !meanSlopes.IsEmpty && k < objectives; k++)
            {
                (_, double cdf, double density) = NormalTail.LogImprovement((_ends[k][_boxes[b][k].High] - means[k]) / deviations[k]);
                meanSlopes[k] -= weight * cdf / deviations[k];
                varianceSlopes[k] += weight * density / (2 * deviations[k] * deviations[k]);
            }
        }

        for (int k = 0; !meanSlopes.IsEmpty && k < objectives; k++)
        {
            meanSlopes[k] /= sum;
            varianceSlopes[k] /= sum;
        }

        return largest + Math.Log(sum);
    }
}
