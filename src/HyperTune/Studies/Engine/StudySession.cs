using System.Runtime.InteropServices;
using HyperTune.State;
using HyperTune.Storage.Memory;
using HyperTune.Storage.Payloads;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>
/// A study's state over its log in this process: reads what others did, carries out commands, and shows all that happened to those who follow it, in the
/// order of the log.
/// </summary>
/// <remarks>The state is guarded by <see cref="Gate"/>, which is held for moments and never across a wait.</remarks>
internal sealed class StudySession : StudyReader, IAsyncDisposable
{
    private readonly StudyLog _log;
    private readonly bool _isAlone;
    private readonly List<StudyEvent> _events = [];
    private readonly HashSet<long> _ignored = [];
    private readonly IStudyFollower _follower;
    private string? _essentialKind;
    private long _version;
    private List<StudyEvent>? _recorded;

    public StudySession(StudyLog log, StudyState state, IStudyFollower follower, string name, StudyClock clock)
    {
        _log = log;
        _isAlone = log is MemoryLog;
        _follower = follower;
        State = state;
        Name = name;
        Clock = clock;
        Layouts = new PointLayouts(state.OwnLayout);
        if (log.Header.Space is { } space)
        {
            Take(0, new StudyEvent { Kind = StudyEventKind.SpaceChanged, Layout = Layouts.Find(space) }, isOwn: false);
        }
    }

    public Lock Gate { get; } = new();

    /// <summary>Who follows from now on, besides the feed, which follows from the first entry on; <see langword="null"/> for nobody.</summary>
    public StudyObservers? Observers { get; set; }

    public StudyState State { get; }

    public string Name { get; }

    /// <summary>The name as messages show it.</summary>
    public string Title => Printable.Of(Name);

    public StudyClock Clock { get; }

    public StudyLog Log => _log;

    /// <summary>Whether nobody else can know the study.</summary>
    public bool IsAlone => _isAlone;

    /// <summary>How many entries of the log the state has taken in.</summary>
    internal override long Version => Volatile.Read(ref _version);

    /// <summary>The layouts that the log has declared.</summary>
    public PointLayouts Layouts { get; }

    /// <summary>Whether the log holds something that has to be understood to go on, and that this version does not understand.</summary>
    public bool IsClosed => _essentialKind is not null;

    /// <summary>Reads what others have appended.</summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken)
        => _isAlone ? ValueTask.CompletedTask : _log.ReadAsync(Version, this, cancellationToken);

    /// <summary>Carries out a command.</summary>
    public ValueTask<Decision> CommitAsync<TCommand>(in TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IStudyCommand
        => _isAlone ? new(Commit(in command)) : CommitSharedAsync(command, cancellationToken);

    public override void Read(long version, ReadOnlySpan<byte> payload)
    {
        lock (Gate)
        {
            if (IsNext(version))
            {
                Take(version, EventPayload.Read(payload, Layouts), isOwn: false);
            }
        }
    }

    internal override void Read(long version, in StudyEvent happened)
    {
        lock (Gate)
        {
            if (IsNext(version))
            {
                Take(version, in happened, isOwn: false);
            }
        }
    }

    /// <summary>Takes in a snapshot in the place of the entries that made it; nothing was read yet.</summary>
    public void Restore(StudySnapshot snapshot)
    {
        lock (Gate)
        {
            foreach (StudyEvent happened in SnapshotPayload.Read(snapshot.Payload, Layouts))
            {
                Take(0, in happened, isOwn: false);
            }

            Volatile.Write(ref _version, snapshot.Version);
        }
    }

    /// <summary>Keeps the events that are read from now on, for a snapshot.</summary>
    public void BeginRecording() => _recorded = [];

    /// <summary>Gives the events that were read meanwhile.</summary>
    public List<StudyEvent> EndRecording() => Interlocked.Exchange(ref _recorded, null) ?? [];

    /// <summary>Decides, with the state as it is.</summary>
    public Decision Decide<TCommand>(in TCommand command, List<StudyEvent> events)
        where TCommand : struct, IStudyCommand
    {
        if (_essentialKind is not null)
        {
            throw new InvalidOperationException(
                $"Study '{Title}' cannot be changed by this version of HyperTune: its log holds an entry of the kind '{_essentialKind}', which has to be "
                + "understood to go on. Use the version that wrote it, or a later one.");
        }

        return command.Decide(State, Clock.Now, events);
    }

    /// <summary>Takes in events that this process has appended; the caller holds the gate.</summary>
    public void Accept(List<StudyEvent> events)
    {
        foreach (ref readonly StudyEvent happened in CollectionsMarshal.AsSpan(events))
        {
            Take(Version + 1, in happened, isOwn: true);
        }
    }

    /// <summary>Whether an entry of the log had no effect when it was read, because somebody else's came first.</summary>
    public bool IsIgnored(long version)
    {
        lock (Gate)
        {
            return _ignored.Contains(version);
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private Decision Commit<TCommand>(in TCommand command)
        where TCommand : struct, IStudyCommand
    {
        lock (Gate)
        {
            _events.Clear();
            Decision decision = Decide(in command, _events);
            Accept(_events);
            return decision;
        }
    }

    private async ValueTask<Decision> CommitSharedAsync<TCommand>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IStudyCommand
    {
        var change = new SessionChange<TCommand>(this, command);
        await _log.CommitAsync(change, cancellationToken).ConfigureAwait(false);
        return change.Result;
    }

    private bool IsNext(long version)
    {
        if (version > Version + 1)
        {
            throw new InvalidDataException($"The log of study '{Title}' gave entry {version} where entry {Version + 1} was to come.");
        }

        return version == Version + 1;
    }

    private void Note(long version, bool hadEffect)
    {
        Volatile.Write(ref _version, version);
        if (!hadEffect)
        {
            _ignored.Add(version);
        }
    }

    /// <summary>Takes in what happened, and shows it to who follows.</summary>
    /// <param name="version">The version with it; 0 for none.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="isOwn">Whether this process decided it.</param>
    private void Take(long version, in StudyEvent happened, bool isOwn)
    {
        if (happened.Layout is { } layout)
        {
            Layouts.Declare(layout);
        }

        if (happened is { Kind: StudyEventKind.Unknown, IsEssential: true })
        {
            _essentialKind = happened.KindName;
        }

        bool hadEffect = State.Apply(in happened, isOwn);
        if (_recorded is not null && SnapshotPayload.IsKept(hadEffect, State))
        {
            _recorded.Add(happened);
        }

        // Before anybody hears of it: whatever a pruner of the user throws, the event has happened and is never taken in again.
        if (version > 0)
        {
            Note(version, hadEffect);
        }

        if (hadEffect)
        {
            _follower.Follow(in happened);
            Observers?.Follow(in happened, isOwn);
        }
    }
}
