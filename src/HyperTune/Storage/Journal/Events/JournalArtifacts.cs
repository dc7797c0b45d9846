using HyperTune.State;
using HyperTune.State.Files;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal.Events;

/// <summary>
/// The artifacts of open trials, and how Optuna's tools see them: as attributes of the trial, which can never be taken back. So they are written when the
/// trial ends, for the artifacts that it has then.
/// </summary>
internal sealed class JournalArtifacts
{
    private const string UnknownType = "application/octet-stream";

    private readonly Dictionary<int, TrialFiles> _open = [];

    /// <summary>Takes in what happened.</summary>
    public void Note(in StudyEvent happened)
    {
        if (happened is { Kind: StudyEventKind.FileSaved, File: { Name: not null } file })
        {
            _open[happened.Trial] = _open.GetValueOrDefault(happened.Trial, TrialFiles.None).With(file);
        }
    }

    /// <summary>Forgets a trial that has ended.</summary>
    public void Forget(int trial) => _open.Remove(trial);

    /// <summary>The attributes of a trial that ends.</summary>
    public void Write(int trial, List<KeyValuePair<string, string>> attributes)
    {
        foreach (StoredFile file in _open.GetValueOrDefault(trial, TrialFiles.None).Artifacts)
        {
            attributes.Add(new($"{JournalAttributeNames.Artifact}{file.Key}", JournalAttributeValue.Write(Describe(file))));
        }
    }

    // Optuna keeps the description as a text of JSON.
    private static string Describe(StoredFile file) => JournalJsonWriter.ToText(writer =>
    {
        writer.BeginObject();
        writer.Name("artifact_id");
        writer.String(file.Key);
        writer.Name("filename");
        writer.String(file.Name!);
        writer.Name("mimetype");
        writer.String(TypeOf(file.Name!));
        writer.Name("encoding");
        writer.Null();
        writer.EndObject();
    });

    // Optuna's dashboard shows the files of these types by themselves and offers all others for download.
    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".log" or ".md" => "text/plain",
        ".csv" => "text/csv",
        ".html" or ".htm" => "text/html",
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".pdf" => "application/pdf",
        ".zip" => "application/zip",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".svg" => "image/svg+xml",
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        ".mp4" => "video/mp4",
        _ => UnknownType,
    };
}
