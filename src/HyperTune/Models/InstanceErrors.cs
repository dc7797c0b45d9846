using System.Runtime.InteropServices;

namespace HyperTune.Models;

/// <summary>
/// How far the mean of a trial's instances, such as folds, may be from what it would be over all that there could be: its standard error, without what is only
/// the instances' being easier or harder than each other.
/// </summary>
/// <remarks>
/// <code>
/// e(i) = sum over t of w(t) (y(t, i) - mean of y(t, .)) / sum over t of w(t),   w(t) = 1 / (v(t) + v(first))    (1)
/// s^2 = sum over the trial's n instances of (y(i) - e(i) - mean)^2 / (n - 1)                                     (2)
/// standard error = s sqrt(1/n + r)                                                                               (3)
/// </code>
/// The effects (1) come from trials that reported all instances, each weighted by how much its reports differ (v(t), their variance), so that a noisy one or one that
/// diverged spoils them for none. r is how many samples a fold validates with for each that it trains on: the training sets of folds overlap, and so their scores
/// depend on each other. It is 0 where instances do not.
/// Reference: C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003.
/// </remarks>
internal sealed class InstanceErrors
{
    // What is left of equal numbers by rounding, as a share of their squares.
    private const double Rounding = 1e-24;

    // Beyond it squares overflow.
    private const double LargestValue = 1e150;

    private readonly Dictionary<int, double> _sums = [];
    private double _weights;
    private double _firstVariance;

    /// <summary>How many trials the effects are known from.</summary>
    public int TrialCount { get; private set; }

    /// <summary>Learns the effects of instances from a trial that reported all of them.</summary>
    /// <param name="reports">Its reports, in ascending order of steps; where they are not all of instances, or are not finite, nothing happens.</param>
    public void Learn(ReadOnlySpan<TrialReport> reports)
    {
        if (!AreKnown(reports) || reports.Length < _sums.Count)
        {
            return;
        }

        // With more instances than before, what is known is about other means.
        if (!AreSame(reports))
        {
            _sums.Clear();
            (_weights, _firstVariance, TrialCount) = (0, 0, 0);
        }

        double mean = Mean(reports);
        double variance = 0;
        foreach (TrialReport report in reports)
        {
            variance += (report.Value - mean) * (report.Value - mean) / (reports.Length - 1);
        }

        _firstVariance = TrialCount == 0 || _firstVariance == 0 ? variance : _firstVariance;
        double weight = _firstVariance > 0 ? 1 / (variance + _firstVariance) : 1;
        foreach (TrialReport report in reports)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sums, report.Step, out _) += weight * (report.Value - mean);
        }

        _weights += weight;
        TrialCount++;
    }

    /// <summary>The standard error of a trial's mean, by equation (3).</summary>
    /// <param name="reports">The trial's reports, in ascending order of steps.</param>
    /// <param name="ratio">r of equation (3).</param>
    /// <param name="isLearnt">Whether the effects are known from this trial, too, so that it agrees with them too well.</param>
    /// <returns><see langword="null"/> for fewer than two reports, and where they are not all of instances or are not finite.</returns>
    public double? Of(ReadOnlySpan<TrialReport> reports, double ratio, bool isLearnt)
    {
        if (!AreKnown(reports))
        {
            return null;
        }

        bool hasEffects = TrialCount > (isLearnt ? 1 : 0) && Covers(reports);
        double[] residuals = new double[reports.Length];
        double squares = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = reports[i].Value - (hasEffects ? _sums[reports[i].Step] / _weights : 0);
            squares += reports[i].Value * reports[i].Value;
        }

        double mean = residuals.Average();
        double sum = residuals.Sum(residual => (residual - mean) * (residual - mean));
        if (sum <= Rounding * squares)
        {
            return 0;
        }

        double agreement = hasEffects && isLearnt ? (TrialCount - 1.0) / TrialCount : 1;
        return Math.Sqrt(sum / (residuals.Length - 1) / agreement * ((1.0 / residuals.Length) + ratio));
    }

    private static bool AreKnown(ReadOnlySpan<TrialReport> reports)
    {
        foreach (TrialReport report in reports)
        {
            if (report.Kind != ReportKind.Instance || !(Math.Abs(report.Value) <= LargestValue))
            {
                return false;
            }
        }

        return reports.Length > 1;
    }

    private static double Mean(ReadOnlySpan<TrialReport> reports)
    {
        double sum = 0;
        foreach (TrialReport report in reports)
        {
            sum += report.Value;
        }

        return sum / reports.Length;
    }

    private bool AreSame(ReadOnlySpan<TrialReport> reports) => reports.Length == _sums.Count && Covers(reports);

    private bool Covers(ReadOnlySpan<TrialReport> reports)
    {
        foreach (TrialReport report in reports)
        {
            if (!_sums.ContainsKey(report.Step))
            {
                return false;
            }
        }

        return true;
    }
}
