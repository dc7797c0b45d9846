using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Importance;

/// <summary>Sobol indices of the mean of a Gaussian process.</summary>
internal sealed class SobolMeasure : ImportanceMeasure
{
    private readonly SobolPoints _points;
    private readonly Surrogate _surrogate;
    private readonly bool _isTotal;

    /// <param name="cube">The space; at least one parameter has more than one value.</param>
    /// <param name="trials">The trials in the order of their numbers.</param>
    /// <param name="losses">Their losses, finite.</param>
    /// <param name="isTotal">Whether to measure total indices in place of first-order ones.</param>
    /// <param name="seed">The seed of the points at which the model is looked at.</param>
    public SobolMeasure(UnitCube cube, IReadOnlyList<TrialResult> trials, double[] losses, bool isTotal, ulong seed)
    {
        _isTotal = isTotal;
        _points = new SobolPoints(cube, seed);
        _surrogate = new Surrogate(cube, OutputScale.Standardized, Surrogate.DefaultCapacity);
        Observation[] observations = [.. trials.Select((trial, row) => new Observation(trial.Number, trial.Vector, losses[row], 0))];
        _surrogate.Update(observations, static trial => trial.Value, 0, CancellationToken.None);
    }

    public override int RowCount => _surrogate.RowCount;

    public override int HalfSampleCount => 40;

    public override string Explain(string subject)
        => $"{(_isTotal ? "Total" : "First-order")} Sobol indices of {subject}, by a Gaussian process of {RowCount} trials.";

    public override double[][] Measure(IReadOnlyList<int[]> samples)
    {
        GaussianProcess process = _surrogate.Process;
        (double Mean, double[] Weights)[] models = [.. samples.Select(rows => ModelOf(rows))];
        var prepared = new KernelPoint(process.Inputs.Points.Dimension);
        double[] covariances = new double[SimdMath.RoundUp(RowCount)];
        (double[] First, double[] Total)[] indices = _points.IndicesOf(models.Length, (point, values) =>
        {
            prepared.Set(process.Kernel, point);
            process.Kernel.Covariances(process.Inputs, RowCount, prepared, covariances);
            for (int model = 0; model < models.Length; model++)
            {
                values[model] = models[model].Mean + SimdMath.Dot(models[model].Weights, covariances, RowCount);
            }
        });
        return Array.ConvertAll(indices, index => _isTotal ? index.Total : index.First);
    }

    // By the hyperparameters of all trials, since to fit them to each sample would take long; so only the weights of the trials differ.
    private (double Mean, double[] Weights) ModelOf(int[] rows)
    {
        PointSet all = _surrogate.Process.Inputs.Points;
        var points = new PointSet(all.Dimension, rows.Length);
        double[] point = new double[all.Dimension];
        double[] outputs = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            all.CopyTo(rows[i], point);
            points.Add(point);
            outputs[i] = _surrogate.Outputs[rows[i]];
        }

        var process = new GaussianProcess(_surrogate.Process.Kernel, points);
        process.SetOutputs(outputs);
        double[] weights = new double[SimdMath.RoundUp(RowCount)];
        for (int i = 0; i < rows.Length; i++)
        {
            weights[rows[i]] = process.Solution[i];
        }

        return (process.Mean, weights);
    }
}
