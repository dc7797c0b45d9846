using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Listed values, each equally likely; a vector value is the zero-based index into the list.</summary>
public abstract class ListDistribution : Distribution
{
    // The indices of the values that are left, ascending; default for all.
    private readonly ImmutableArray<int> _kept;

    private protected ListDistribution(ImmutableArray<string> labels, ImmutableArray<int> kept)
    {
        if (labels.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A list of values needs at least one value.", nameof(labels));
        }

        Labels = labels;
        _kept = kept;
        ValueCount = kept.IsDefault ? labels.Length : kept.Length;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> Labels { get; }

    /// <inheritdoc/>
    public override double Low => IndexAt(0);

    /// <inheritdoc/>
    public override double High => IndexAt(ValueCount - 1);

    /// <inheritdoc/>
    public override long? Count => ValueCount;

    /// <summary>The labels of the values that there are: fewer than <see cref="Labels"/> in a space that was narrowed.</summary>
    internal IEnumerable<string> KeptLabels => _kept.IsDefault ? Labels : _kept.Select(index => Labels[index]);

    private int ValueCount { get; }

    /// <inheritdoc/>
    public override double FromUnit(double unit)
    {
        double place = Math.Clamp(Math.Floor(unit * ValueCount), 0, ValueCount - 1);
        return _kept.IsDefault ? place : _kept[(int)place];
    }

    /// <inheritdoc/>
    public override double ToUnit(double value)
    {
        if (_kept.IsDefault)
        {
            return (Math.Clamp(value, 0, Labels.Length - 1) + 0.5) / Labels.Length;
        }

        // Between two values that are left lies the border of their cells.
        int place = _kept.BinarySearch((int)Math.Clamp(value, 0, Labels.Length - 1));
        return (place >= 0 ? place + 0.5 : ~place) / ValueCount;
    }

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => double.NaN;

    /// <inheritdoc/>
    public override double FromIndex(long index) => IndexAt((int)index);

    /// <inheritdoc/>
    public override bool Contains(double value) => IsListed(value) && (_kept.IsDefault || _kept.BinarySearch((int)value) >= 0);

    /// <inheritdoc/>
    public override double Snap(double value)
    {
        if (_kept.IsDefault || double.IsNaN(value))
        {
            return Math.Clamp(Math.Round(value), Low, High);
        }

        // Of values without an order none is nearer than another.
        return Contains(Math.Round(value)) ? Math.Round(value)
            : IsCategorical ? Low
            : _kept.MinBy(index => Math.Abs(index - value));
    }

    /// <summary>Whether a number is the index of one of <see cref="Labels"/>, also of one that is not left.</summary>
    internal bool IsListed(double value) => value >= 0 && value <= Labels.Length - 1 && value == Math.Floor(value);

    /// <summary>The place of a value among those that there are; -1 for one that is not left.</summary>
    internal int PlaceOf(double value) => !IsListed(value) ? -1
        : _kept.IsDefault ? (int)value
        : Math.Max(-1, _kept.BinarySearch((int)value));

    /// <summary>The part of the list with some of its values; <see langword="null"/> where none of them is there.</summary>
    /// <param name="indices">The indices of the values to keep.</param>
    internal ListDistribution? Keep(IEnumerable<int> indices)
    {
        ImmutableArray<int> kept = [.. indices.Where(index => Contains(index)).Distinct().Order()];
        return kept.IsEmpty ? null
            : kept.Length == Labels.Length ? this
            : Keeping(kept);
    }

    internal override Distribution? Narrow(double low, double high)
        => Keep(Enumerable.Range(0, Labels.Length).Where(index => index >= low && index <= high));

    internal override Distribution? Intersect(Distribution part) => Keep(Enumerable.Range(0, Labels.Length).Where(index => part.Contains(index)));

    internal override (double Begin, double End) CellAt(double unit)
    {
        double place = Math.Clamp(Math.Floor(unit * ValueCount), 0, ValueCount - 1);
        return (place / ValueCount, (place + 1) / ValueCount);
    }

    internal override double Recognize(double value) => value;

    private protected override bool CoversOfSameKind(Distribution other) => ((ListDistribution)other).KeptLabels.All(label => KeptLabels.Contains(label));

    /// <summary>A list with the same labels, of which only some are values.</summary>
    private protected abstract ListDistribution Keeping(ImmutableArray<int> kept);

    private protected string Canonicalize(string kind)
        => $"{kind}({string.Join(',', KeptLabels.Select(static label => $"{label.Length}:{label}"))})";

    private int IndexAt(int place) => _kept.IsDefault ? place : _kept[place];
}
