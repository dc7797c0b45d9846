using HyperTune.Models.GaussianProcesses;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>A Gaussian process of the trials told so far on one output scale, kept up to date with as little work as possible.</summary>
/// <remarks>
/// The result depends on the trials alone, not on the order in which they were told nor on how often the model was asked in between: hyperparameters
/// are those of the last scheduled number of trials, fitted to the first so many trials from a fixed start, and later trials are appended one by one.
/// </remarks>
internal sealed class Surrogate
{
    /// <summary>The most trials to model where nothing else is asked for.</summary>
    public const int DefaultCapacity = 500;

    // Fits look at no more trials than this; the model itself holds more.
    private const int LargestFit = 300;

    private readonly UnitCube _cube;
    private readonly OutputScale _scale;
    private readonly int _capacity;
    private readonly Hyperparameters? _fixed;
    private readonly bool _hasNoise;
    private readonly bool _shortens;
    private readonly SortedDictionary<int, double[]> _fits = [];
    private ShortenedValues _shortened;
    private GaussianProcess? _process;
    private int[] _base = [];
    private int _scheduled;
    private int _version;
    private int _validRows;
    private int _rows;
    private NoiseWeights _weights = new([]);

    /// <param name="cube">The space.</param>
    /// <param name="scale">The outputs' scale.</param>
    /// <param name="capacity">The most trials to model; beyond, a subset is chosen.</param>
    /// <param name="hyperparameters">The hyperparameters; <see langword="null"/> for fitting them.</param>
    /// <param name="hasNoise">Whether the values may have noise.</param>
    /// <param name="shortens">Whether values that span many orders of magnitude are shortened: for a search, to which their order is enough.</param>
    public Surrogate(UnitCube cube, OutputScale scale, int capacity, Hyperparameters? hyperparameters = null, bool hasNoise = true, bool shortens = false)
    {
        _hasNoise = hasNoise;
        _shortens = shortens;
        _cube = cube;
        _scale = scale;
        _capacity = capacity;
        _fixed = hyperparameters;
    }

    /// <summary>The process; set once <see cref="Update"/> has run.</summary>
    public GaussianProcess Process => _process!;

    /// <summary>The number of trials in the process.</summary>
    public int RowCount => _base.Length + _rows - _scheduled;

    /// <summary>The outputs of the trials in the process, on the model's scale.</summary>
    public double[] Outputs { get; private set; } = [];

    /// <summary>The mean and deviation that undo the standardization.</summary>
    public (double Mean, double Deviation) Standardization { get; private set; }

    /// <summary>Takes note that the trials from number <paramref name="row"/> on have changed.</summary>
    public void Invalidate(int row)
    {
        _validRows = Math.Min(_validRows, row);
        while (_fits.Count > 0 && _fits.Keys.Last() > row)
        {
            _fits.Remove(_fits.Keys.Last());
        }
    }

    /// <summary>The number, among all trials, of one in the process.</summary>
    public int TrialAt(int row) => row < _base.Length ? _base[row] : _scheduled + row - _base.Length;

    /// <summary>Brings the process up to date.</summary>
    /// <param name="records">All trials, in order.</param>
    /// <param name="value">The value of a trial to model; finite.</param>
    /// <param name="version">Changes when <paramref name="value"/> does.</param>
    /// <param name="cancellationToken">Ends a fit.</param>
    /// <param name="knowsErrors">Whether the value is what the trials' standard errors are of.</param>
    public void Update(
        ReadOnlySpan<Observation> records, Func<Observation, double> value, int version, CancellationToken cancellationToken, bool knowsErrors = false)
    {
        if (version != _version)
        {
            _fits.Clear();
        }

        int scheduled = RefitSchedule.LastFit(records.Length);
        if (_process is null || scheduled != _scheduled || version != _version || _validRows < scheduled)
        {
            Rebuild(records[..scheduled], value, knowsErrors, cancellationToken);
            _scheduled = scheduled;
            _version = version;
            _rows = scheduled;
        }
        else if (_validRows < _rows)
        {
            _rows = _validRows;
        }

        // Also forgets running trials that an earlier suggestion left behind.
        _process!.Truncate(RowCount);
        var point = new double[_cube.Dimensions.Length];
        for (; _rows < records.Length; _rows++)
        {
            ModelPoint.Encode(_cube, records[_rows].Vector.Span, point);
            _process.Append(point, _weights.Of(records[_rows].StandardError ?? double.NaN));
        }

        _validRows = _rows;
        var values = new double[RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = value(records[TrialAt(row)]);
        }

        if (Outputs.Length != values.Length)
        {
            Outputs = new double[values.Length];
        }

        _shortened.Apply(values);
        Standardization = OutputTransform.Apply(_scale, values, Outputs);
        _process.SetOutputs(Outputs);
    }

    private void Rebuild(ReadOnlySpan<Observation> records, Func<Observation, double> value, bool knowsErrors, CancellationToken cancellationToken)
    {
        PointSet all = new(_cube.Dimensions.Length, records.Length);
        var values = new double[records.Length];
        double[] errors = knowsErrors ? NoiseWeights.ErrorsOf(records) : [];
        var point = new double[_cube.Dimensions.Length];
        for (int i = 0; i < records.Length; i++)
        {
            ModelPoint.Encode(_cube, records[i].Vector.Span, point);
            all.Add(point);
            values[i] = value(records[i]);
        }

        // Later trials are appended until the next scheduled fit, so room is left for them.
        int most = records.Length <= _capacity - RefitSchedule.LargestInterval ? records.Length : _capacity - RefitSchedule.LargestInterval;
        int[] chosen = SubsetSelection.Select(all, _cube.Numeric.Length, values, most);
        Hyperparameters hyperparameters = _fixed ?? Hyperparameters.FromLogarithms(Fit(all, values, errors, cancellationToken));
        _weights = new NoiseWeights(errors);
        var process = new GaussianProcess(new AdditiveMaternKernel(hyperparameters, _cube.Numeric.Length), Pick(all, chosen, errors, _weights));
        _base = chosen;
        _process = process;
        _shortened = ShorteningOf(all, values);
    }

    private ShortenedValues ShorteningOf(PointSet points, ReadOnlySpan<double> values)
        => _shortens ? ShortenedValues.Of(points, _cube.Numeric.Length, values) : default;

    private double[] Fit(PointSet all, double[] values, double[] errors, CancellationToken cancellationToken)
    {
        double[]? logarithms = null;
        List<int> chain = RefitSchedule.Chain(values.Length);
        foreach (int count in chain)
        {
            if (!_fits.TryGetValue(count, out double[]? known))
            {
                known = Fit(all, values.AsSpan(0, count), errors.AsSpan(0, Math.Min(count, errors.Length)), logarithms, cancellationToken);
                _fits.Add(count, known);
            }

            logarithms = known;
        }

        foreach (int count in _fits.Keys.Except(chain).ToArray())
        {
            _fits.Remove(count);
        }

        return logarithms!;
    }

    private double[] Fit(PointSet all, ReadOnlySpan<double> values, ReadOnlySpan<double> errors, double[]? start, CancellationToken cancellationToken)
    {
        int[] rows = SubsetSelection.Select(all, _cube.Numeric.Length, values, LargestFit);
        var chosen = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            chosen[i] = values[rows[i]];
        }

        var outputs = new double[rows.Length];
        ShorteningOf(all, values).Apply(chosen);
        OutputTransform.Apply(_scale, chosen, outputs);
        // The weights are those of the trials that the fit looks at, whichever were told since.
        return HyperparameterFit.Run(Pick(all, rows, errors, new NoiseWeights(errors)), _cube.Numeric.Length, outputs, start, _hasNoise, cancellationToken);
    }

    private static PointSet Pick(PointSet all, int[] rows, ReadOnlySpan<double> errors, NoiseWeights weights)
    {
        var picked = new PointSet(all.Dimension, rows.Length);
        var point = new double[all.Dimension];
        foreach (int row in rows)
        {
            all.CopyTo(row, point);
            picked.Add(point, errors.IsEmpty ? 1 : weights.Of(errors[row]));
        }

        return picked;
    }
}
