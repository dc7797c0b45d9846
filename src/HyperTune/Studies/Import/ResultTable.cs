using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.Text;
using HyperTune.Trials;
using Microsoft.VisualBasic.FileIO;

namespace HyperTune.Studies.Import;

/// <summary>Reads results from a table of comma-separated values, as exports write it or as people do by hand.</summary>
/// <param name="name">What messages call the table.</param>
/// <param name="space">The space of the configs.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="columns">The names of their columns, one a metric.</param>
internal sealed class ResultTable(string name, SearchSpace space, MetricsDescriptor metrics, ImmutableArray<string> columns)
{
    private const int MostFaults = 10;

    private readonly List<string> _faults = [];

    /// <summary>Reads the table.</summary>
    /// <returns>The results, and how many rows are none.</returns>
    /// <exception cref="InvalidDataException">The table holds something that is not allowed; the message says what and where.</exception>
    public (List<KnownResult> Results, int LeftOut) Read(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { TrimWhiteSpace = false, HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var results = new List<KnownResult>();
        int leftOut = 0;
        try
        {
            string[] header = parser.ReadFields() ?? throw new InvalidDataException($"{name} is empty; its first line must name the columns.");
            int[] places = PlacesOf(header);
            int[] records = [.. metrics.Records.Select(record => PlaceOf(record.Name, header))];
            int state = FactPlace("state", header, places);
            int exclusion = FactPlace("excluded", header, places);
            int number = FactPlace("number", header, places);
            int parent = FactPlace("parent", header, places);
            while (!parser.EndOfData && _faults.Count < MostFaults)
            {
                long line = parser.LineNumber;
                string[] cells = parser.ReadFields()!;
                bool isCompleted = Cell(cells, state) is not { } word || word == TrialStates.Word(TrialState.Completed);
                bool counts = isCompleted && string.IsNullOrEmpty(Cell(cells, exclusion));
                if (!counts)
                {
                    leftOut++;
                }
                else if (cells.Length != header.Length)
                {
                    _faults.Add($"Line {line} has {cells.Length} cells where the header has {header.Length}.");
                }
                else
                {
                    results.Add(Read(line, cells, places) with
                    {
                        Records = ReadRecords(line, cells, records),
                        Number = NumberIn(Cell(cells, number)),
                        Parent = NumberIn(Cell(cells, parent)),
                    });
                }
            }
        }
        catch (MalformedLineException exception)
        {
            throw new InvalidDataException($"{name} is no table: line {exception.LineNumber} has a quotation mark too many or too few.", exception);
        }

        return _faults.Count == 0 ? (results, leftOut) : throw new InvalidDataException($"{name} cannot be added. {string.Join(" ", _faults)}");
    }

    private static string? Cell(string[] cells, int place) => place >= 0 && place < cells.Length ? cells[place] : null;

    private static int? NumberIn(string? cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    // Of each parameter, then of each metric, the place of its column.
    private int[] PlacesOf(string[] header)
    {
        string[] wanted = [.. space.Parameters.Select(static parameter => parameter.Name), .. columns];

        // Exports write the parameters last, behind facts about the trial that may be called like one.
        int[] places = [.. wanted.Select(column => Array.LastIndexOf(header, column))];
        for (int i = space.DimensionCount; i < places.Length; i++)
        {
            places[i] = PlaceOf(wanted[i], header);
        }

        string[] missing = [.. wanted.Where((_, i) => places[i] < 0)];
        return missing.Length == 0
            ? places
            : throw new InvalidDataException(
                $"{name} has no column {string.Join(", ", missing.Select(static column => $"'{Printable.Of(column)}'"))}. It has: {Printable.Of(string.Join(", ", header))}.");
    }

    // What an export says about a trial; a parameter or a metric of that name is something else.
    private static int FactPlace(string fact, string[] header, int[] places) => Array.IndexOf(header, fact) is var place && places.Contains(place) ? -1 : place;

    // Exports write more before the name of a metric or a record that a parameter has as well.
    private static int PlaceOf(string outcome, string[] header)
        => Array.IndexOf(header, $"metrics.{outcome}") is >= 0 and var apart ? apart : Array.IndexOf(header, outcome);

    private RecordedValue[]? ReadRecords(long line, string[] cells, int[] places)
    {
        var known = new List<RecordedValue>();
        foreach ((MetricRecord record, int place) in metrics.Records.Zip(places))
        {
            if (Cell(cells, place) is not { Length: > 0 } cell)
            {
                continue;
            }

            if (record.Parse(cell) is { } value)
            {
                known.Add(new RecordedValue(record.Name, value));
            }
            else
            {
                _faults.Add($"Line {line}: {Printable.Of(record.Name)} is '{Printable.Of(cell)}', which the record cannot hold.");
            }
        }

        return known.Count == 0 ? null : [.. known];
    }

    private KnownResult Read(long line, string[] cells, int[] places)
    {
        double[] vector = new double[space.DimensionCount];
        foreach (Parameter parameter in space.Parameters)
        {
            vector[parameter.Index] = ParameterCell.Read(parameter, cells[places[parameter.Index]]);
        }

        // Values of parameters that the others make inactive count for nothing, whatever they are.
        double[] read = [.. vector];
        space.Normalize(vector);
        space.Settle(vector);
        foreach (Parameter parameter in space.Parameters)
        {
            if (parameter.IsActive(vector) && double.IsNaN(read[parameter.Index]))
            {
                _faults.Add($"Line {line}: {Printable.Of(parameter.Name)} is '{Printable.Of(cells[places[parameter.Index]])}'. Allowed: {parameter.Range}.");
            }
        }

        if (_faults.Count == 0 && space.FindBeyondBound(vector) is { } beyond)
        {
            _faults.Add($"Line {line}: {Printable.Of(beyond.Name)} is '{Printable.Of(cells[places[beyond.Index]])}'. Allowed: {beyond.Allowed}.");
        }

        if (_faults.Count == 0 && space.FindViolatedConstraint(vector) is { } broken)
        {
            _faults.Add($"Line {line} breaks the constraint '{broken}'.");
        }

        double[] values = new double[metrics.All.Length];
        foreach (Metric metric in metrics.All)
        {
            string cell = cells[places[space.DimensionCount + metric.Index]];
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[metric.Index]);
            if (!isNumber || (metric.IsObjective && !double.IsFinite(values[metric.Index])))
            {
                _faults.Add($"Line {line}: {Printable.Of(columns[metric.Index])} is '{Printable.Of(cell)}', which is no {(isNumber ? "finite " : "")}number.");
            }
        }

        return new KnownResult(vector, values, Records: null);
    }
}
