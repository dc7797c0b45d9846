using HyperTune.Studies.Diagnostics;

namespace HyperTune.Studies.Engine;

/// <summary>The runs of a study, one at a time. The session's gate guards them.</summary>
internal sealed class StudyRuns(StudySession session, StudyLookout lookout, TrialKeeper keeper, StudyOptions options)
{
    private StudyRun? _run;
    private TimeSpan _timeOfEndedRuns;

    /// <summary>Why the last run ended; the caller holds the gate.</summary>
    public StopReason LastReason { get; private set; }

    /// <summary>The time spent in runs; the caller holds the gate.</summary>
    public TimeSpan Duration => _timeOfEndedRuns + (_run is null ? TimeSpan.Zero : session.Clock.Elapsed - _run.StartedAt);

    /// <summary>Begins a run.</summary>
    /// <param name="budget">Its budget.</param>
    /// <param name="within">The part of the study's space that its trials stay within; <see langword="null"/> for all of it.</param>
    /// <param name="isBlocking">Whether its workers have threads of their own, which may block.</param>
    /// <param name="seed">The study's seed, for the log.</param>
    /// <exception cref="ArgumentException">The budget is empty.</exception>
    /// <exception cref="InvalidOperationException">A run is going on.</exception>
    public StudyRun Begin(Budget budget, SearchSpace? within, bool isBlocking, long seed)
    {
        ArgumentNullException.ThrowIfNull(budget);
        if (budget.IsEmpty)
        {
            throw new ArgumentException($"The budget limits nothing; set its Trials, Time or TargetValue, or use {nameof(Budget)}.{nameof(Budget.UntilDone)} for a strategy that ends by itself.", nameof(budget));
        }

        StudyRun run;
        lock (session.Gate)
        {
            if (_run is not null)
            {
                throw new InvalidOperationException(
                    $"Study '{session.Title}' is running already. Wait for that run to end, "
                    + $"or raise {nameof(StudyOptions.Parallelism)} to run trials side by side.");
            }

            LastReason = StopReason.NotStopped;
            _run = run = new StudyRun(budget, within, session.Clock.Elapsed, isBlocking, session.IsAlone ? session.State.Trials.StartedCount : 0);
        }

        options.Logger.RunStarted(session.Name, budget, options.Strategy, options.Pruner, seed, options.Parallelism);
        return run;
    }

    /// <summary>Ends a run and settles why it did.</summary>
    public void End(StudyRun run)
    {
        lock (session.Gate)
        {
            if (run.Reason is StopReason.TrialBudgetSpent or StopReason.TimeBudgetSpent && lookout.IsTargetReached(run.Budget))
            {
                // The last trials of the budget reached it after the budget had been found spent.
                run.Override(StopReason.TargetReached);
            }

            run.Duration = session.Clock.Elapsed - run.StartedAt;
            _timeOfEndedRuns += run.Duration;
            LastReason = run.Reason;
            _run = null;
        }
    }

    /// <summary>Lets no further trial of a run start.</summary>
    public void Stop(StudyRun run, StopReason reason)
    {
        lock (session.Gate)
        {
            run.Stop(reason);
        }
    }

    /// <summary>Lets no further trial of the current run start, if there is one.</summary>
    public void RequestStop()
    {
        lock (session.Gate)
        {
            _run?.Stop(StopReason.StopRequested);
        }
    }

    /// <summary>Throws what went wrong in the background of the runs.</summary>
    public void ThrowIfBroken()
    {
        if (keeper.Failure is { } failure)
        {
            throw new InvalidOperationException($"The signs of life of study '{session.Title}' could not be given. {failure.Message}", failure);
        }
    }

    public void LogEnd(StudyRun run, StudyMoment moment, string? explanation)
    {
        if (moment.BestObservedNumber < 0)
        {
            options.Logger.RunEndedWithoutResult(session.Name, run.Duration, run.Reason, moment.TrialCount);
        }
        else
        {
            options.Logger.RunEnded(session.Name, run.Duration, run.Reason, moment.TrialCount, moment.BestObservedNumber, moment.BestObservedValue);
        }

        if (explanation is not null)
        {
            options.Logger.StrategyExplained(session.Name, explanation);
        }
    }
}
