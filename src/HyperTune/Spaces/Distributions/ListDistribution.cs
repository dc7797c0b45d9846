using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Listed values, each equally likely; a vector value is the zero-based index into the list.</summary>
public abstract class ListDistribution : Distribution
{
    private protected ListDistribution(ImmutableArray<string> labels)
    {
        if (labels.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A list of values needs at least one value.", nameof(labels));
        }

        Labels = labels;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> Labels { get; }

    /// <inheritdoc/>
    public override double Low => 0;

    /// <inheritdoc/>
    public override double High => Labels.Length - 1;

    /// <inheritdoc/>
    public override long? Count => Labels.Length;

    /// <inheritdoc/>
    public override double FromUnit(double unit) => Math.Clamp(Math.Floor(unit * Labels.Length), 0, Labels.Length - 1);

    /// <inheritdoc/>
    public override double ToUnit(double value) => (Math.Clamp(value, 0, Labels.Length - 1) + 0.5) / Labels.Length;

    /// <inheritdoc/>
    public override double UnitSlope(double unit) => double.NaN;

    /// <inheritdoc/>
    public override double FromIndex(long index) => index;

    /// <inheritdoc/>
    public override bool Contains(double value) => value >= 0 && value <= Labels.Length - 1 && value == Math.Floor(value);

    /// <inheritdoc/>
    public override double Snap(double value) => Math.Clamp(Math.Round(value), Low, High);

    internal override (double Begin, double End) CellAt(double unit)
    {
        double index = FromUnit(unit);
        return (index / Labels.Length, (index + 1) / Labels.Length);
    }

    internal override double Recognize(double value) => value;

    private protected override bool CoversOfSameKind(Distribution other) => other.Labels.All(label => Labels.Contains(label));

    private protected string Canonicalize(string kind)
        => $"{kind}({string.Join(',', Labels.Select(static label => $"{label.Length}:{label}"))})";
}
