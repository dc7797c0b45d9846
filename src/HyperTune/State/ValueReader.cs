using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.State;

/// <summary>Turns the values of one stored parameter into those of the parameter that the space has under its name.</summary>
internal sealed class ValueReader
{
    private readonly Distribution _stored;
    private readonly double[]? _indices;

    /// <param name="target">The parameter of that name; <see langword="null"/> when there is none.</param>
    /// <param name="stored">What the stored values mean.</param>
    public ValueReader(Parameter? target, Distribution stored)
    {
        Target = target;
        _stored = stored;
        if (target is not null && stored is ListDistribution list)
        {
            // An index counts in the stored list, which may have another order.
            _indices = [.. list.Labels.Select(label => FromText(target.Distribution, label))];
        }
    }

    public Parameter? Target { get; }

    /// <summary>
    /// The vector value; not a number when the parameter has no such value. What differs from an end by rounding, as earlier versions and other
    /// programs compute ends, is the end.
    /// </summary>
    public double Read(double value)
    {
        if (_indices is not null)
        {
            return _stored.Contains(value) ? _indices[(int)value] : double.NaN;
        }

        return Target!.Distribution is ListDistribution
            ? FromText(Target.Distribution, value.ToString("R", CultureInfo.InvariantCulture))
            : Target.Distribution.Recognize(value);
    }

    /// <summary>The vector value of a text: of a label's, or of a number's. Not a number when the distribution has no such value.</summary>
    public static double FromText(Distribution distribution, string text)
    {
        if (distribution is ListDistribution list)
        {
            return IndexOf(list.Labels, text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? distribution.Recognize(number) : double.NaN;
    }

    private static double IndexOf(ImmutableArray<string> labels, string label)
    {
        int index = labels.IndexOf(label);
        if (index < 0)
        {
            // Python writes True, C# "True" or "true", and whoever listed numbers wrote 1 or 1.0.
            index = labels.IndexOf(label, 0, labels.Length, StringComparer.OrdinalIgnoreCase);
        }

        return index < 0 ? double.NaN : index;
    }
}
