using HyperTune.Spaces.Enumeration;

namespace HyperTune.Spaces.Coding;

/// <summary>One coordinate of the unit cube over a space.</summary>
/// <remarks>What the coordinates mean is said at <see cref="UnitCube"/>, which alone turns values into coordinates and back.</remarks>
internal sealed class CubeDimension
{
    // An end without a value is searched up to this quantile: the distribution says that hardly anything useful lies beyond.
    private const double OpenEndQuantile = 1e-3;

    // A value so many widths of a narrowed range away says no less about the range than one that is still farther.
    private const double Farthest = 100;

    private readonly Distribution _distribution;
    private readonly Distribution _whole;
    private readonly ListDistribution? _categories;
    private readonly ValueAxis? _values;

    /// <param name="parameter">The parameter; in the whole space, it has more than one value.</param>
    /// <param name="index">The place among all coordinates.</param>
    /// <param name="row">The place among the numeric or the categorical ones.</param>
    /// <param name="decidesOthers">Whether other parameters depend on this one.</param>
    public CubeDimension(Parameter parameter, int index, int row, bool decidesOthers)
    {
        Parameter = parameter;
        Index = index;
        Row = row;
        DecidesOthers = decidesOthers;
        _distribution = parameter.Distribution;
        _whole = parameter.Whole.Distribution;
        IsCategorical = _distribution.IsCategorical;
        _categories = IsCategorical ? (ListDistribution)_distribution : null;
        Count = _distribution.Count;
        if (Count is { } count)
        {
            _values = new ValueAxis(_distribution, points: null);
            Low = CoordinateOf(0);
            High = CoordinateOf(count - 1);
        }
        else
        {
            Low = _distribution.HasLowEnd ? 0 : OpenEndQuantile;
            High = _distribution.HasHighEnd ? 1 : 1 - OpenEndQuantile;
        }
    }

    public Parameter Parameter { get; }

    /// <summary>The place among the coordinates of a point.</summary>
    public int Index { get; }

    /// <summary>The place among the numeric or the categorical coordinates.</summary>
    public int Row { get; }

    /// <summary>Whether two coordinates are either equal or different, and nothing in between.</summary>
    public bool IsCategorical { get; }

    /// <summary>The number of values; <see langword="null"/> when continuous.</summary>
    public long? Count { get; }

    /// <summary>Whether the parameter depends on another.</summary>
    public bool IsConditional => Parameter.Condition is not null;

    /// <summary>Whether other parameters exist or not depending on this one.</summary>
    public bool DecidesOthers { get; }

    /// <summary>Whether a narrowed space leaves the parameter a single value, which only trials outside of the space do not have.</summary>
    public bool IsFixed => _distribution.IsConstant;

    /// <summary>Whether values next to each other need not give similar results, so that local moves leave the parameter alone.</summary>
    public bool IsStructural => IsCategorical || DecidesOthers;

    /// <summary>The smallest coordinate to search: that of the first value, or an outer quantile where the range has no end.</summary>
    public double Low { get; }

    /// <summary>The largest coordinate to search.</summary>
    public double High { get; }

    /// <summary>The nearest coordinate that a value has.</summary>
    /// <param name="coordinate">A coordinate, for a numeric parameter of [0, 1].</param>
    public double Snap(double coordinate) => IsCategorical || Count is null ? coordinate : Encode(Decode(coordinate));

    /// <summary>
    /// The part of the unit interval that belongs to the value of a numeric parameter at a coordinate; the coordinate alone when continuous.
    /// </summary>
    public (double Begin, double End) CellAt(double coordinate) => _distribution.CellAt(coordinate);

    /// <summary>The width of <see cref="CellAt"/>.</summary>
    public double CellWidth(double coordinate)
    {
        (double begin, double end) = CellAt(coordinate);
        return end - begin;
    }

    /// <summary>By what a derivative with respect to the parameter's value is multiplied to become one with respect to the coordinate.</summary>
    /// <returns>Not a number where the values have no derivative.</returns>
    public double Slope(double coordinate) => _distribution.UnitSlope(coordinate);

    /// <summary>The coordinate at a share of what is searched: of the cells of discrete values, or of the range between the ends.</summary>
    /// <param name="share">A number of [0, 1).</param>
    public double CoordinateAt(double share)
        => Count is null ? Low + ((High - Low) * share) : Encode(_distribution.FromUnit(share));

    /// <summary>The coordinate of value number <paramref name="index"/> of a discrete parameter.</summary>
    public double CoordinateOf(long index) => Encode(_values!.Value(index));

    /// <summary>The number of the value at a coordinate of a discrete parameter.</summary>
    public long IndexOf(double coordinate) => IsCategorical ? (long)coordinate : Math.Max(0, _values!.IndexOf(Decode(coordinate)));

    /// <summary>The coordinate of a value, for the cube: the nearest one of a number outside of a narrowed range, not a number for a category that is not left.</summary>
    internal double Encode(double value) => IsCategorical ? (_categories!.PlaceOf(value) is >= 0 and var place ? place : double.NaN) : _distribution.ToUnit(value);

    /// <summary>The value at a coordinate, for the cube.</summary>
    internal double Decode(double coordinate) => IsCategorical ? _distribution.FromIndex((long)coordinate) : _distribution.FromUnit(coordinate);

    /// <summary>Whether a value of the whole space is one of the parameter's, for the cube.</summary>
    internal bool Contains(double value) => _distribution.Contains(value);

    /// <summary>
    /// The coordinate of a value of the whole space that is none of the parameter's, for the cube: where it would be if the coordinates went on outside of
    /// the unit interval; of a value without order one that no other value has.
    /// </summary>
    internal double EncodeOutside(double value)
    {
        if (IsCategorical)
        {
            return Count!.Value + value;
        }

        if (!_distribution.Labels.IsEmpty)
        {
            return _distribution.ToUnit(value);
        }

        // The scale of the part is that of the whole, stretched. Of a single value there is none, and the scale is that of the whole.
        (double begin, _) = _whole.CellAt(_whole.ToUnit(_distribution.Low));
        (_, double end) = _whole.CellAt(_whole.ToUnit(_distribution.High));
        double place = _whole.ToUnit(value);
        double coordinate = IsFixed ? Low + place - _whole.ToUnit(_distribution.Low)
            : begin < end ? (place - begin) / (end - begin)
            : place < begin ? -Farthest
            : Farthest;
        return Math.Clamp(coordinate, -Farthest, 1 + Farthest);
    }
}
