using System.Globalization;
using HyperTune.State;

namespace HyperTune.Studies.Import;

/// <summary>A parameter's value in a table: a label, a number, or a time as text or in seconds.</summary>
internal static class ParameterCell
{
    /// <summary>The vector value; not a number where the cell holds none that the parameter allows.</summary>
    public static double Read(Parameter parameter, string cell)
    {
        double value = ReadText(parameter, cell);

        // Exports protect what spreadsheets would take for a formula.
        return double.IsNaN(value) && cell.StartsWith('\'') ? ReadText(parameter, cell[1..]) : value;
    }

    private static double ReadText(Parameter parameter, string text)
    {
        double value = ValueReader.FromText(parameter.Distribution, text);
        bool isTime = parameter.ValueType == typeof(TimeSpan) || parameter.ValueType == typeof(TimeSpan?);
        if (double.IsNaN(value) && isTime && parameter.Distribution.Labels.IsEmpty && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time))
        {
            value = parameter.Distribution.Recognize(time.TotalSeconds);
        }

        return parameter.Distribution.Contains(value) ? value : double.NaN;
    }
}
