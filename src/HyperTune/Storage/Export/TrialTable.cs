using System.Globalization;

namespace HyperTune;

/// <summary>Trials as comma-separated values.</summary>
internal static class TrialTable
{
    public static void Write<T>(TextWriter writer, SearchSpace space, IEnumerable<TrialRecord<T>> trials)
    {
        WriteLine(
            writer,
            ["number", "state", "value", "started_at", "duration_seconds", "enqueued", "imported", "failure", .. space.Parameters.Select(static p => p.Name)]);
        foreach (TrialRecord<T> trial in trials)
        {
            WriteLine(
                writer,
                [
                    NumberFormat.Invariant(trial.Number),
                    TrialStates.Word(trial.State),
                    trial.Value is { } value ? NumberFormat.Invariant(value) : "",
                    trial.StartedAt.ToString("O", CultureInfo.InvariantCulture),
                    trial.Duration is { } duration ? NumberFormat.Invariant(duration.TotalSeconds) : "",
                    trial.IsEnqueued ? "true" : "false",
                    trial.IsImported ? "true" : "false",
                    trial.FailureReason ?? "",
                    .. space.Parameters.Select(parameter => Cell(parameter, trial.Vector.Span[parameter.Index])),
                ]);
        }
    }

    private static string Cell(Parameter parameter, double value) => double.IsNaN(value) ? "" : parameter.Format(value);

    private static void WriteLine(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Quote)));
        writer.Write("\r\n");
    }

    private static string Quote(string cell)
        => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
