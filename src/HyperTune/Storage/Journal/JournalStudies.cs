using System.Collections.Immutable;
using System.Text;
using HyperTune.Storage.Journal.Events;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Text;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal;

/// <summary>The studies of a journal: finds, creates, renames and deletes them.</summary>
internal sealed class JournalStudies(JournalCommitter committer, JournalDurability durability, TimeSpan lockTimeout, ILogger logger)
{
    // As the built-in descriptor of a single objective calls it.
    private const string SingleName = "value";

    // What was read last, for as long as nothing happens to the file: whoever opens a study has often listed them, or looked at another one.
    private (JournalLines Lines, JournalReplay Replay)? _read;

    private string Path => committer.Medium.Path;

    public IReadOnlyList<string> List(CancellationToken cancellationToken) => [.. Read(logger, cancellationToken).Studies.Select(static study => study.Name)];

    /// <returns><see langword="null"/> when there is no study of that name, also where one is just being created.</returns>
    public StudyLog? TryOpen(string name, StudyParticipant participant, CancellationToken cancellationToken)
    {
        JournalReplay replay = Read(participant.Logger, cancellationToken);
        return replay.Studies.Find(name) is { } study && !replay.Studies.IsBeingCreated(study)
            ? new JournalLog(committer, durability, lockTimeout, HeaderOf(study), study.Id, participant)
            : null;
    }

    /// <returns><see langword="null"/> when there is a study of that name.</returns>
    /// <exception cref="InvalidOperationException">A study was created under that name and renamed.</exception>
    public StudyLog? TryCreate(StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken)
    {
        int id = -1;
        Change(participant.Owner, participant.Logger, cancellationToken, (replay, writer) =>
        {
            id = -1;
            if (replay.Studies.Find(header.Name) is { } known)
            {
                if (replay.Studies.IsBeingCreated(known))
                {
                    // Its creator died before it had said everything.
                    WriteHeader(writer, known.Id, header, known);
                }

                return;
            }

            ThrowIfFirstName(replay, header.Name);
            id = replay.Studies.NextId;
            writer.CreateStudy(header.Name, [.. header.Metrics.Where(static metric => metric.IsObjective).Select(static metric => metric.Direction!.Value)]);
            WriteHeader(writer, id, header, null);
        });
        return id < 0 ? null : new JournalLog(committer, durability, lockTimeout, header, id, participant);
    }

    public bool TryRename(string name, string newName, CancellationToken cancellationToken)
    {
        bool isDone = false;
        Change(ProcessIdentity.CreateToken(), logger, cancellationToken, (replay, writer) =>
        {
            isDone = false;
            if (replay.Studies.Find(name) is { } study && replay.Studies.Find(newName) is null)
            {
                if (study.FirstName != newName)
                {
                    ThrowIfFirstName(replay, newName);
                }

                writer.SetStudySystemAttribute(study.Id, JournalAttributeNames.Name, JournalAttributeValue.Write(newName));
                isDone = true;
            }
        });
        return isDone;
    }

    /// <param name="name">The study.</param>
    /// <param name="files">What the keys of its trials' files began with; <see langword="null"/> where it had none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public bool TryDelete(string name, out string? files, CancellationToken cancellationToken)
    {
        bool isDone = false;
        string? scope = null;
        Change(ProcessIdentity.CreateToken(), logger, cancellationToken, (replay, writer) =>
        {
            isDone = false;
            if (replay.Studies.Find(name) is { } study)
            {
                scope = study.Files;
                writer.DeleteStudy(study.Id);
                isDone = true;
            }
        });
        files = scope;
        return isDone;
    }

    /// <summary>Appends records of another program, all or none.</summary>
    /// <param name="write">Looks at the studies that there are, and writes the records.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void Append(Action<JournalReplay, JournalRecordWriter> write, CancellationToken cancellationToken)
        => Change($"{Guid.NewGuid()}-0", logger, cancellationToken, write);

    /// <summary>The records of each study, as a journal of its own; in the order of their creation.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Records)> Split(CancellationToken cancellationToken)
    {
        var reader = new JournalSplitter();
        committer.TryRead(new JournalLines(committer.Medium), reader, new JournalWait(lockTimeout, logger, cancellationToken));
        return [.. reader.Studies];
    }

    private JournalReplay Read(ILogger whereToSay, CancellationToken cancellationToken)
    {
        lock (committer.Gate)
        {
            if (_read is { Lines.IsStill: true } known)
            {
                return known.Replay;
            }
        }

        var reader = new JournalCatalogReader();
        var lines = new JournalLines(committer.Medium);
        committer.TryRead(lines, reader, new JournalWait(lockTimeout, whereToSay, cancellationToken));
        lock (committer.Gate)
        {
            _read = (lines, reader.Replay);
        }

        return reader.Replay;
    }

    private void Change(string author, ILogger whereToSay, CancellationToken cancellationToken, Action<JournalReplay, JournalRecordWriter> write)
        => committer.Run(
            new JournalStudyWork(author, whereToSay, write),
            durability != JournalDurability.None,
            new JournalWait(lockTimeout, whereToSay, cancellationToken));

    private void ThrowIfFirstName(JournalReplay replay, string name)
    {
        if (replay.Studies.FindFirstName(name) is { } other)
        {
            throw new InvalidOperationException(
                $"Study '{Printable.Of(other.Name)}' in journal '{Printable.Of(Path)}' was created as '{Printable.Of(name)}', and Optuna goes on calling it that. Choose another name, or delete that "
                + "study.");
        }
    }

    private static void WriteHeader(JournalRecordWriter writer, int id, StudyHeader header, JournalStudy? known)
    {
        if (known?.Metrics is null && !IsSaidByDirections(header.Metrics))
        {
            // The name in it says nothing; what counts is the list of metrics.
            byte[] metrics = new StudyHeader { Name = header.Name, Seed = null, Metrics = header.Metrics }.ToUtf8Bytes();
            writer.SetStudySystemAttribute(id, JournalAttributeNames.Metrics, Encoding.UTF8.GetString(metrics));
        }

        if (known?.Seed is null && header.Seed is { } seed)
        {
            writer.SetStudySystemAttribute(id, JournalAttributeNames.Seed, JournalAttributeValue.Write(seed));
        }

        // The last one: with it the creation is complete.
        writer.SetStudySystemAttribute(id, JournalAttributeNames.Space, header.Space is { } space ? JournalSpaceText.ToJson(space) : "null");
    }

    private StudyHeader HeaderOf(JournalStudy study) => new()
    {
        Name = study.Name,
        Seed = study.Seed is { } seed ? Read(study, seed, static json => JournalAttributeValue.ReadSeed(JournalAttributeNames.Seed, json)) : null,
        Metrics = MetricsOf(study),
        Space = study.Space is { Json: not "null" } space ? Read(study, space, JournalSpaceText.Parse) : null,
    };

    private ImmutableArray<Metric> MetricsOf(JournalStudy study)
    {
        if (study.Metrics is { } metrics)
        {
            return Read(study, metrics, JournalVocabulary.ReadMetrics);
        }

        return study.Directions.Length switch
        {
            0 => throw new JournalException(
                Path,
                null,
                $"Study '{JournalLimits.Excerpt(study.Name)}' was created with no directions, so that nothing says what its trials aim for. Nothing was changed; "
                    + "restore the line from a copy of the file."),
            1 => [new Metric(SingleName, 0, study.Directions[0])],
            _ => [.. study.Directions.Select(static (direction, i) => new Metric($"{SingleName}{i}", i, direction))],
        };
    }

    private static bool IsSaidByDirections(ImmutableArray<Metric> metrics) => metrics is [{ Name: SingleName, IsObjective: true, IsLimited: false }];

    private T Read<T>(JournalStudy study, JournalHeaderValue value, Func<string, T> read)
    {
        try
        {
            return read(value.Json);
        }
        catch (JournalFormatException exception)
        {
            throw new JournalException(
                Path,
                value.Line,
                $"What study '{JournalLimits.Excerpt(study.Name)}' was created with cannot be read. {exception.Message} Nothing was changed; "
                    + "restore the line from a copy of the file.",
                exception);
        }
    }
}
