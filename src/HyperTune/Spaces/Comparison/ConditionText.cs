using System.Globalization;
using HyperTune.Text;

namespace HyperTune.Spaces.Comparison;

/// <summary>Says what the canonical texts of conditions and bounds mean.</summary>
internal static class ConditionText
{
    /// <summary>The condition in words, for instance <c>Optimizer is Adam</c>; the text itself where it is none that this version writes.</summary>
    /// <param name="canonical">The canonical text of a condition, behind that of a bound by another parameter where there is one.</param>
    public static string ToWords(string canonical)
    {
        string bound = "";
        string condition = canonical;
        bool isBounded = canonical.StartsWith("<=", StringComparison.Ordinal) || canonical.StartsWith(">=", StringComparison.Ordinal);
        if (isBounded && canonical.IndexOf('?', StringComparison.Ordinal) is > 0 and var mark)
        {
            bound = $"not {(canonical[0] == '<' ? "above" : "below")} {canonical[2..mark]}";
            condition = canonical[(mark + 1)..];
        }

        string words = condition.Length == 0 ? "" : Values(condition) ?? Range(condition) ?? condition;
        return bound.Length == 0 || words.Length == 0 ? bound + words : $"{words}, {bound}";
    }

    // Each value stands behind its length, since it can hold commas and brackets itself.
    private static string? Values(string condition)
    {
        int bracket = condition.IndexOf('{', StringComparison.Ordinal);
        if (bracket <= 0 || !condition.EndsWith('}'))
        {
            return null;
        }

        var values = new List<string>();
        ReadOnlySpan<char> rest = condition.AsSpan(bracket + 1, condition.Length - bracket - 2);
        while (!rest.IsEmpty)
        {
            int colon = rest.IndexOf(':');
            if (colon < 0 || !int.TryParse(rest[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > rest.Length - colon - 1)
            {
                return null;
            }

            values.Add(rest.Slice(colon + 1, length).ToString());
            rest = rest[(colon + 1 + length)..];
            rest = rest.IsEmpty ? rest : rest[1..];
        }

        return DistributionWords.IsOneOf(condition[..bracket], values);
    }

    private static string? Range(string condition)
    {
        int bracket = condition.LastIndexOf('[');
        if (bracket <= 0 || !condition.EndsWith(']') || condition[(bracket + 1)..^1].Split(',') is not [var low, var high])
        {
            return null;
        }

        return double.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out double from)
            && double.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out double to)
            ? DistributionWords.IsInRange(condition[..bracket], from, to)
            : null;
    }
}
