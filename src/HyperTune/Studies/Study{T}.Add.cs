using System.Collections.Immutable;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.Studies;
using HyperTune.Studies.Engine;
using HyperTune.Studies.Import;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Gives the study a result that is known already, from a paper or from an evening of trying by hand. It becomes a trial that the strategy learns from and
    /// that may be the best one, but costs no budget; its record says <see cref="TrialRecord{T}.IsImported"/>.
    /// </summary>
    /// <remarks>A result is added once: a program may add what it knows at each start. For many results the other overload is faster.</remarks>
    /// <param name="config">The config that was tried.</param>
    /// <param name="value">What came of it, in the study's direction; finite.</param>
    /// <returns><see langword="false"/> when the study has this result already.</returns>
    /// <exception cref="ArgumentException">
    /// A value of the config lies outside its range, or the config breaks a constraint; the message lists what is wrong. Or the value is not finite.
    /// </exception>
    public bool Add(T config, double value) => Add([(config, value)]).Imported == 1;

    /// <summary>Gives the study results that are known already, all of them or, when one of them is wrong, none; see <see cref="Add(T, double)"/>.</summary>
    /// <param name="results">The configs that were tried, and what came of them.</param>
    /// <returns>How many results were added, and how many the study had already.</returns>
    /// <exception cref="ArgumentException">
    /// A value of a config lies outside its range, or a config breaks a constraint; the message says which. Or a value is not finite.
    /// </exception>
    public ImportSummary Add(IEnumerable<(T Config, double Value)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return AddStored(results.Select(static result => (result.Config, new[] { result.Value }, (RecordedValue[]?)null)));
    }

    /// <summary>
    /// Gives the study the results in a table (RFC 4180) with a header: a column for each parameter, by its name, empty where the parameter is inactive, and
    /// one for the value. Other columns are ignored, so that what <see cref="StudyResult{T}.SaveAsync"/> wrote can be read; where there is a column
    /// <c>state</c>, only rows with <c>completed</c> count. See <see cref="Add(T, double)"/>.
    /// </summary>
    /// <param name="path">The path of the table; UTF-8.</param>
    /// <param name="valueColumn">The name of the column with the values; by default <c>value</c>.</param>
    /// <param name="cancellationToken">Ends the reading before anything is added.</param>
    /// <returns>How many results were added, how many rows were left out, and how many results the study had already.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// A column is missing, or a cell holds what is not allowed there; the message lists lines, columns and what is allowed. Nothing is added then.
    /// </exception>
    public Task<ImportSummary> AddCsvAsync(string path, string valueColumn = "value", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(valueColumn);
        return AddCsvAsync(path, [valueColumn], cancellationToken);
    }

    /// <summary>Adds the results in a table.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="columns">The names of the columns of the metrics, one a metric.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<ImportSummary> AddCsvAsync(string path, ImmutableArray<string> columns, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        var table = new ResultTable(Path.GetFileName(path), Space, Metrics, columns);
        (List<KnownResult> results, int leftOut) = table.Read(text);
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await ImportAsync(engine, Imported(results), leftOut, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Adds results, each with one value a metric, and what was recorded beside them.</summary>
    internal ImportSummary AddStored(IEnumerable<(T Config, double[] Values, RecordedValue[]? Records)> results)
    {
        var known = new List<KnownResult>();
        foreach ((T config, double[] values, RecordedValue[]? records) in results)
        {
            if (Metrics.Objectives.FirstOrDefault(metric => !double.IsFinite(values[metric.Index])) is { } wrong)
            {
                string name = Metrics.All.Length == 1 ? "The value" : $"{Printable.Of(wrong.Name)} of a result";
                throw new ArgumentException(
                    $"{name} to be added to study '{Title}' is {NumberFormat.Invariant(values[wrong.Index])}, which is no finite number.", nameof(results));
            }

            known.Add(new KnownResult(VectorOf(config, "added to"), values, records));
        }

        return Blocking.Wait(ImportAsync(OpenEngine, Imported(known), leftOut: 0, CancellationToken.None));
    }

    /// <summary>The vector of a config that somebody gives to the study.</summary>
    /// <param name="config">The config.</param>
    /// <param name="use">What is to happen to it.</param>
    /// <exception cref="ArgumentException">The config is not in the search space.</exception>
    private double[] VectorOf(T config, string use)
    {
        ArgumentNullException.ThrowIfNull(config);
        ImmutableArray<ValidationError> errors = Space.Validate(config);
        if (!errors.IsEmpty)
        {
            throw new ArgumentException(
                $"The config cannot be {use} study '{Title}', because it is not in the search space: {Printable.Of(string.Join(" ", errors))}",
                nameof(config));
        }

        double[] vector = new double[Space.DimensionCount];
        Space.Encode(config, vector);
        return vector;
    }

    private List<ImportedTrial> Imported(List<KnownResult> results)
    {
        PointLayout layout = PointLayout.Of(Space);
        DateTime now = _options.TimeProvider.GetUtcNow().UtcDateTime;
        var imported = new List<ImportedTrial>();
        var taken = new Dictionary<int, ImportedTrial>();
        foreach (KnownResult result in results)
        {
            var trial = new ImportedTrial
            {
                Vector = result.Vector,
                Outcome = new StoredOutcome(TrialState.Completed, result.Values) { Records = result.Records },
                Started = now,
                Ended = now,
                Parent = result.Parent is { } parent ? taken.GetValueOrDefault(parent) : null,
                Source = "a known result",
                ParameterHash = ImportedTrialKey.Of(new TrialPoint(layout, result.Vector)),
            };
            imported.Add(trial);
            if (result.Number is { } number)
            {
                taken[number] = trial;
            }
        }

        return imported;
    }
}
