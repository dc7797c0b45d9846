namespace HyperTune;

/// <summary>One parameter as the model sees it: a coordinate of the unit interval, or the index of a listed value without order.</summary>
internal sealed class ModelDimension
{
    /// <summary>The coordinate of an inactive numeric parameter: the middle, as far from every active value as can be on average.</summary>
    public const double InactiveNumber = 0.5;

    /// <summary>The coordinate of an inactive categorical parameter, different from every value.</summary>
    public const double InactiveCategory = -1;

    // Numeric parameters with more values are searched by gradient as if they were continuous, and by jumps, instead of one by one.
    private const int ExhaustiveCount = 16;

    // An end without a limit is searched up to this quantile: the distribution says that hardly anything useful lies beyond.
    private const double OpenEndQuantile = 1e-3;

    private readonly ValueAxis? _axis;

    public ModelDimension(Parameter parameter)
    {
        Parameter = parameter;
        Distribution distribution = parameter.Distribution;
        IsCategorical = distribution.IsCategorical;
        ValueCount = distribution.Count;
        _axis = ValueCount is null ? null : new ValueAxis(distribution, null);
        if (ValueCount is null)
        {
            Low = distribution.HasLowEnd ? 0 : OpenEndQuantile;
            High = distribution.HasHighEnd ? 1 : 1 - OpenEndQuantile;
        }
        else
        {
            Low = Coordinate(0);
            High = Coordinate(ValueCount.Value - 1);
        }
    }

    public Parameter Parameter { get; }

    /// <summary>Whether two coordinates are either equal or different, and nothing in between.</summary>
    public bool IsCategorical { get; }

    /// <summary>The number of values; <see langword="null"/> when continuous.</summary>
    public long? ValueCount { get; }

    /// <summary>Whether a search looks at each value.</summary>
    public bool IsExhaustive => IsCategorical || ValueCount <= ExhaustiveCount;

    /// <summary>The smallest coordinate to search.</summary>
    public double Low { get; }

    /// <summary>The largest coordinate to search.</summary>
    public double High { get; }

    /// <summary>The coordinate of a vector value; not a number gives that of an inactive parameter.</summary>
    public double Encode(double value)
    {
        if (IsCategorical)
        {
            return double.IsNaN(value) ? InactiveCategory : value;
        }

        return double.IsNaN(value) ? InactiveNumber : Parameter.Distribution.ToUnit(value);
    }

    /// <summary>The vector value at a coordinate of an active parameter.</summary>
    public double Decode(double coordinate) => IsCategorical ? coordinate : Parameter.Distribution.FromUnit(coordinate);

    /// <summary>The coordinate of value number <paramref name="index"/> of a discrete parameter.</summary>
    public double Coordinate(long index) => IsCategorical ? index : Parameter.Distribution.ToUnit(_axis!.Value(index));

    /// <summary>The number of the value at a coordinate of a discrete parameter.</summary>
    public long IndexOf(double coordinate) => IsCategorical ? (long)coordinate : Math.Max(0, _axis!.IndexOf(Decode(coordinate)));

    /// <summary>The nearest coordinate that a value has.</summary>
    public double Snap(double coordinate) => IsCategorical ? coordinate : ValueCount is null ? Math.Clamp(coordinate, Low, High) : Encode(Decode(coordinate));

    /// <summary>The coordinate at a place of the unit interval, all places alike.</summary>
    public double FromUniform(double uniform)
    {
        if (IsCategorical)
        {
            return Math.Min(Math.Floor(uniform * ValueCount!.Value), ValueCount.Value - 1);
        }

        return ValueCount is null ? Low + ((High - Low) * uniform) : Snap(uniform);
    }
}
