using System.Text.Json;
using HyperTune.Studies.Restored;

namespace HyperTune.Views.Documents;

/// <summary>A parameter as pages draw it: on an axis from low to high, or in a slot for each of its values.</summary>
internal static class ParameterDocument
{
    // Of an end that lies at infinity, pages show what all but one in a thousand draws are within.
    private const double FarthestUnit = 0.0005;

    /// <param name="writer">Receives one object.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="trials">The trials, of which some may lie beyond an end that is at infinity.</param>
    /// <param name="initial">The value of the default config; <see langword="null"/> for none.</param>
    /// <param name="more">Writes more members; <see langword="null"/> for none.</param>
    public static void Write(Utf8JsonWriter writer, Parameter parameter, IEnumerable<TrialRow> trials, double? initial, Action<Utf8JsonWriter>? more = null)
    {
        Distribution distribution = parameter.Distribution;
        bool isListed = !distribution.Labels.IsEmpty;
        (double low, double high) = isListed ? (0, distribution.Labels.Length - 1) : RangeOf(parameter, trials);
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("kind", isListed ? "choice" : distribution.IsContinuous || !IsWhole(distribution) ? "number" : "integer");
        writer.WriteString("scale", distribution is LogUniformDistribution or LogNormalDistribution && low > 0 ? "log" : "linear");
        writer.WriteNumber("low", low);
        writer.WriteNumber("high", high);
        Nullable(writer, "step", distribution is UniformDistribution { Step: > 0 and var step } ? step : null);
        writer.WriteStartArray("labels");
        foreach (string label in distribution.Labels)
        {
            writer.WriteStringValue(label);
        }

        writer.WriteEndArray();
        if (UnitOf(parameter) is { } unit)
        {
            writer.WriteString("unit", unit);
        }
        else
        {
            writer.WriteNull("unit");
        }

        writer.WriteString("range", parameter.Allowed);
        Nullable(writer, "initial", initial);
        writer.WriteString("condition", parameter.Condition is { } condition && $"{condition}" != RestoredSpace.Always ? $"{condition}" : "");
        more?.Invoke(writer);
        writer.WriteEndObject();
    }

    internal static void Nullable(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static (double Low, double High) RangeOf(Parameter parameter, IEnumerable<TrialRow> trials)
    {
        Distribution distribution = parameter.Distribution;
        double low = distribution.HasLowEnd ? distribution.Low : distribution.FromUnit(FarthestUnit);
        double high = distribution.HasHighEnd ? distribution.High : distribution.FromUnit(1 - FarthestUnit);
        if (!(distribution.HasLowEnd && distribution.HasHighEnd))
        {
            foreach (TrialRow trial in trials)
            {
                double value = trial.Vector.IsEmpty ? double.NaN : trial.Vector.Span[parameter.Index];
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }

        return (low, high);
    }

    private static bool IsWhole(Distribution distribution)
        => distribution.Count is { } count && distribution.FromIndex(0) % 1 == 0 && distribution.FromIndex(Math.Min(1, count - 1)) % 1 == 0;

    private static string? UnitOf(Parameter parameter) => parameter.ValueType == typeof(TimeSpan) ? "s" : null;
}
