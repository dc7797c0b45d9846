using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Storage;
using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>
/// Looks after the trials that run: gives signs of life for those of this process, and settles those whose process has ended. In a study that no other
/// process can know it does nothing.
/// </summary>
internal sealed class TrialKeeper : IDisposable
{
    private static readonly TimeSpan SettlingInterval = TimeSpan.FromSeconds(1);

    private readonly StudySession _session;
    private readonly StudyOptions _options;
    private readonly Lock _ownLock = new();
    private readonly HashSet<int> _own = [];
    private ITimer? _heartbeat;
    private bool _isBeating;
    private long? _lastSettling;

    public TrialKeeper(StudySession session, StudyParticipant participant, StudyOptions options)
    {
        _session = session;
        _options = options;
        if (!session.IsAlone)
        {
            Owner = participant.Owner;
            Worker = options.Sharing.WorkerId;
        }
    }

    /// <summary>This process, as events name it; <see langword="null"/> where there is no other.</summary>
    public string? Owner { get; }

    /// <summary>The name of this process; <see langword="null"/> for none.</summary>
    public string? Worker { get; }

    /// <summary>What went wrong in the background and is no trouble of the storage that may pass; <see langword="null"/> for nothing.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many trials run in other processes; the caller holds the session's gate.</summary>
    public int CountElsewhere() => Owner is null ? 0 : _session.State.Owners.Values.Count(owner => owner.Owner != Owner);

    /// <summary>The trials that an earlier process of this worker was running when it ended; the caller holds the session's gate.</summary>
    public IReadOnlyList<KeyValuePair<int, TrialOwner>> LeftByThisWorker()
        => Worker is null ? [] : [.. _session.State.Owners.Where(running => IsLeftByThisWorker(running.Value))];

    /// <summary>Whether an event is of a trial that this process runs.</summary>
    public bool Runs(in StudyEvent happened) => Owner is null || (happened.Owner is { } owner ? owner == Owner : Keeps(happened.Trial));

    /// <summary>Gives signs of life for a trial from now on.</summary>
    public void Keep(int number)
    {
        if (Owner is null)
        {
            return;
        }

        lock (_ownLock)
        {
            _own.Add(number);

            // The timer does not keep a forgotten study alive.
            TimeSpan interval = _options.Sharing.Lease / 3;
            _heartbeat ??= _options.TimeProvider.CreateTimer(
                static state => OnHeartbeat((WeakReference<TrialKeeper>)state!), new WeakReference<TrialKeeper>(this), interval, interval);
        }
    }

    /// <summary>Gives no more signs of life for a trial.</summary>
    public void Drop(int number)
    {
        if (Owner is not null)
        {
            lock (_ownLock)
            {
                _own.Remove(number);
            }
        }
    }

    /// <summary>Gives a sign of life for all trials that this process runs.</summary>
    public async Task BeatAsync()
    {
        int[] own;
        lock (_ownLock)
        {
            own = [.. _own];
        }

        if (own.Length > 0)
        {
            Array.Sort(own);
            await _session.Log.KeepAliveAsync(own).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the trials of processes that have ended wait again, or fail; at most once a second.</summary>
    public ValueTask SettleAsync(CancellationToken cancellationToken)
        => Owner is null || (_lastSettling is { } last && _options.TimeProvider.GetElapsedTime(last) < SettlingInterval)
            ? ValueTask.CompletedTask
            : SettleNowAsync(cancellationToken);

    public void Dispose() => _heartbeat?.Dispose();

    private async ValueTask SettleNowAsync(CancellationToken cancellationToken)
    {
        _lastSettling = _options.TimeProvider.GetTimestamp();
        RunningTrial[] others;
        lock (_session.Gate)
        {
            others =
            [
                .. _session.State.Owners
                    .Where(running => running.Value.Owner != Owner && !IsLeftByThisWorker(running.Value))
                    .Select(running => new RunningTrial(running.Key, running.Value.Owner) { Since = StartOf(running.Key) }),
            ];
        }

        if (others.Length == 0)
        {
            return;
        }

        IReadOnlyList<int> abandoned = await _session.Log.FindAbandonedAsync(others, cancellationToken).ConfigureAwait(false);
        foreach (RunningTrial trial in others.Where(trial => abandoned.Contains(trial.Number)))
        {
            var expire = new ExpireTrial(trial.Number, trial.Owner, _options.Retries.Interrupted);
            if ((await _session.CommitAsync(in expire, cancellationToken).ConfigureAwait(false)).Kind == DecisionKind.Done)
            {
                LogSettled(trial.Number);
            }
        }
    }

    private bool Keeps(int number)
    {
        lock (_ownLock)
        {
            return _own.Contains(number);
        }
    }

    private DateTimeOffset StartOf(int number) => new(_session.State.Trials.Entry(number).StartedAt, TimeSpan.Zero);

    private void LogSettled(int number)
    {
        TrialState state;
        lock (_session.Gate)
        {
            state = _session.State.Trials.Entry(number).State;
        }

        _options.Logger.TrialInterrupted(number, _session.Name, TrialStates.Word(state));
    }

    // Of this machine it is seen whether the process lives; a worker of another one was started anew, or its name would not be taken.
    private bool IsLeftByThisWorker(TrialOwner running)
        => Worker is not null
            && running.Worker == Worker
            && running.Owner != Owner
            && (ProcessIdentity.IsAlive(running.Owner) != true || ProcessIdentity.IsOwn(running.Owner));

    private static void OnHeartbeat(WeakReference<TrialKeeper> reference)
    {
        if (reference.TryGetTarget(out TrialKeeper? keeper))
        {
            _ = keeper.BeatSafelyAsync();
        }
    }

    private async Task BeatSafelyAsync()
    {
        // Where the storage keeps one waiting, the next ones would only wait behind it.
        if (Interlocked.Exchange(ref _isBeating, true))
        {
            return;
        }

        try
        {
            await BeatAsync().ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            _options.Logger.HeartbeatFailed(exception, _session.Name);
        }
        catch (Exception exception)
        {
            // Nobody waits for a timer's call: the run that goes on reports it at its end.
            Failure ??= exception;
            _options.Logger.HeartbeatFailed(exception, _session.Name);
        }
        finally
        {
            Volatile.Write(ref _isBeating, false);
        }
    }
}
