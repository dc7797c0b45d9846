using HyperTune.State;
using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>
/// The one place from which all hear what this process did: metrics, logs and progress at once, on the thread that did it; observers through the queues in
/// which <see cref="StudyObservers"/> has put it in the order of the log.
/// </summary>
internal sealed class StudyNews(StudySession session, StudyDescription description, StudyMetrics metrics)
{
    private readonly StudyOptions _options = description.Options;
    private readonly StudyObservers _observers = description.Observers;
    private readonly FrontVolume? _volume = description.Reference is { } reference ? new FrontVolume(reference) : null;

    public void RunStarted(StudyRun run, long seed)
        => _options.Logger.RunStarted(session.Name, run.Budget, _options.Strategy, _options.Pruner, seed, _options.Parallelism);

    public void Started() => metrics.TrialStarted(session.Name);

    /// <summary>Looks at a trial that has just ended; the caller holds the gate.</summary>
    /// <param name="run">The run that the trial belongs to.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="state">How it ended.</param>
    public EndedTrial Look(StudyRun? run, int number, TrialState state)
    {
        TrialTable trials = session.State.Trials;
        double value = trials.Value(number);
        var duration = new TimeSpan(trials.Entry(number).Duration);
        if (_options.Progress is null)
        {
            return new EndedTrial(value, duration, null, []);
        }

        EndedTrial ended = new(value, duration, null, trials.Front.Numbers);
        return ended with { Progress = Describe(run, number, state, in ended) };
    }

    public void Ended(int number, StoredOutcome outcome, in EndedTrial ended)
    {
        metrics.TrialEnded(session.Name, outcome.State, ended.Duration);
        if (outcome is { State: TrialState.Failed, Cause: not FailureCause.Infeasible })
        {
            _options.Logger.TrialFailed(outcome.Exception, number, session.Name, ended.Duration, outcome.Reason!);
        }
        else
        {
            _options.Logger.TrialEnded(number, session.Name, TrialStates.Word(outcome.State), ended.Value, ended.Duration);
        }

        if (ended.Progress is { } progress)
        {
            // Outside the gate: with many objectives it takes a while.
            double? volume = _volume?.Of(ended.Front, session.State.Trials);
            _options.Progress!.Report(progress with { Hypervolume = volume });
        }
    }

    public void Released(int number)
    {
        metrics.TrialReleased(session.Name);
        _options.Logger.TrialReleased(number, session.Name);
    }

    public void Retried(int number, StoredOutcome failed, TimeSpan wait)
    {
        metrics.TrialReleased(session.Name);
        _options.Logger.TrialRetried(failed.Exception, number, session.Name, wait, failed.Reason!);
    }

    /// <summary>Tells that a run has ended; returns when all observers have seen it.</summary>
    public ValueTask EndRunAsync(StudyRun run, StudyMoment moment, string? explanation)
    {
        if (moment.BestObservedNumber < 0)
        {
            _options.Logger.RunEndedWithoutResult(session.Name, run.Duration, run.Reason, moment.TrialCount);
        }
        else
        {
            _options.Logger.RunEnded(session.Name, run.Duration, run.Reason, moment.TrialCount, moment.BestObservedNumber, moment.BestObservedValue);
        }

        foreach (StoppingVerdict verdict in moment.Verdicts)
        {
            _options.Logger.StoppingJudged(session.Name, verdict);
        }

        if (explanation is not null)
        {
            _options.Logger.StrategyExplained(session.Name, explanation);
        }

        return _observers.EndRunAsync(moment);
    }

    private StudyProgress Describe(StudyRun? run, int number, TrialState state, in EndedTrial ended)
    {
        TrialTable trials = session.State.Trials;
        TimeSpan elapsed = session.Clock.Elapsed - (run?.StartedAt ?? TimeSpan.Zero);
        int finished = trials.FinishedCount - trials.ImportedCount;
        int best = trials.Front.Best;
        return new StudyProgress
        {
            StudyName = session.Name,
            CompletedTrials = trials.CountOf(TrialState.Completed),
            PrunedTrials = trials.CountOf(TrialState.Pruned),
            FailedTrials = trials.CountOf(TrialState.Failed),
            CancelledTrials = trials.CountOf(TrialState.Cancelled),
            RunningTrials = trials.CountOf(TrialState.Running),
            TrialNumber = number,
            TrialState = state,
            TrialValue = double.IsNaN(ended.Value) ? null : ended.Value,
            FrontSize = ended.Front.Length,
            BestObservedTrialNumber = best < 0 ? null : best,
            BestObservedValue = best < 0 ? null : trials.Value(best),
            Elapsed = elapsed,
            Budget = run?.Budget,
            Fraction = run?.Fraction(elapsed, finished, trials.CompletedCount, trials.TotalCost),
            EstimatedTimeLeft = run?.TimeLeft(elapsed, finished, trials.CompletedCount, trials.TotalCost),
        };
    }
}
