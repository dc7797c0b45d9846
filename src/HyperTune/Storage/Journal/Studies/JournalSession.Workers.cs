using System.Globalization;

namespace HyperTune;

/// <summary>Who runs which trial, and who does no longer.</summary>
internal sealed partial class JournalSession
{
    private static readonly TimeSpan SettlingInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _ownLock = new();
    private readonly HashSet<int> _own = [];
    private ITimer? _heartbeat;
    private long? _lastSettling;

    public TrialStart TryTake(int? trialBudget, DateTimeOffset startedAt, out int number)
    {
        int taken = -1;
        TrialStart start = _journal.Look(replay => FirstToTake(Find(replay)) is null)
            ? TrialStart.Nothing
            : Commit(isResult: false, (replay, writer) => Take(Find(replay), writer, trialBudget, startedAt, out taken));
        number = taken;
        if (start == TrialStart.Started)
        {
            Own(number);
        }

        return start;
    }

    public void Release(int number, DateTimeOffset releasedAt)
    {
        Commit(isResult: false, (replay, writer) =>
        {
            // Another process may have settled it, because this one gave no sign of life for too long.
            JournalTrial trial = Find(replay).Trials[number];
            if (IsOwn(trial))
            {
                writer.SetTrialState(trial.Id, TrialState.Waiting, releasedAt.UtcDateTime);
            }

            return 0;
        });
        Disown(number);
    }

    /// <summary>Gives a sign of life for all trials that this session runs.</summary>
    public void Beat()
    {
        int[] own;
        lock (_ownLock)
        {
            own = [.. _own];
        }

        if (own.Length == 0)
        {
            return;
        }

        string lease = _lease.Renew();
        Commit(isResult: false, (replay, writer) =>
        {
            JournalStudy study = Find(replay);
            foreach (JournalTrial trial in own.Select(number => study.Trials[number]).Where(IsOwn))
            {
                writer.SetTrialSystemAttribute(trial.Id, JournalAttributeNames.Lease, lease);
            }

            return 0;
        });
    }

    private bool IsOwn(JournalTrial trial) => trial.State == TrialState.Running && trial.Owner == _token;

    private TrialStart Take(JournalStudy study, JournalRecordWriter writer, int? trialBudget, DateTimeOffset startedAt, out int number)
    {
        number = -1;
        if (FirstToTake(study) is not { } trial)
        {
            return TrialStart.Retry;
        }

        if (trial.State == TrialState.Running)
        {
            // Only a trial that waits can change hands.
            writer.SetTrialState(trial.Id, TrialState.Waiting, startedAt.UtcDateTime);
        }
        else if (study.StartedCount >= trialBudget)
        {
            return TrialStart.BudgetSpent;
        }

        // The lease comes first: a writer that dies between the two leaves a trial that waits still, not one that runs for ever.
        foreach ((string name, string json) in OwnAttributes())
        {
            writer.SetTrialSystemAttribute(trial.Id, name, json);
        }

        writer.SetTrialState(trial.Id, TrialState.Running, startedAt.UtcDateTime);

        // Optuna keeps the values of an enqueued trial beside it until somebody takes it up.
        double[] vector = new double[_description.Space.DimensionCount];
        _map.ToVector(trial, vector);
        WriteMissing(study, trial, writer, _map.ToParameters(vector));
        number = trial.Number;
        return TrialStart.Started;
    }

    private JournalTrial? FirstToTake(JournalStudy study)
    {
        foreach (int number in study.Running)
        {
            if (IsLeftByThisWorker(study.Trials[number]))
            {
                return study.Trials[number];
            }
        }

        return study.Waiting.Count > 0 ? study.Trials[study.Waiting.Min] : null;
    }

    /// <summary>Whether an earlier session of this worker was running the trial, in a process that is not alive on this machine.</summary>
    private bool IsLeftByThisWorker(JournalTrial trial)
        => _options.WorkerId is { } worker
            && trial.Owner is { } owner
            && owner != _token
            && trial.SystemAttributes?.TryGet(JournalAttributeNames.Worker, out string? json) == true
            && Text(json) == worker
            && (ProcessIdentity.IsAlive(owner) != true || ProcessIdentity.IsOwn(owner));

    /// <summary>Requeues or fails the trials that were running in processes that have ended.</summary>
    private void SettleInterrupted()
    {
        TimeProvider clock = _options.TimeProvider;
        if (_lastSettling is { } last && clock.GetElapsedTime(last) < SettlingInterval)
        {
            return;
        }

        _lastSettling = clock.GetTimestamp();
        if (_journal.Look(replay => Interrupted(Find(replay)).Count) == 0)
        {
            return;
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        List<(int Number, string State)> settled = Commit(isResult: false, (replay, writer) =>
            Interrupted(Find(replay)).ConvertAll(trial => (trial.Number, Settle(trial, writer, now))));
        foreach ((int number, string state) in settled)
        {
            _options.Logger.TrialInterrupted(number, _description.Name, state);
        }
    }

    private List<JournalTrial> Interrupted(JournalStudy study)
    {
        var interrupted = new List<JournalTrial>();
        foreach (int number in study.Running)
        {
            JournalTrial trial = study.Trials[number];
            if (trial.Owner != _token && !IsLeftByThisWorker(trial) && _lease.IsInterrupted(trial))
            {
                interrupted.Add(trial);
            }
        }

        return interrupted;
    }

    private string Settle(JournalTrial trial, JournalRecordWriter writer, DateTime now)
    {
        int count = 1;
        string? before = null;
        if (trial.SystemAttributes?.TryGet(JournalAttributeNames.Interruptions, out before) == true)
        {
            count += int.Parse(before!, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        writer.SetTrialSystemAttribute(trial.Id, JournalAttributeNames.Interruptions, count.ToString(CultureInfo.InvariantCulture));
        if (count <= _options.InterruptedTrialRetries)
        {
            writer.SetTrialState(trial.Id, TrialState.Waiting, now);
            return TrialStates.Word(TrialState.Waiting);
        }

        string times = count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
        writer.SetTrialSystemAttribute(
            trial.Id,
            JournalAttributeNames.Failure,
            Json($"The process that ran the trial ended before the trial did, {times}."));
        writer.SetTrialState(trial.Id, TrialState.Failed, now);
        return TrialStates.Word(TrialState.Failed);
    }

    private void Own(int number)
    {
        lock (_ownLock)
        {
            _own.Add(number);

            // The timer does not keep a forgotten study alive.
            _heartbeat ??= _options.TimeProvider.CreateTimer(
                static state => OnHeartbeat((WeakReference<JournalSession>)state!),
                new WeakReference<JournalSession>(this),
                _lease.Interval,
                _lease.Interval);
        }
    }

    private void Disown(int number)
    {
        lock (_ownLock)
        {
            _own.Remove(number);
        }
    }

    private static void OnHeartbeat(WeakReference<JournalSession> reference)
    {
        if (!reference.TryGetTarget(out JournalSession? session))
        {
            return;
        }

        try
        {
            session.Beat();
        }
        catch (IOException exception)
        {
            session._options.Logger.HeartbeatFailed(exception, session._description.Name);
        }
    }
}
