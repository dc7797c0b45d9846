using System.Runtime.CompilerServices;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;

namespace HyperTune.Models.BestTrials;

/// <summary>A Gaussian process of some of the trials, with given hyperparameters.</summary>
internal sealed class TrialModel
{
    private const double SmallestVariance = 1e-12;

    // So many trials at a time, whose coordinates and what is prepared of them stay in the nearer caches while all that the process holds pass by.
    private const int ForecastBlock = 256;

    private readonly AdditiveMaternKernel _kernel;
    private readonly KernelInputs _inputs;
    private readonly int[] _places;
    private readonly int _size;
    private readonly double[] _factor;
    private readonly double _jitter;
    private readonly double _mean;
    private readonly double[] _whitenedOnes;
    private readonly double[] _solution;
    private readonly double[] _coordinates;
    private readonly double[] _covariances;
    private readonly KernelPoint _point;

    /// <param name="kernel">The covariance function.</param>
    /// <param name="trials">All trials.</param>
    /// <param name="rows">Which of them the process holds, in ascending order.</param>
    /// <param name="memory">
    /// Room for the factor of the covariance, from <see cref="MemoryFor"/>. Of models that share it only the last one knows <see cref="DifferenceVariance"/> and
    /// <see cref="MeansOf"/>.
    /// </param>
    public TrialModel(AdditiveMaternKernel kernel, ModelledTrials trials, int[] rows, double[] memory)
    {
        Trials = trials;
        Rows = rows;
        _kernel = kernel;
        _inputs = new KernelInputs(kernel, trials.PointsOf(rows));
        _inputs.Refresh();
        _size = Cholesky.PaddedSize(rows.Length);
        _factor = memory;
        _jitter = CovarianceFactor.Write(_inputs, kernel, _factor, _size);
        _whitenedOnes = new double[rows.Length];
        Array.Fill(_whitenedOnes, 1);
        Substitution.Forward(_factor, _size, _whitenedOnes);
        _solution = trials.OutputsOf(rows);
        _mean = Solve(_solution);
        _places = new int[trials.Count];
        Array.Fill(_places, -1);
        for (int place = 0; place < rows.Length; place++)
        {
            _places[rows[place]] = place;
        }

        _coordinates = new double[trials.Points.Dimension];
        _covariances = new double[SimdMath.RoundUp(rows.Length)];
        _point = new KernelPoint(trials.Points.Dimension);
    }

    public ModelledTrials Trials { get; }

    public int[] Rows { get; }

    /// <summary>Room for models of so many trials.</summary>
    public static double[] MemoryFor(int count) => new double[Cholesky.PaddedSize(count) * Cholesky.PaddedSize(count)];

    public bool Holds(int row) => _places[row] >= 0;

    /// <summary>The mean at a trial's point; without its own value where the process does not hold it.</summary>
    public double MeanOf(int row)
    {
        if (Holds(row))
        {
            // The value without what the model takes for noise.
            return Trials.Outputs[row] - (ResidualVarianceOf(row) * _solution[_places[row]]);
        }

        WriteCovariances(row, _covariances);
        return _mean + SimdMath.Dot(_solution, _covariances, Rows.Length);
    }

    /// <summary>The noise's standard deviation of a trial's output.</summary>
    public double NoiseDeviationOf(int row) => Math.Sqrt(Trials.Points.NoiseWeight(row) * _kernel.Hyperparameters.NoiseVariance);

    /// <summary>What the means at the points of the trials that the process holds would be with other outputs.</summary>
    /// <param name="outputs">An output for each of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] MeansOf(ReadOnlySpan<double> outputs)
    {
        var means = outputs.ToArray();
        Solve(means);
        for (int place = 0; place < means.Length; place++)
        {
            means[place] = outputs[place] - (ResidualVarianceOf(Rows[place]) * means[place]);
        }

        return means;
    }

    /// <summary>The mean at each trial's point without that trial's own value; of those that the process holds, with it and with its noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Forecast()
    {
        var all = new KernelInputs(_kernel, Trials.Points);
        all.Refresh();
        var forecasts = new double[Trials.Count];
        Array.Fill(forecasts, _mean);
        var covariances = new double[ForecastBlock];
        for (int first = 0; first < forecasts.Length; first += ForecastBlock)
        {
            int count = Math.Min(ForecastBlock, forecasts.Length - first);
            Span<double> means = forecasts.AsSpan(first, count);
            for (int place = 0; place < Rows.Length; place++)
            {
                _inputs.CopyTo(place, _point);
                _kernel.CovariancesFrom(all, first, count, _point, covariances);
                SimdMath.AddScaled(_solution[place], covariances, means, count);
            }
        }

        return forecasts;
    }

    /// <summary>The posterior variance of the difference of two trials' values: that before any observation without what the observations explain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double DifferenceVariance(int first, int second)
    {
        var differences = new double[_covariances.Length];
        WriteCovariances(first, differences);
        WriteCovariances(second, _covariances);
        SimdMath.AddScaled(-1, _covariances, differences, Rows.Length);
        Span<double> whitened = differences.AsSpan(0, Rows.Length);
        Substitution.Forward(_factor, _size, whitened);
        double variance = (2 * (_kernel.Hyperparameters.PriorVariance - CovarianceOf(first, second))) - SimdMath.Dot(whitened, whitened, whitened.Length);
        return Math.Max(variance, SmallestVariance);
    }

    // K^-1 (y - m) in the place of y. Reference: C. Rasmussen and C. Williams, "Gaussian processes for machine learning", 2006, algorithm 2.1 and section 2.7.
    private double Solve(Span<double> outputs)
    {
        Substitution.Forward(_factor, _size, outputs);
        double mean = SimdMath.Dot(outputs, _whitenedOnes, outputs.Length) / SimdMath.Dot(_whitenedOnes, _whitenedOnes, outputs.Length);
        SimdMath.AddScaled(-mean, _whitenedOnes, outputs, outputs.Length);
        Substitution.Backward(_factor, _size, outputs);
        return mean;
    }

    // What an output varies by around the function, as far as the process is concerned.
    private double ResidualVarianceOf(int row) => (Trials.Points.NoiseWeight(row) * _kernel.Hyperparameters.NoiseVariance) + _jitter;

    private double CovarianceOf(int first, int second)
    {
        var other = new KernelInputs(_kernel, Trials.PointsOf([second]));
        other.Refresh();
        Prepare(first);
        Span<double> covariance = stackalloc double[SimdMath.Width];
        _kernel.Covariances(other, 1, _point, covariance);
        return covariance[0];
    }

    private void WriteCovariances(int row, Span<double> covariances)
    {
        Prepare(row);
        _kernel.Covariances(_inputs, Rows.Length, _point, covariances);
    }

    private void Prepare(int row)
    {
        Trials.Points.CopyTo(row, _coordinates);
        _point.Set(_kernel, _coordinates);
    }
}
