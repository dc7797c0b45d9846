using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>The observers of a study. They see what happens in the order of the log, from the moment on at which the study is open.</summary>
internal sealed class StudyObservers
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private volatile ObserverQueue[] _all = [];
    private volatile bool _hasFailed;
    private StudyState? _state;
    private StudyReading? _reading;
    private TrialKeeper? _keeper;
    private Action? _failed;

    /// <summary>Whether nobody observes, and none who did has thrown.</summary>
    public bool IsQuiet => _all.Length == 0 && !_hasFailed;

    /// <summary>Whether one wants to see what other processes do.</summary>
    public bool SeeOtherProcesses => _all.Any(static observation => observation.SeesOtherProcesses);

    /// <summary>Connects the observers with a study that has been read.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="reading">Shows its trials.</param>
    /// <param name="keeper">Knows which trials this process runs.</param>
    /// <param name="failed">Is called when an observer has thrown.</param>
    public void Open(StudyState state, StudyReading reading, TrialKeeper keeper, Action failed)
        => (_state, _reading, _keeper, _failed) = (state, reading, keeper, failed);

    public void Add(ObserverQueue observation)
    {
        lock (_lock)
        {
            _all = [.. _all, observation];
        }
    }

    public void Remove(ObserverQueue observation)
    {
        lock (_lock)
        {
            _all = [.. _all.Where(other => other != observation)];
        }
    }

    /// <summary>Takes note that an observer has thrown; it is not called again.</summary>
    public void Fail(ObserverQueue observation, Exception exception)
    {
        _failures.Enqueue(exception);
        _hasFailed = true;
        Remove(observation);
        _failed?.Invoke();
    }

    /// <summary>Throws what observers have thrown, once.</summary>
    public void ThrowIfFailed()
    {
        if (!_hasFailed)
        {
            return;
        }

        _hasFailed = false;
        var failures = new List<Exception>();
        while (_failures.TryDequeue(out Exception? failure))
        {
            failures.Add(failure);
        }

        switch (failures)
        {
            case []:
                return;
            case [var one]:
                ExceptionDispatchInfo.Throw(one);
                return;
            default:
                throw new AggregateException("Several observers of the study have thrown.", failures);
        }
    }

    /// <summary>Queues what has just changed the state, for whom it concerns; the session's gate is held.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="isOwn">Whether this process decided it.</param>
    public void Follow(in StudyEvent happened, bool isOwn)
    {
        ObserverQueue[] all = _all;
        if (all.Length == 0)
        {
            return;
        }

        // A trial of another process may be told here.
        bool isMine = _keeper!.Runs(in happened) || (isOwn && happened.Kind == StudyEventKind.Ended);
        if (!(isMine || SeeOtherProcesses) || !TryShow(in happened, out Observed observed))
        {
            return;
        }

        foreach (ObserverQueue observation in all)
        {
            if (isMine || observation.SeesOtherProcesses)
            {
                observation.Add(in observed);
            }
        }
    }

    /// <summary>Waits until no queue is full.</summary>
    public ValueTask RoomAsync()
    {
        foreach (ObserverQueue observation in _all)
        {
            if (observation.RoomAsync() is { IsCompleted: false } room)
            {
                return new(WaitAsync(room));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Tells all observers that a run has ended, and waits until they have seen that and all before it.</summary>
    public ValueTask EndRunAsync(StudyMoment moment) => TellAllAsync(new Observed { Kind = ObservedKind.RunEnded, Moment = moment });

    /// <summary>Waits until all observers have seen all, and tells them nothing any more.</summary>
    public async ValueTask CloseAsync()
    {
        await TellAllAsync(new Observed { Kind = ObservedKind.Nothing }).ConfigureAwait(false);
        foreach (ObserverQueue observation in _all)
        {
            observation.Dispose();
        }
    }

    private async ValueTask TellAllAsync(Observed last)
    {
        var seen = new List<Task>();
        foreach (ObserverQueue observation in _all)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            observation.Add(last with { Seen = signal });
            seen.Add(signal.Task);
        }

        await Task.WhenAll(seen).ConfigureAwait(false);
    }

    private async Task WaitAsync(Task room)
    {
        await room.ConfigureAwait(false);
        await RoomAsync().ConfigureAwait(false);
    }

    private TrialView Look(int number) => _reading!.Look(number, _state!.Trials.EndedCount, _state.Exclusions.Count);

    private bool TryShow(in StudyEvent happened, out Observed observed)
    {
        int number = happened.Trial;
        switch (happened.Kind)
        {
            case StudyEventKind.Started or StudyEventKind.Taken:
                observed = new Observed { Kind = ObservedKind.TrialStarted, Number = number, Trial = Look(number) };
                return true;
            case StudyEventKind.Reported:
                observed = new Observed
                {
                    Kind = ObservedKind.Reported,
                    Number = number,
                    Report = happened.Report,
                    Metrics = happened.ReportedMetrics is [var reported] ? reported.Values : null,
                };
                return true;
            case StudyEventKind.Ended:
                observed = new Observed
                {
                    Kind = ObservedKind.TrialEnded,
                    Number = number,
                    Trial = Look(number),
                    IsBest = _state!.Trials.Front.Contains(number),
                };
                return true;
            default:
                observed = default;
                return false;
        }
    }
}
