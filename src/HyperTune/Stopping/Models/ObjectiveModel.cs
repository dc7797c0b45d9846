using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Stopping.Models;

/// <summary>
/// A Gaussian process of some trials, fitted afresh: what a stopping rule believes depends on the trials alone, whichever strategy suggested them and however
/// often the rule looked before.
/// </summary>
internal sealed class ObjectiveModel
{
    // A fit costs the cube of the number of trials: so many take about a tenth of a second.
    private const int MostFitted = 150;
    private const int MostModelled = 300;

    private readonly BatchPrediction _batch = new();
    private readonly double _offset;
    private readonly double _unit;

    /// <param name="cube">The space.</param>
    /// <param name="trials">The trials to model, in order.</param>
    /// <param name="losses">Their losses; finite.</param>
    /// <param name="hasNoise">Whether the objective may have noise.</param>
    public ObjectiveModel(UnitCube cube, ReadOnlySpan<Observation> trials, ReadOnlySpan<double> losses, bool hasNoise)
    {
        int numeric = cube.Numeric.Length;
        var all = new PointSet(cube.Dimensions.Length, trials.Length);
        var point = new double[cube.Dimensions.Length];
        foreach (Observation trial in trials)
        {
            ModelPoint.Encode(cube, trial.Vector.Span, point);
            all.Add(point);
        }

        Rows = SubsetSelection.Select(all, numeric, losses, MostModelled);
        Outputs = new double[Rows.Length];
        (_offset, _unit) = OutputTransform.Apply(OutputScale.Standardized, Pick(losses, Rows), Outputs);
        PointSet modelled = Pick(all, Rows);
        int[] fitted = SubsetSelection.Select(modelled, numeric, Outputs, MostFitted);
        double[] logarithms = HyperparameterFit.Run(Pick(modelled, fitted), numeric, Pick(Outputs, fitted), start: null, hasNoise, CancellationToken.None);
        Process = new GaussianProcess(new AdditiveMaternKernel(Hyperparameters.FromLogarithms(logarithms), numeric), modelled);
        Process.SetOutputs(Outputs);
    }

    public GaussianProcess Process { get; }

    /// <summary>Which of the trials the process holds.</summary>
    public int[] Rows { get; }

    /// <summary>Their losses with mean 0 and deviation 1.</summary>
    public double[] Outputs { get; }

    /// <summary>What a difference of 1 between outputs is between losses.</summary>
    public double Unit => _unit;

    /// <summary>A loss on the outputs' scale.</summary>
    public double ToOutput(double loss) => (loss - _offset) / _unit;

    /// <summary>What the process expects of a trial that it holds, without what it takes for noise.</summary>
    public double MeanOf(int place) => Process.MeanAtObserved(place, Outputs[place]);

    /// <summary>The means and the standard deviations of the function, without noise, at some points.</summary>
    public (double[] Means, double[] Deviations) Predict(PointSet points)
    {
        (double[] means, double[] deviations) = Predict(_batch, Process, points);
        return (means, deviations);
    }

    /// <inheritdoc cref="Predict(PointSet)"/>
    public static (double[] Means, double[] Deviations) Predict(BatchPrediction batch, GaussianProcess process, PointSet points)
    {
        var means = new double[BatchPrediction.Room(points.Count)];
        var variances = new double[means.Length];
        batch.Predict(process, points, means, variances, []);
        return (means[..points.Count], [.. variances.Take(points.Count).Select(Math.Sqrt)]);
    }

    private static double[] Pick(ReadOnlySpan<double> values, int[] rows)
    {
        var picked = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }

    private static PointSet Pick(PointSet all, int[] rows)
    {
        var picked = new PointSet(all.Dimension, rows.Length);
        var point = new double[all.Dimension];
        foreach (int row in rows)
        {
            all.CopyTo(row, point);
            picked.Add(point);
        }

        return picked;
    }
}
