using HyperTune.State;
using HyperTune.Storage.Journal.Events;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Storage.Payloads;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal;

/// <summary>One study in a journal as one participant reads and writes it. Used by one thread at a time, who holds the committer's gate.</summary>
internal sealed class JournalStudyFile
{
    private readonly JournalCommitter _committer;
    private readonly StudyHeader _header;
    private readonly StudyParticipant _participant;
    private readonly PointLayout? _space;
    private readonly JournalInterner _interner = new();
    private readonly JournalRecordWriter _records = new();
    private readonly List<StudyEvent> _written = [];
    private readonly int _id;
    private JournalEventWriter _writer = null!;

    public JournalStudyFile(JournalCommitter committer, StudyHeader header, int id, StudyParticipant participant)
    {
        _committer = committer;
        _header = header;
        _id = id;
        _participant = participant;
        _space = header.Space is { } space ? new PointLayout(space) : null;
        Leases = new JournalLeases(participant);
        Cursor = new JournalCursor(committer.Medium, Begin);
    }

    public JournalCursor Cursor { get; }

    /// <summary>Where to say what the participant should know.</summary>
    public ILogger Logger => _participant.Logger;

    public JournalLeases Leases { get; }

    /// <summary>How payloads are read.</summary>
    public JournalVocabulary Vocabulary { get; private set; } = null!;

    public JournalReplay Replay => Cursor.Reader.Replay;

    /// <exception cref="JournalException">The study was deleted.</exception>
    public JournalStudy Study => Replay.Studies.TryGet(_id, out JournalStudy? study)
        ? study
        : throw new JournalException(_committer.Medium.Path, null, $"Study '{_header.Name}' was deleted by another program. Create it anew.");

    /// <summary>Reads what was added to the file, and hands over what the receiver does not know. Nobody need hold the gate.</summary>
    /// <param name="after">What the receiver knows of it.</param>
    /// <param name="receiver">Receives the rest.</param>
    /// <param name="wait">How long to wait while somebody keeps the file.</param>
    public void Read(long after, StudyReader receiver, JournalWait wait)
    {
        lock (_committer.Gate)
        {
            if (Cursor.IsStill(Math.Max(after, receiver.Version)))
            {
                _ = Study;
                return;
            }
        }

        if (!wait.TryRead(_committer.Medium, _committer.Gate, () => CatchUp(after, receiver)))
        {
            throw Cursor.Lines.Replaced();
        }
    }

    // What another thread of the reader took in meanwhile need not be read again, from the start of the file.
    private void CatchUp(long after, StudyReader receiver)
    {
        Cursor.CatchUp(Math.Max(after, receiver.Version), receiver, repairs: null);
        _ = Study;
    }

    /// <summary>Appends what happened, in one piece; the medium is locked and everything before is read.</summary>
    /// <param name="work">The work that appends.</param>
    /// <param name="events">The events.</param>
    /// <param name="written">What a reader of the records finds.</param>
    /// <returns><see langword="false"/> when the lock was lost.</returns>
    public bool TryAppend(JournalWork work, IReadOnlyList<StudyEvent> events, out List<StudyEvent> written)
    {
        Begin(out written);
        JournalStudy study = Study;
        string lease = Leases.Renew();
        for (int i = 0; i < events.Count; i++)
        {
            _writer.Write(study, events[i], lease, written);
        }

        return TryEnd(work);
    }

    /// <summary>Appends payloads, in one piece; the medium is locked and everything before is read.</summary>
    /// <param name="work">The work that appends.</param>
    /// <param name="payloads">The payloads.</param>
    /// <param name="written">What a reader of the records finds.</param>
    /// <returns><see langword="false"/> when the lock was lost.</returns>
    public bool TryAppend(JournalWork work, IReadOnlyList<ReadOnlyMemory<byte>> payloads, out List<StudyEvent> written)
    {
        Begin(out written);
        JournalStudy study = Study;
        string lease = Leases.Renew();
        foreach (ReadOnlyMemory<byte> payload in payloads)
        {
            // One may declare the space that the next one refers to.
            _writer.Write(study, EventPayload.Read(payload.Span, Vocabulary.Layouts), lease, written);
        }

        return TryEnd(work);
    }

    /// <summary>Appends a sign of life for those of the trials that this participant runs still; the medium is locked and everything before is read.</summary>
    /// <returns><see langword="false"/> when the lock was lost.</returns>
    public bool TryRenew(JournalWork work, IReadOnlyList<int> numbers)
    {
        Begin(out _);
        string lease = Leases.Renew();
        foreach (int number in numbers)
        {
            if (FindRunning(number) is { } trial && trial.Owner == _participant.Owner)
            {
                _writer.Renew(trial, lease);
            }
        }

        return TryEnd(work);
    }

    /// <summary>The trial of a number, if somebody runs it.</summary>
    public JournalOpenTrial? FindRunning(int number)
    {
        JournalStudy study = Study;
        return number >= 0
            && number < study.TrialCount
            && Replay.OpenTrials.TryGetValue(study.TrialIds[number], out JournalOpenTrial? trial)
            && trial.IsRunning ? trial : null;
    }

    private JournalReader Begin(JournalCursor cursor)
    {
        var replay = new JournalReplay { FollowedId = _id, Zone = _participant.TimeProvider.LocalTimeZone, Records = _participant.Records };
        Vocabulary = new JournalVocabulary(_header.Name, _committer.Medium.Path, _header.Metrics, _space, _interner);
        var events = new JournalEventReader(Vocabulary, cursor.Take);
        _writer = new JournalEventWriter(replay, events, Vocabulary, _records, _participant.Owner);
        return new JournalReader(_interner, replay, events);
    }

    // From here on the replay knows records that are not in the file.
    private void Begin(out List<StudyEvent> written)
    {
        _records.Clear();
        _records.TimeStyle = Replay.TimeStyle ?? _committer.NewFileTimeStyle;
        _records.Zone = _participant.TimeProvider.LocalTimeZone;
        _records.Offsets = Replay.Offsets;
        _written.Clear();
        written = _written;
        Cursor.BeginAppend();
    }

    private bool TryEnd(JournalWork work)
    {
        if (_records.Count > 0 && !work.TryAppend(_committer, Cursor.Lines, _records.Written))
        {
            return false;
        }

        Cursor.NoteAppended(_records.Count);
        return true;
    }
}
