using HyperTune.State;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Replay;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal;

/// <summary>
/// How far a study has been read in its file, and what of it has not been handed over yet. Used by one thread at a time, who holds the committer's gate.
/// </summary>
internal sealed class JournalCursor
{
    private readonly JournalMedium _medium;
    private readonly Func<JournalCursor, JournalReader> _begin;

    // Events that were read while nobody was there to take them.
    private readonly Queue<StudyEvent> _pending = new();
    private StudyReader? _receiver;
    private bool _isBroken;

    /// <param name="medium">The file.</param>
    /// <param name="begin">Makes a reader at the file's start that tells its events to <see cref="Take"/>.</param>
    public JournalCursor(JournalMedium medium, Func<JournalCursor, JournalReader> begin)
    {
        _medium = medium;
        _begin = begin;
        Lines = new JournalLines(medium);
        Reader = begin(this);
    }

    public JournalLines Lines { get; private set; }

    public JournalReader Reader { get; private set; }

    /// <summary>How many events of the study have been read or written.</summary>
    public long Version { get; private set; }

    /// <summary>How many of them have been handed over.</summary>
    public long HandedOver { get; private set; }

    /// <summary>Whether there is nothing that a reader at a version does not know, as far as the file's length tells.</summary>
    public bool IsStill(long after) => !_isBroken && after == Version && HandedOver == Version && Lines.IsStill;

    /// <summary>Reads what was added; the medium is open.</summary>
    /// <param name="after">What the receiver knows.</param>
    /// <param name="receiver">Receives the events behind it; <see langword="null"/> to keep them until somebody comes.</param>
    /// <param name="repairs">Where to say that what a dead writer left was cleared away, for a medium that is locked; <see langword="null"/> to leave it.</param>
    public void CatchUp(long after, StudyReader? receiver, ILogger? repairs)
    {
        if (receiver is not null && after < HandedOver)
        {
            HandedOver = after;
            _isBroken = true;
        }

        if (_isBroken)
        {
            Restart();
        }

        // A line that throws may have been applied in part.
        _isBroken = true;
        _receiver = receiver;
        try
        {
            HandOver();
            Lines.ReadInto(Reader);
            if (repairs is not null)
            {
                Lines.RepairTail(Reader, repairs);
            }

            _isBroken = false;
        }
        finally
        {
            _receiver = null;
        }
    }

    /// <summary>Takes in an event that was read.</summary>
    public void Take(in StudyEvent happened)
    {
        Version++;
        if (_receiver is not null)
        {
            _receiver.Read(Version, in happened);
            HandedOver = Math.Max(HandedOver, Version);
        }
        else if (Version > HandedOver)
        {
            _pending.Enqueue(happened);
        }
    }

    /// <summary>Notes that records are being made that the replay already knows; until <see cref="NoteAppended"/> they are not in the file.</summary>
    public void BeginAppend() => _isBroken = true;

    /// <summary>Notes that events of the file were not handed over to their end, so that it has to be read again.</summary>
    public void Break() => _isBroken = true;

    /// <summary>Notes that the records are in the file.</summary>
    public void NoteAppended(int records)
    {
        Reader.Skip(records);
        _isBroken = false;
    }

    /// <summary>Notes events of appended records that their receiver knows already.</summary>
    public void NoteKnown(long version)
    {
        Version = version;
        HandedOver = version;
    }

    /// <summary>Hands over the events of appended records.</summary>
    public void HandOver(List<StudyEvent> events, StudyReader? receiver)
    {
        _receiver = receiver;
        try
        {
            events.ForEach(happened => Take(in happened));
        }
        finally
        {
            _receiver = null;
        }
    }

    private void HandOver()
    {
        while (_receiver is not null && _pending.TryDequeue(out StudyEvent happened))
        {
            _receiver.Read(++HandedOver, in happened);
        }
    }

    // An event that was taken back, or read in part, can only be forgotten by reading the file anew.
    private void Restart()
    {
        _pending.Clear();
        Lines = new JournalLines(_medium);
        Reader = _begin(this);
        Version = 0;
    }
}
