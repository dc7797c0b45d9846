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

        int[] kept = [.. EvenSample.Of(trials.Length, most).Append(observed).Distinct().Order()];
        Points = new PointSet(cube.Dimensions.Length, kept.Length);
        Outputs = new double[kept.Length];
        _numbers = new int[kept.Length];
        var values = new double[kept.Length];
        var point = new double[cube.Dimensions.Length];
        double[] errors = NoiseWeights.ErrorsOf(trials);
        var weights = new NoiseWeights([.. kept.Select(place => errors[place])]);
        for (int row = 0; row < kept.Length; row++)
        {
            Observation trial = trials[kept[row]];
            ModelPoint.Encode(cube, trial.Vector.Span, point);
            Points.Add(point, weights.Of(errors[kept[row]]));
            values[row] = trial.Value;
            _numbers[row] = trial.Number;
        }

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
    public double MeanNoiseWeight => Enumerable.Range(0, Count).Average(Points.NoiseWeight);

    public int NumberOf(int row) => _numbers[row];

    /// <summary>An output as an objective value.</summary>
    public double ToObjective(double output)
        => Math.Clamp(Standardization.Mean + (Standardization.Deviation * output), double.MinValue, double.MaxValue);

    public PointSet PointsOf(int[] rows) => Points.Pick(rows);

    public double[] OutputsOf(int[] rows) => [.. rows.Select(row => Outputs[row])];
}
