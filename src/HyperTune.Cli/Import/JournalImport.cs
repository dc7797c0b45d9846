using System.Globalization;
using HyperTune.Cli.Commands;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Cli.Import;

/// <summary>Writes studies of a database into a journal, as Optuna would have written them there.</summary>
internal static class JournalImport
{
    private const string NotePrefix = "dashboard:";
    private static readonly string[] ParentPrefixes = ["NSGAIISampler:parent:", "NSGAIIISampler:parent:"];

    /// <summary>Writes studies, all or none.</summary>
    /// <exception cref="CommandException">The journal has a study of one of the names, or would not be readable with them.</exception>
    public static async Task WriteAsync(JournalStorage journal, IReadOnlyList<DatabaseStudy> studies, CancellationToken cancellationToken)
    {
        await CheckAsync(studies, cancellationToken);
        journal.Append((replay, writer) => Write(studies, replay, writer), cancellationToken);
    }

    // What cannot be read again must not get into a journal that others use.
    private static async Task CheckAsync(IReadOnlyList<DatabaseStudy> studies, CancellationToken cancellationToken)
    {
        string directory = Directory.CreateTempSubdirectory("hypertune-import-").FullName;
        try
        {
            var trial = new JournalStorage(Path.Combine(directory, "trial.journal")) { Durability = JournalDurability.None };
            trial.Append((replay, writer) => Write(studies, replay, writer), cancellationToken);
            foreach (DatabaseStudy study in studies)
            {
                await using RestoredStudy restored = await RestoredStudy.OpenAsync(trial, study.Name, cancellationToken);
                if (restored.Result.Trials.Count != study.Trials.Count)
                {
                    throw new CommandException($"Study '{study.Name}' has {study.Trials.Count} trials, of which a journal would show {restored.Result.Trials.Count}.");
                }
            }
        }
        catch (JournalException exception)
        {
            throw new CommandException($"No journal can keep what the database holds. {exception.Message}");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Write(IReadOnlyList<DatabaseStudy> studies, JournalReplay replay, JournalRecordWriter writer)
    {
        // Databases and journals have local times, without saying whose: they stay as they are.
        bool isUtc = writer.TimeStyle == JournalTimeStyle.Utc;
        writer.Zone = isUtc ? TimeZoneInfo.Local : TimeZoneInfo.Utc;
        int id = replay.Studies.NextId;
        int firstTrial = replay.TrialCount;
        foreach (DatabaseStudy study in studies)
        {
            if (replay.Studies.Find(study.Name) is not null || replay.Studies.FindFirstName(study.Name) is not null)
            {
                throw new CommandException($"The journal has a study '{study.Name}' already; nothing was imported. Name another journal, or delete that study.");
            }

            writer.CreateStudy(study.Name, study.Directions);
            study.UserAttributes.ForEach(attribute => writer.SetStudyUserAttribute(id, attribute.Key, attribute.Value));
            foreach ((string name, string json) in study.SystemAttributes)
            {
                writer.SetStudySystemAttribute(id, NameOf(name, study, firstTrial), ValueOf(name, json, study, firstTrial));
            }

            foreach (JournalTrialTemplate trial in study.Trials)
            {
                writer.CreateTrial(id, isUtc ? InUtc(trial) : trial);
            }

            id++;
            firstTrial += study.Trials.Count;
        }
    }

    // The dashboard's notes on a trial: dashboard:<id of the trial>:note_ver.
    private static string NameOf(string name, DatabaseStudy study, int firstTrial)
        => name.StartsWith(NotePrefix, StringComparison.Ordinal) && name.Split(':', 3) is [_, var id, var rest] && NewId(id, study, firstTrial) is { } known
            ? $"{NotePrefix}{known}:{rest}"
            : name;

    // The parents that a sampler remembers: a list of the ids of trials.
    private static string ValueOf(string name, string json, DatabaseStudy study, int firstTrial)
    {
        if (!Array.Exists(ParentPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || json is not ['[', .., ']'] || json.Length == 2)
        {
            return json;
        }

        string?[] ids = [.. json[1..^1].Split(',').Select(id => NewId(id, study, firstTrial))];
        return Array.TrueForAll(ids, static id => id is not null) ? $"[{string.Join(", ", ids)}]" : json;
    }

    private static string? NewId(string text, DatabaseStudy study, int firstTrial)
        => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long id) && study.TrialIds.TryGetValue(id, out int place)
            ? (firstTrial + place).ToString(CultureInfo.InvariantCulture)
            : null;

    private static JournalTrialTemplate InUtc(JournalTrialTemplate trial) => new()
    {
        State = trial.State,
        Started = ToUtc(trial.Started),
        Finished = ToUtc(trial.Finished),
        Parameters = trial.Parameters,
        Values = trial.Values,
        IntermediateValues = trial.IntermediateValues,
        UserAttributes = trial.UserAttributes,
        SystemAttributes = trial.SystemAttributes,
    };

    private static DateTime? ToUtc(DateTime? local)
        => local is { } time ? DateTime.SpecifyKind(time - TimeZoneInfo.Local.GetUtcOffset(time), DateTimeKind.Utc) : null;
}
