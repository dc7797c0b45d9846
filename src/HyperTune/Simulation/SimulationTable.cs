using System.Globalization;
using System.Text;

namespace HyperTune;

/// <summary>How pruners did on the same curves.</summary>
public sealed class SimulationTable
{
    private static readonly string[] Header = ["pruner", "started", "completed", "pruned", "steps", "saved", "best value", "rank", "time", "wins"];

    internal SimulationTable(IReadOnlyList<SimulationRow> rows) => Rows = rows;

    /// <summary>A row for each pruner.</summary>
    public IReadOnlyList<SimulationRow> Rows { get; }

    /// <summary>The rows as a table of aligned columns, one line each.</summary>
    public override string ToString()
    {
        string[][] lines = [Header, .. Rows.Select(Cells)];
        int[] widths = [.. Header.Select((_, column) => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines)
        {
            text.Append(line[0].PadRight(widths[0]));
            for (int column = 1; column < line.Length; column++)
            {
                text.Append("  ").Append(line[column].PadLeft(widths[column]));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string[] Cells(SimulationRow row) =>
    [
        row.Pruner,
        Text(row.Started, "F1"),
        Text(row.Completed, "F1"),
        Text(row.Pruned, "F1"),
        Text(row.Steps, "F0"),
        Text(row.SavedShare * 100, "F0") + " %",
        row.BestValue is { } value ? Text(value, "G5") : "-",
        row.BestRank is { } rank ? Text(rank, "F1") : "-",
        row.Time.ToString(row.Time.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
        Text(row.Wins * 100, "F0") + " %",
    ];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
