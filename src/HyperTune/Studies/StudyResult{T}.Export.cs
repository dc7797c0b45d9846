using System.Text.Json;
using HyperTune.Studies.Export;
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
    /// Writes a table (RFC 4180, invariant culture) with a header and one line per trial: number, state, value, start, duration in seconds, whether it was
    /// enqueued or imported, why it failed (and, where any was, why it was taken out), and one column per parameter, empty where the parameter is inactive. Trials of an earlier search space show
    /// their own values, in extra columns where the parameter no longer exists.
    /// </summary>
    /// <param name="writer">Receives the table.</param>
    public void WriteCsv(TextWriter writer) => ExportCsv(writer, Exported());

    /// <summary>Writes the study's name, direction, seed, strategy, notes and search space, and all trials with their configs and intermediate values.</summary>
    /// <remarks>Numbers that JSON does not have are written as the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</remarks>
    /// <param name="writer">Receives one JSON object.</param>
    public void WriteJson(Utf8JsonWriter writer) => ExportJson(writer, Exported());

    internal void ExportCsv(TextWriter writer, ExportedOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TrialCsv.Write(writer, _study.Space, Trials, outcomes);
    }

    internal void ExportJson(Utf8JsonWriter writer, ExportedOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("study", StudyName);
        outcomes.WriteGoal(writer);
        writer.WriteString("seed", NumberFormat.Invariant(Seed));
        writer.WriteString("strategy", Strategy);
        writer.WriteString("stopReason", StopReason.ToString());
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
