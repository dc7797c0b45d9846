using System.Globalization;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Export;

/// <summary>Trials as comma-separated values.</summary>
internal static class TrialCsv
{
    private static readonly string[] Head = ["number", "state", "value", "started_at", "duration_seconds", "enqueued", "imported", "failure"];

    public static void Write<T>(TextWriter writer, SearchSpace space, IReadOnlyList<TrialRecord<T>> trials)
    {
        // Trials of an earlier space may have parameters that the one of now does not have.
        string[] names =
        [
            .. space.Parameters.Select(static parameter => parameter.Name)
                .Concat(trials.Where(static trial => !trial.Fits).SelectMany(static trial => trial.OwnValues()).Select(static value => value.Key))
                .Distinct(),
        ];
        WriteLine(writer, [.. Head, .. names]);
        foreach (TrialRecord<T> trial in trials)
        {
            Dictionary<string, string> values = new(trial.OwnValues(), StringComparer.Ordinal);
            WriteLine(
                writer,
                ((string[])[
                    NumberFormat.Invariant(trial.Number),
                    TrialStates.Word(trial.State),
                    trial.Value is { } value ? NumberFormat.Invariant(value) : "",
                    trial.StartedAt.ToString("O", CultureInfo.InvariantCulture),
                    trial.Duration is { } duration ? NumberFormat.Invariant(duration.TotalSeconds) : "",
                    trial.IsEnqueued ? "true" : "false",
                    trial.IsImported ? "true" : "false",
                    trial.FailureReason ?? "",
                ]).Concat(names.Select(name => values.GetValueOrDefault(name, ""))));
        }
    }

    private static void WriteLine(TextWriter writer, IEnumerable<string> cells)
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

    private static string Quote(string cell)
        => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
