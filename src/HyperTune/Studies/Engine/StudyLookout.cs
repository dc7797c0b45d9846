using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>Looks at a study before a trial starts: whether its run is over, and what is to be done next.</summary>
internal sealed class StudyLookout(StudySession session, TrialKeeper keeper, TrialFeed feed, StudyDescription description)
{
    /// <summary>Whether the best trial is as good as the budget's target; the caller holds the gate.</summary>
    public bool IsTargetReached(Budget budget)
    {
        Metric objective = description.Metrics.Objectives[0];
        return budget.TargetValue is { } target && feed.HasReached(objective.ToLoss(target));
    }

    /// <summary>All that has to be known before a trial can start.</summary>
    public Outlook Look(StudyRun? run)
    {
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            run?.MoreTrials = StudyWishes.MoreTrialsOf(session.State.Notes) - run.MoreTrialsBefore;
            IReadOnlyList<KeyValuePair<int, TrialOwner>> left = keeper.LeftByThisWorker();
            int due = trials.RetryingCount == 0 ? -1 : session.State.Attempts.FirstDue(session.Clock.Now);
            bool isFree = left.Count > 0 || due >= 0;
            return new Outlook
            {
                Over = run is null ? StopReason.NotStopped : WhyOver(run, isFree),
                NextNumber = trials.Count,

                // Trials that cost no budget have numbers, too: those imported, and those that the run does not count.
                TrialsInAll = (run?.TrialLimit ?? run?.CompletedLimit) + trials.ImportedCount,
                HasOpenTrial = isFree || session.State.FirstWaiting >= 0,
                FirstOpen = left.Count > 0 ? left[0].Key : due >= 0 ? due : session.State.FirstWaiting,
                HasRetryToCome = due < 0 && trials.RetryingCount > 0,
                Left = left,
            };
        }
    }

    /// <summary>Whether a run that a reason has stopped still runs trials again that fail: it only has nothing new to start.</summary>
    public static bool LeavesFreeTrials(StopReason reason) => reason is StopReason.TrialBudgetSpent or StopReason.SpaceExhausted;

    // Free is what costs no budget.
    private StopReason WhyOver(StudyRun run, bool hasFreeTrial)
        => run.Reason != StopReason.NotStopped && !(hasFreeTrial && LeavesFreeTrials(run.Reason)) ? run.Reason
            : feed.HasFailed(run) ? StopReason.UnexpectedFailure
            : StudyWishes.StopOf(session.State.Notes) is { } stop && stop != run.EarlierStop ? StopReason.StopRequested
            : IsTargetReached(run.Budget) ? StopReason.TargetReached
            : feed.ConsecutiveFailures(run) >= description.Options.MaxConsecutiveFailures ? StopReason.TooManyFailures
            : session.State.Trials.StartedCount >= run.TrialLimit && !hasFreeTrial ? StopReason.TrialBudgetSpent
            : feed.CompletedCount >= run.CompletedLimit ? StopReason.TrialBudgetSpent
            : feed.Cost >= run.CostLimit ? StopReason.CostBudgetSpent
            : run.Budget.Time is { } time && session.Clock.Elapsed - run.StartedAt >= time ? StopReason.TimeBudgetSpent
            : StopReason.NotStopped;

    /// <summary>What there was to see.</summary>
    public readonly struct Outlook
    {
        public required StopReason Over { get; init; }

        public required int NextNumber { get; init; }

        public required int? TrialsInAll { get; init; }

        /// <summary>Whether there is a trial to take over.</summary>
        public required bool HasOpenTrial { get; init; }

        /// <summary>The number of a trial to take over; -1 where there is none.</summary>
        public required int FirstOpen { get; init; }

        /// <summary>Whether a trial waits for a retry that is not due yet.</summary>
        public required bool HasRetryToCome { get; init; }

        /// <summary>The trials that an earlier process of this worker left running.</summary>
        public required IReadOnlyList<KeyValuePair<int, TrialOwner>> Left { get; init; }
    }
}
