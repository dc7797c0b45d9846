using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.Studies.Export;
using HyperTune.Studies.Export.TensorBoard;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>Saves all trials as a table or as JSON, for spreadsheets, notebooks and scripts.</summary>
    /// <param name="path">The file to write; <c>.csv</c> gives what <see cref="WriteCsv"/> writes, <c>.json</c> what <see cref="WriteJson"/> does.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">The path has another extension.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => StudyFile.SaveAsync(path, WriteCsv, WriteJson, cancellationToken);

    /// <summary>
    /// Writes a table (RFC 4180, invariant culture) with a header and one line per trial: number, state, value, start (empty where it
    /// never started), duration in seconds, whether it was enqueued or imported, why it failed (and, where any was, why it was taken out; where any did, the number of the
    /// trial from whose checkpoint it went on), and one column per parameter, empty where the parameter is inactive. Trials of an earlier search space show
    /// their own values, in extra columns where the parameter no longer exists.
    /// </summary>
    /// <param name="writer">Receives the table.</param>
    public void WriteCsv(TextWriter writer) => ExportCsv(writer, Exported());

    /// <summary>Writes the study's name, direction, seed, strategy, notes and search space, and all trials with their configs and intermediate values.</summary>
    /// <remarks>Numbers that JSON does not have are written as the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</remarks>
    /// <param name="writer">Receives one JSON object.</param>
    public void WriteJson(Utf8JsonWriter writer) => ExportJson(writer, Exported(), Seed);

    /// <summary>
    /// Writes all trials for TensorBoard's HParams dashboard, as <see cref="TensorBoardLog{T}"/> does while a study runs: then <c>tensorboard --logdir</c> with the
    /// directory shows them. Trials that have not ended are sessions that are still open; those of another search space are left out.
    /// </summary>
    /// <param name="directory">A directory for this study alone; it must have no event files yet.</param>
    /// <exception cref="ArgumentException">The directory's name is empty.</exception>
    /// <exception cref="IOException">There are event files already, or they cannot be written.</exception>
    public void ExportTensorBoard(string directory) => WriteTensorBoard(directory, SingleObjective.Of(Direction));

    internal void WriteTensorBoard(string directory, MetricsDescriptor metrics)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        if (Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*tfevents*").Any())
        {
            throw new IOException($"'{directory}' has event files already, and TensorBoard would show both studies as one; name another directory.");
        }

        using var board = new TensorBoardDirectory(directory, metrics, TimeProvider.System);
        foreach (TrialRecord<T> trial in Trials.Where(static trial => trial.State != TrialState.Waiting))
        {
            board.Start(trial);
            for (int i = 0; i < trial.Reports.Length; i++)
            {
                // When reports were made is not known: they are spread evenly over the trial.
                board.Report(trial.Number, trial.Reports[i], trial.Start + (trial.Duration.GetValueOrDefault() * (i + 1) / trial.Reports.Length));
            }

            board.End(trial);
        }
    }

    internal void ExportCsv(TextWriter writer, ExportedOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TrialCsv.Write(writer, _study.Space, Trials, outcomes);
    }

    /// <param name="writer">Receives one JSON object.</param>
    /// <param name="outcomes">How the study and its trials ended.</param>
    /// <param name="seed">The study's seed; <see langword="null"/> where it has none.</param>
    /// <param name="isRestored">Whether the study was only read from its storage, which says nothing of the strategy and of runs.</param>
    internal void ExportJson(Utf8JsonWriter writer, ExportedOutcomes outcomes, long? seed, bool isRestored = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("study", StudyName);
        outcomes.WriteGoal(writer);
        if (seed is { } known)
        {
            writer.WriteString("seed", NumberFormat.Invariant(known));
        }

        if (!isRestored)
        {
            writer.WriteString("strategy", Strategy);
            writer.WriteString("stopReason", StopReason.ToString());
        }

        WriteNotes(writer);
        writer.WriteStartObject("space");
        writer.WriteString("name", _study.Space.Name);
        writer.WriteString("fingerprint", _study.Space.Fingerprint);
        writer.WriteStartObject("parameters");
        foreach (Parameter parameter in _study.Space.Parameters)
        {
            writer.WriteString(parameter.Name, parameter.Distribution.ToString());
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        outcomes.WriteReached(writer);
        writer.WriteStartArray("trials");
        foreach (TrialRecord<T> trial in Trials)
        {
            TrialJson.Write(writer, _study.Space, trial, outcomes);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteNotes(Utf8JsonWriter writer)
    {
        if (Notes.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("notes");
        foreach ((string name, string text) in Notes)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private ExportedValue Exported() => new(Direction, BestOrDefault?.Number);
}
