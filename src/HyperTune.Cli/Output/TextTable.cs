namespace HyperTune.Cli.Output;

/// <summary>Rows and columns as plain text, each column as wide as it needs. Nothing in a cell commands the terminal.</summary>
/// <param name="headers">The heads of the columns; none for a table without a head.</param>
internal sealed class TextTable(params string[] headers)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = headers.Length == 0 ? [] : [[.. headers.Select(Printable.Of)]];

    /// <summary>Adds a row.</summary>
    public void Add(params IEnumerable<string> cells) => _rows.Add([.. cells.Select(Printable.Of)]);

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="indent">What stands before each line.</param>
    public void Write(TextWriter writer, string indent = "")
    {
        int[] widths = new int[_rows.Count == 0 ? 0 : _rows.Max(static row => row.Length)];
        foreach (string[] row in _rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        foreach (string[] row in _rows)
        {
            writer.WriteLine($"{indent}{string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd());
        }
    }
}
