using System.Buffers;
using System.Globalization;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Export;

/// <summary>Trials as comma-separated values.</summary>
internal static class TrialCsv
{
    // Some spreadsheets take other marks than the comma as the end of a cell.
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\"\n");
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\n");

    private static readonly string[] Before = ["number", "state"];
    private static readonly string[] Behind = ["started_at", "duration_seconds", "enqueued", "imported", "failure"];

    public static void Write<T>(TextWriter writer, SearchSpace space, IReadOnlyList<TrialRecord<T>> trials, ExportedOutcomes outcomes)
    {
        // Trials of an earlier space may have parameters that the one of now does not have.
        string[] names =
        [
            .. space.Parameters.Select(static parameter => parameter.Name)
                .Concat(trials.Where(static trial => !trial.Fits).SelectMany(static trial => trial.OwnValues()).Select(static value => value.Key))
                .Distinct(),
        ];

        // Few studies have any.
        string[] excluded = trials.Any(static trial => trial.IsExcluded) ? ["excluded"] : [];
        string[] parents = trials.Any(static trial => trial.Parent is not null) ? ["parent"] : [];
        HashSet<string> others = [.. Before, .. Behind, .. excluded, .. parents, .. names];
        WriteLine(
            writer,
            [.. Before, .. outcomes.Columns.Select(column => others.Contains(column) ? $"metrics.{column}" : column), .. Behind, .. excluded, .. parents, .. names]);
        foreach (TrialRecord<T> trial in trials)
        {
            Dictionary<string, string> values = new(trial.OwnValues(), StringComparer.Ordinal);
            WriteLine(
                writer,
                ((string[])[
                    NumberFormat.Invariant(trial.Number),
                    TrialStates.Word(trial.State),
                    .. outcomes.Cells(trial),
                    trial.Start?.ToString("O", CultureInfo.InvariantCulture) ?? "",
                    trial.Duration is { } duration ? NumberFormat.Invariant(duration.TotalSeconds) : "",
                    trial.IsEnqueued ? "true" : "false",
                    trial.IsImported ? "true" : "false",
                    trial.FailureReason ?? "",
                    .. excluded.Select(_ => trial.ExclusionReason ?? ""),
                    .. parents.Select(_ => trial.Parent is { } parent ? NumberFormat.Invariant(parent) : ""),
                ]).Concat(names.Select(name => values.GetValueOrDefault(name, ""))));
        }
    }

    /// <summary>Writes a line, each cell in quotes where it needs them and harmless to spreadsheets.</summary>
    public static void WriteLine(TextWriter writer, IEnumerable<string> cells)
    {
        // One by one: trials of other programs may have as many parameters as there are trials.
        string separator = "";
        foreach (string cell in cells)
        {
            writer.Write(separator);
            writer.Write(Quote(cell));
            separator = ",";
        }

        writer.Write("\r\n");
    }

    // Text comes from whoever wrote the journal or the objective, and spreadsheets run what looks like a formula.
    private static string Quote(string cell)
    {
        string text = Printable.OfLines(cell);
        if (text.Length > 0 && FormulaStarts.Contains(text[0]) && !IsNumber(text))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(Separators) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
