using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;

namespace HyperTune.Models.BestTrials;

/// <summary>A Gaussian process of some of the trials, with given hyperparameters.</summary>
internal sealed class TrialModel
{
    private const double SmallestVariance = 1e-12;

    private readonly int[] _places;
    private readonly KernelInputs _all;
    private readonly KernelPoint _point;

    /// <param name="kernel">The covariance function.</param>
    /// <param name="trials">All trials.</param>
    /// <param name="rows">Which of them the process holds, in ascending order.</param>
    public TrialModel(AdditiveMaternKernel kernel, ModelledTrials trials, int[] rows)
    {
        Trials = trials;
        Rows = rows;
        Process = new GaussianProcess(kernel, trials.PointsOf(rows));
        Process.SetOutputs(trials.OutputsOf(rows));
        _places = new int[trials.Count];
        Array.Fill(_places, -1);
        for (int place = 0; place < rows.Length; place++)
        {
            _places[rows[place]] = place;
        }

        _all = new KernelInputs(kernel, trials.Points);
        _all.Refresh();
        _point = new KernelPoint(trials.Points.Dimension);
    }

    public ModelledTrials Trials { get; }

    public int[] Rows { get; }

    public GaussianProcess Process { get; }

    public bool Holds(int row) => _places[row] >= 0;

    /// <summary>The mean at a trial's point; without its own value where the process does not hold it.</summary>
    public double MeanOf(int row)
        => Holds(row)
            ? Process.MeanAtObserved(_places[row], Trials.Outputs[row])
            : Process.Mean + SimdMath.Dot(Process.Solution, CovariancesOf(row), Process.Count);

    /// <summary>What the process expects of each trial without that trial's own value.</summary>
    public double[] Forecast()
    {
        // (K^-1)_ii, by the columns of the inverse factor.
        var diagonal = new double[Process.Count];
        for (int i = 0; i < Process.Count; i++)
        {
            ReadOnlySpan<double> inverse = Process.InverseRow(i);
            for (int j = 0; j < inverse.Length; j++)
            {
                diagonal[j] += inverse[j] * inverse[j];
            }
        }

        // Of one that it holds: y_i - (K^-1 (y - m))_i / (K^-1)_ii. Reference: Rasmussen and Williams, 2006, equation 5.12.
        var forecasts = new double[Trials.Count];
        for (int row = 0; row < forecasts.Length; row++)
        {
            int place = _places[row];
            forecasts[row] = place < 0 ? MeanOf(row) : Trials.Outputs[row] - (Process.Solution[place] / diagonal[place]);
        }

        return forecasts;
    }

    /// <summary>The posterior variance of the difference of two trials' values: that before any observation without what the observations explain.</summary>
    public double DifferenceVariance(int first, int second)
    {
        double[] a = CovariancesOf(first);
        double[] b = CovariancesOf(second);
        var between = new double[SimdMath.RoundUp(second + 1)];
        _all.CopyTo(first, _point);
        Process.Kernel.Covariances(_all, second + 1, _point, between);
        double variance = 2 * (Process.PriorVariance - between[second]);
        for (int i = 0; i < Process.Count; i++)
        {
            double explained = 0;
            ReadOnlySpan<double> inverse = Process.InverseRow(i);
            for (int j = 0; j < inverse.Length; j++)
            {
                explained += inverse[j] * (a[j] - b[j]);
            }

            variance -= explained * explained;
        }

        return Math.Max(variance, SmallestVariance);
    }

    private double[] CovariancesOf(int row)
    {
        var covariances = new double[SimdMath.RoundUp(Process.Count)];
        _all.CopyTo(row, _point);
        Process.Kernel.Covariances(Process.Inputs, Process.Count, _point, covariances);
        return covariances;
    }
}
