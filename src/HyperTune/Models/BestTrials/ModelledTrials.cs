using System.Runtime.CompilerServices;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.BestTrials;

/// <summary>Trials as a model sees them, standardized together.</summary>
internal sealed class ModelledTrials
{
    private readonly int[] _numbers;

    /// <param name="cube">The space.</param>
    /// <param name="trials">The trials with a value, in order.</param>
    /// <param name="most">The most to keep; the one with the best value is always among them.</param>
    public ModelledTrials(UnitCube cube, ReadOnlySpan<Observation> trials, int most)
    {
        int observed = 0;
        for (int i = 1; i < trials.Length; i++)
        {
            observed = trials[i].Value < trials[observed].Value ? i : observed;
        }

        int[] kept = EvenSample.Of(trials.Length, most);
        int place = Array.BinarySearch(kept, observed);
        if (place < 0)
        {
            kept = [.. kept.AsSpan(0, ~place), observed, .. kept.AsSpan(~place)];
        }

        Points = new PointSet(cube.Dimensions.Length, kept.Length);
        Outputs = new double[kept.Length];
        _numbers = new int[kept.Length];
        var values = new double[kept.Length];
        var point = new double[cube.Dimensions.Length];
        var errors = new double[kept.Length];
        for (int row = 0; row < kept.Length; row++)
        {
            errors[row] = trials[kept[row]].StandardError ?? double.NaN;
        }

        var weights = new NoiseWeights(errors);
        double total = 0;
        for (int row = 0; row < kept.Length; row++)
        {
            ref readonly Observation trial = ref trials[kept[row]];
            ModelPoint.Encode(cube, trial.Vector.Span, point);
            Points.Add(point, weights.Of(errors[row]));
            total += Points.NoiseWeight(row);
            values[row] = trial.Value;
            _numbers[row] = trial.Number;
        }

        MeanNoiseWeight = total / kept.Length;

        Observed = Array.BinarySearch(kept, observed);

        // The deviation of the outputs is 1, so that the noise's variance is its share.
        Standardization = OutputTransform.Apply(OutputScale.Standardized, values, Outputs);
    }

    public int Count => _numbers.Length;

    public PointSet Points { get; }

    /// <summary>The values with mean 0 and deviation 1.</summary>
    public double[] Outputs { get; }

    /// <summary>The mean and deviation that undo the standardization.</summary>
    public (double Mean, double Deviation) Standardization { get; }

    /// <summary>The mean over the trials of what the fitted noise variance is multiplied by; 1 where their errors are not known.</summary>
    public double MeanNoiseWeight { get; }

    /// <summary>The row with the best value; of equal ones, the first.</summary>
    public int Observed { get; }

    public int NumberOf(int row) => _numbers[row];

    /// <summary>An output as an objective value.</summary>
    public double ToObjective(double output)
        => Math.Clamp(Standardization.Mean + (Standardization.Deviation * output), double.MinValue, double.MaxValue);

    public PointSet PointsOf(int[] rows) => Points.Pick(rows);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] OutputsOf(int[] rows)
    {
        var outputs = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            outputs[i] = Outputs[rows[i]];
        }

        return outputs;
    }
}
