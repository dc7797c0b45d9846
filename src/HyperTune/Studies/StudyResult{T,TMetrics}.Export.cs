using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.Studies.Export;

namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <summary>Saves all trials as a table or as JSON, for spreadsheets, notebooks and scripts.</summary>
    /// <param name="path">The file to write; <c>.csv</c> gives what <see cref="WriteCsv"/> writes, <c>.json</c> what <see cref="WriteJson"/> does.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The path has another extension.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => StudyFile.SaveAsync(path, WriteCsv, WriteJson, cancellationToken);

    /// <summary>
    /// Writes a table as <see cref="StudyResult{T}.WriteCsv"/> does, with a column for each metric in the place of the value, empty where it is not known, and
    /// for each record (<see cref="RecordAttribute"/>), empty where the trial has none; whether the trial is in the front (<c>in_front</c>); how far it is outside the limits (<c>violation</c>) where there are limits; and the
    /// <c>hypervolume</c> of the trials up to it where the study has a <see cref="Reference"/>. A metric or a record with the name of another
    /// column has <c>metrics.</c> before it.
    /// </summary>
    /// <param name="writer">Receives the table.</param>
    public void WriteCsv(TextWriter writer) => _inner.ExportCsv(writer, Exported());

    /// <summary>
    /// Writes JSON as <see cref="StudyResult{T}.WriteJson"/> does: the metrics with their directions and limits, the front and, where the study has a
    /// <see cref="Reference"/>, its hypervolume; and all trials with their metrics, records and reports.
    /// </summary>
    /// <remarks><inheritdoc cref="StudyResult{T}.WriteJson" path="/remarks/node()"/></remarks>
    /// <param name="writer">Receives one JSON object.</param>
    public void WriteJson(Utf8JsonWriter writer) => _inner.ExportJson(writer, Exported(), Seed);

    /// <summary>Writes all trials for TensorBoard's HParams dashboard, as <see cref="StudyResult{T}.ExportTensorBoard"/> does, with a column for each metric.</summary>
    /// <param name="directory">A directory for this study alone; it must have no event files yet.</param>
    /// <exception cref="ArgumentException">The directory's name is empty.</exception>
    /// <exception cref="IOException">There are event files already, or they cannot be written.</exception>
    public void ExportTensorBoard(string directory) => _inner.WriteTensorBoard(directory, TMetrics.Metrics);

    private ExportedMetrics Exported() => new(
        TMetrics.Metrics,
        new SortedSet<int>(_inner.Front),
        Reference is { } reference ? MetricsVector.Of(reference) : null,
        Reference is { } point ? HypervolumeHistory(point) : []);
}
