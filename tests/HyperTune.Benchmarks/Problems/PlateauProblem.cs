namespace HyperTune.Benchmarks;

/// <summary>A problem with plateaus. Its values are nowhere below the optimum of the problem without them.</summary>
internal sealed class PlateauProblem : Problem
{
    private const ulong Stream = 0x91A7EA0;
    private const int FewestCells = 4;
    private const int MostCells = 9;
    private const int Draws = 200;
    private const int Levels = 20;

    private readonly Problem _inner;
    private readonly PlateauKind _kind;
    private readonly int[] _cells;
    private readonly double _level;

    public PlateauProblem(Problem inner, PlateauKind kind, ulong seed)
        : base(inner.Name, inner.Space, inner.Trials, inner.Optimum, inner.NoiseStandardDeviation)
    {
        _inner = inner;
        _kind = kind;
        var random = new RandomStream(seed, Stream);
        _cells = new int[inner.Space.DimensionCount];
        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i] = FewestCells + (int)random.NextInteger(MostCells - FewestCells + 1);
        }

        double[] values = new double[Draws];
        double[] vector = new double[inner.Space.DimensionCount];
        for (int i = 0; i < Draws; i++)
        {
            inner.Space.SampleVector(ref random, vector);
            values[i] = inner.Evaluate(vector);
        }

        Array.Sort(values);
        _level = (values[Draws / 2] - values[0]) / Levels;
    }

    public override IReadOnlyList<double>? Place => _inner.Place;

    public override double Evaluate(ReadOnlySpan<double> vector)
    {
        if (_kind == PlateauKind.Rounded)
        {
            return Optimum + (_level * Math.Ceiling((_inner.Evaluate(vector) - Optimum) / _level));
        }

        double[] middle = vector.ToArray();
        foreach (Parameter parameter in Space.Parameters.Where(parameter => !parameter.Distribution.IsCategorical && !double.IsNaN(middle[parameter.Index])))
        {
            int cells = _cells[parameter.Index];
            double cell = Math.Min(cells - 1, Math.Floor(cells * parameter.Distribution.ToUnit(middle[parameter.Index])));
            middle[parameter.Index] = parameter.Distribution.FromUnit((cell + 0.5) / cells);
        }

        return _inner.Evaluate(middle);
    }

    public override Problem? CreateVariant(Variant variant, ulong seed)
        => _inner.CreateVariant(variant, seed) is { } problem ? new PlateauProblem(problem, _kind, seed) : null;
}
