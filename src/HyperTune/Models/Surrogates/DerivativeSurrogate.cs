using HyperTune.Models.GaussianProcesses;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>A Gaussian process of the trials and of the derivatives that their objective gave, on one output scale.</summary>
/// <remarks>The result depends on the trials alone, as that of <see cref="Surrogate"/> does.</remarks>
/// <param name="cube">The space.</param>
/// <param name="scale">The outputs' scale; derivatives are left out where it goes by ranks.</param>
internal sealed class DerivativeSurrogate(UnitCube cube, OutputScale scale)
{
    /// <summary>The most trials to model in this way: with more, values alone are many.</summary>
    public const int MostTrials = 300;

    // The cost of the model grows with the cube of its rows, that of a fit is many times as large.
    private const int MostRows = 1000;
    private const int MostRowsOfFit = 400;

    // Where another value ends the range, a coordinate is a share of what is left: along it, more than one value changes, or none as fast.
    private readonly bool[] _isFree = FindFree(cube);
    private DerivativeKernel? _fit;
    private int _fitted;

    /// <summary>The process; set once <see cref="TryUpdate"/> has said that there is one.</summary>
    public DerivativeProcess Process { get; private set; } = null!;

    /// <summary>The outputs of the trials, on the model's scale.</summary>
    public double[] Outputs { get; private set; } = [];

    /// <summary>Takes note that the trials from number <paramref name="row"/> on have changed.</summary>
    public void Invalidate(int row)
    {
        if (row < _fitted)
        {
            _fit = null;
        }
    }

    /// <summary>Models the trials, where there are derivatives to learn from.</summary>
    /// <param name="trials">All trials with a value, in order.</param>
    /// <param name="pending">The vectors of running trials.</param>
    /// <param name="cancellationToken">Ends a fit.</param>
    public bool TryUpdate(ReadOnlySpan<Observation> trials, IReadOnlyCollection<double[]> pending, CancellationToken cancellationToken)
    {
        if (trials.Length > MostTrials || !HasDerivatives(trials))
        {
            return false;
        }

        int scheduled = RefitSchedule.LastFit(trials.Length);
        if (_fit is null || _fitted != scheduled)
        {
            DerivativeData past = Collect(trials[..scheduled], [], MostRowsOfFit);
            _fit = DerivativeFit.Run(past, cancellationToken);
            _fitted = scheduled;
        }

        DerivativeData data = Collect(trials, pending, MostRows);
        Process = new DerivativeProcess(_fit, data);
        Outputs = data.Outputs.ToArray();
        return true;
    }

    private static bool HasDerivatives(ReadOnlySpan<Observation> trials)
    {
        foreach (Observation trial in trials)
        {
            if (trial.Gradient is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] FindFree(UnitCube cube)
    {
        HashSet<Parameter> limits = [.. cube.Space.Parameters.Select(static parameter => parameter.Bound?.Other).OfType<Parameter>()];
        return [.. cube.Numeric.Select(dimension => dimension.Count is null && dimension.Parameter.Bound is null && !limits.Contains(dimension.Parameter))];
    }

    private DerivativeData Collect(ReadOnlySpan<Observation> trials, IReadOnlyCollection<double[]> pending, int mostRows)
    {
        double[] values = new double[trials.Length];
        double[][] points = new double[trials.Length + pending.Count][];
        for (int i = 0; i < trials.Length; i++)
        {
            values[i] = trials[i].Value;
            points[i] = PointOf(trials[i].Vector.Span);
        }

        int next = trials.Length;
        foreach (double[] vector in pending)
        {
            points[next++] = PointOf(vector);
        }

        double[] outputs = new double[values.Length];
        double[] slopes = new double[values.Length];
        OutputTransform.Apply(scale, values, outputs, slopes);

        // The best trials' first: near them a model has to be right.
        double[][] derivatives = new double[trials.Length][];
        Array.Fill(derivatives, []);
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        int room = mostRows - points.Length;
        foreach (int i in order)
        {
            if (DerivativesOf(trials[i], slopes[i]) is { } known && Array.FindAll(known, double.IsFinite).Length is > 0 and var count && count <= room)
            {
                derivatives[i] = known;
                room -= count;
            }
        }

        return new DerivativeData(points, cube.Numeric.Length, outputs, derivatives);
    }

    private double[] PointOf(ReadOnlySpan<double> vector)
    {
        double[] point = new double[cube.Dimensions.Length];
        ModelPoint.Encode(cube, vector, point);
        return point;
    }

    // By the coordinates of the cube, of an output of the model.
    private double[]? DerivativesOf(in Observation trial, double slope)
    {
        if (trial.Gradient is not { } gradient || trial.IsOutside || double.IsNaN(slope))
        {
            return null;
        }

        double[] derivatives = new double[cube.Numeric.Length];
        for (int k = 0; k < derivatives.Length; k++)
        {
            int place = cube.Numeric[k].Parameter.Index;
            double derivative = _isFree[k] && !double.IsNaN(trial.Vector.Span[place]) ? gradient[place] * slope : double.NaN;
            derivatives[k] = double.IsFinite(derivative) ? derivative : double.NaN;
        }

        return derivatives;
    }
}
