using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Spaces.Comparison;

/// <summary>Makes conditions and bounds of their canonical texts again, on the parameters that come before.</summary>
internal static class ConditionReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="canonical">The canonical text of a condition, behind that of a bound by another parameter where there is one.</param>
    /// <param name="earlier">The parameters that it may be about.</param>
    /// <exception cref="FormatException">The text is about no such parameter, or about values that take the config type to understand.</exception>
    public static (ParameterBound? Bound, ParameterCondition? Condition) Read(string canonical, IReadOnlyList<Parameter> earlier)
    {
        if (canonical.Length == 0)
        {
            return default;
        }

        // Names may hold any character: what is read has to give the same text.
        foreach (Parameter other in earlier)
        {
            foreach (ParameterBound bound in (ReadOnlySpan<ParameterBound>)[ParameterBound.NotAbove(other), ParameterBound.NotBelow(other)])
            {
                string start = $"{bound.Canonical}?";
                if (canonical == start)
                {
                    return (bound, null);
                }

                if (canonical.StartsWith(start, StringComparison.Ordinal) && TryReadCondition(canonical[start.Length..], earlier) is { } bounded)
                {
                    return (bound, bounded);
                }
            }
        }

        return (null, TryReadCondition(canonical, earlier) ?? throw new FormatException($"'{ConditionText.ToWords(canonical)}' takes the config type to understand."));
    }

    private static ParameterCondition? TryReadCondition(string canonical, IReadOnlyList<Parameter> earlier)
    {
        foreach (Parameter parent in earlier)
        {
            if (canonical.StartsWith(parent.Name, StringComparison.Ordinal) && canonical.Length > parent.Name.Length
                && TryRead(canonical[parent.Name.Length..], parent) is { } condition && condition.Canonical == canonical)
            {
                return condition;
            }
        }

        return null;
    }

    private static ParameterCondition? TryRead(string text, Parameter parent) => text switch
    {
        ['{', .. var values, '}'] => TryReadValues(values, parent),
        ['[', .. var limits, ']'] when limits.Split(',') is [var low, var high] && TryNumber(low, out double from) && TryNumber(high, out double to)
            => ParameterCondition.InRange(parent, from, to),
        _ => null,
    };

    // Each value stands behind its length, since it can hold commas and brackets itself.
    private static ParameterCondition? TryReadValues(string text, Parameter parent)
    {
        var values = ImmutableArray.CreateBuilder<double>();
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int colon = rest.IndexOf(':');
            if (colon < 0 || !int.TryParse(rest[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > rest.Length - colon - 1)
            {
                return null;
            }

            string label = rest.Slice(colon + 1, length).ToString();
            double value = parent.Distribution.Labels.IndexOf(label);
            if (value < 0 && !(parent.Distribution.Labels.IsEmpty && TryNumber(label, out value)))
            {
                return null;
            }

            values.Add(value);
            rest = rest[(colon + 1 + length)..];
            rest = rest.IsEmpty ? rest : rest[1..];
        }

        return values.Count == 0 ? null : ParameterCondition.OneOf(parent, values.ToImmutable());
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
