using HyperTune.State;
namespace HyperTune.Studies.Engine;

/// <summary>The runs of a study, one at a time. The session's gate guards them.</summary>
internal sealed class StudyRuns(StudySession session, StudyLookout lookout, TrialKeeper keeper)
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
    /// <exception cref="ArgumentException">The budget is empty.</exception>
    /// <exception cref="InvalidOperationException">A run is going on.</exception>
    public StudyRun Begin(Budget budget, SearchSpace? within, bool isBlocking)
    {
        ArgumentNullException.ThrowIfNull(budget);
        if (budget.IsEmpty)
        {
            throw new ArgumentException($"The budget limits nothing; set its Trials, Completed, Time, TargetValue, Cost or StopWhen, or use {nameof(Budget)}.{nameof(Budget.UntilDone)} for a strategy that ends by itself.", nameof(budget));
        }

        lock (session.Gate)
        {
            if (_run is not null)
            {
                throw new InvalidOperationException(
                    $"Study '{session.Title}' is running already. Wait for that run to end, "
                    + $"or raise {nameof(StudyOptions.Parallelism)} to run trials side by side.");
            }

            LastReason = StopReason.NotStopped;
            TrialTable trials = session.State.Trials;
            bool isAlone = session.IsAlone;
            return _run = new StudyRun(
                budget,
                within,
                session.Clock.Elapsed,
                isBlocking,
                isAlone ? trials.StartedCount : 0,
                isAlone ? trials.CompletedCount : 0,
                isAlone ? trials.TotalCost : 0)
            {
                EarlierStop = StudyWishes.StopOf(session.State.Notes),
                MoreTrialsBefore = isAlone ? StudyWishes.MoreTrialsOf(session.State.Notes) : 0,
            };
        }
    }

    /// <summary>Ends a run and settles why it did.</summary>
    public void End(StudyRun run)
    {
        lock (session.Gate)
        {
            if (run.Reason is StopReason.TrialBudgetSpent or StopReason.TimeBudgetSpent or StopReason.CostBudgetSpent && lookout.IsTargetReached(run.Budget))
            {
                // The last trials of the budget reached it after the budget had been found spent.
                run.Override(StopReason.TargetReached);
            }

            if (run.Failure is not null && run.Reason != StopReason.Faulted)
            {
                run.Override(StopReason.UnexpectedFailure);
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
    public void Stop(StopReason reason)
    {
        lock (session.Gate)
        {
            _run?.Stop(reason);
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
}
