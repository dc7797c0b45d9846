using HyperTune.Metrics;

namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.Add(T, double)"/>
    /// <param name="config">The config that was tried.</param>
    /// <param name="metrics">What came of it; finite in every objective.</param>
    /// <exception cref="ArgumentException">
    /// A value of the config lies outside its range, or the config breaks a constraint; the message lists what is wrong. Or an objective is not finite.
    /// </exception>
    public bool Add(T config, TMetrics metrics) => Add([(config, metrics)]).Imported == 1;

    /// <inheritdoc cref="Study{T}.Add(IEnumerable{ValueTuple{T, double}})"/>
    /// <exception cref="ArgumentException">
    /// A value of a config lies outside its range, or a config breaks a constraint; the message says which. Or an objective is not finite.
    /// </exception>
    public ImportSummary Add(IEnumerable<(T Config, TMetrics Metrics)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return _study.AddStored(results.Select(static result => (result.Config, MetricsVector.Of(result.Metrics), MetricsVector.RecordsOf(result.Metrics))));
    }

    /// <summary>
    /// Gives the study the results in a table, as <see cref="Study{T}.AddCsvAsync(string, string, CancellationToken)"/> does: with a column for each metric,
    /// by its name, and where there is one for a record (<see cref="RecordAttribute"/>), its values, empty where there is none.
    /// </summary>
    /// <param name="path">The path of the table; UTF-8.</param>
    /// <param name="cancellationToken">Ends the reading before anything is added.</param>
    /// <returns>How many results were added, how many rows were left out, and how many results the study had already.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// A column is missing, or a cell holds what is not allowed there; the message lists lines, columns and what is allowed. Nothing is added then.
    /// </exception>
    public Task<ImportSummary> AddCsvAsync(string path, CancellationToken cancellationToken = default)
        => _study.AddCsvAsync(path, [.. TMetrics.Metrics.All.Select(static metric => metric.Name)], cancellationToken);
}
