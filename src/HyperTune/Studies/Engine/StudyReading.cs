using HyperTune.Models.BestTrials;
using HyperTune.State;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study shows of its trials.</summary>
internal sealed class StudyReading(StudySession session, SearchSpace space, TrialFileStore store, bool? isDeterministic)
{
    // A trial of a very long study that did not complete is made up for by one of the next so many.
    private const int MostPassedOver = 8;

    private readonly Lock _choosing = new();
    private BestTrial? _choice;
    private (int Ended, int Exclusions) _choiceAt;

    /// <summary>A trial as it was at a moment.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="endedCount">How many ends were known.</param>
    /// <param name="exclusionCount">How many changes of <see cref="Exclusions"/>.</param>
    public TrialView Look(int number, int endedCount, int exclusionCount)
    {
        lock (session.Gate)
        {
            StudyState state = session.State;
            TrialTable trials = state.Trials;
            TrialEntry entry = trials.Entry(number);
            StoredOutcome? details = trials.Details(number);
            FailedAttempt[] attempts = ReadAttempts(number, endedCount, ref entry, ref details, out Attempt? last);
            bool isEnded = entry.EndIndex < endedCount;
            entry.State = isEnded || entry.State == TrialState.Waiting ? entry.State : TrialState.Running;
            return new TrialView
            {
                Number = number,
                Entry = entry,
                IsEnded = isEnded,
                Vector = trials.Vector(number),
                Values = last is null ? trials.Values(number) : default,
                Value = last is null ? trials.Value(number) : double.NaN,
                Reports = last?.Reports ?? entry.ReportSpan.ToArray(),
                StandardError = last is null ? state.Reports.StandardErrorOf(number) : null,
                ReportedMetrics = last is null ? state.Reports.MetricsOf(number) : [],
                Details = details,
                Records = trials.Records(number),
                Cost = trials.CostOf(number),
                Files = state.Files.Of(number),
                Parent = state.ParentOf(number),
                Worker = state.Workers[entry.Worker],
                Store = store,
                Misfit = entry.Is(TrialFlags.IsMisfit) ? state.Points.Misfit(number) : null,
                IsOutside = entry.Is(TrialFlags.IsMisfit) && state.Points.Misfit(number) is null && state.Points.Outside(number) is not null,
                Own = state.Points.TryGetOwn(number, out TrialPoint own) ? own : null,
                FailedAttempts = attempts,
                ExclusionReason = state.Exclusions.IsOut(number, exclusionCount, out string? exclusion) ? exclusion : null,
            };
        }
    }

    /// <summary>A trial's values in one line: its own, also where they are not in the space of now.</summary>
    public string Describe(int number)
    {
        lock (session.Gate)
        {
            return Printable.Of(
                session.State.Points.TryGetOwn(number, out TrialPoint own) ? own.ToString() : space.Format(session.State.Trials.Vector(number).Span));
        }
    }

    /// <summary>Which of the trials that had completed at a moment to report. The answer for the latest moment is kept.</summary>
    /// <param name="moment">A moment at which at least one trial had completed.</param>
    public BestTrial ChooseBest(StudyMoment moment)
    {
        lock (_choosing)
        {
            if (_choice is not null && _choiceAt == (moment.EndedCount, moment.ExclusionCount))
            {
                return _choice;
            }

            var choice = BestTrial.Of(space, isDeterministic == true ? [] : SampleAt(moment), moment.BestObservedNumber, isDeterministic);
            if ((moment.EndedCount, moment.ExclusionCount).CompareTo(_choiceAt) > 0)
            {
                (_choice, _choiceAt) = (choice, (moment.EndedCount, moment.ExclusionCount));
            }

            return choice;
        }
    }

    /// <summary>The trials that had completed at a moment and are in the space of now, as far as a model may know them; those outside the limits, too.</summary>
    public List<TrialResult> CompletedAt(StudyMoment moment)
    {
        lock (session.Gate)
        {
            var completed = new List<TrialResult>(moment.EndedCount);
            for (int i = 0; i < moment.EndedCount; i++)
            {
                if (HasCompleted(i, moment))
                {
                    completed.Add(ResultOf(session.State.Trials.EndedNumber(i)));
                }
            }

            return completed;
        }
    }

    /// <summary>The trials that had failed at a moment, are in the space of now and were not taken out, in the order in which they ended.</summary>
    public List<TrialResult> FailedAt(StudyMoment moment)
    {
        lock (session.Gate)
        {
            var failed = new List<TrialResult>();
            for (int i = 0; i < moment.EndedCount; i++)
            {
                int number = session.State.Trials.EndedNumber(i);
                ref readonly TrialEntry entry = ref session.State.Trials.Entry(number);
                if (entry.EndIndex == i && entry.State == TrialState.Failed && !entry.Is(TrialFlags.IsMisfit)
                    && !session.State.Exclusions.IsOut(number, moment.ExclusionCount, out _))
                {
                    failed.Add(session.State.Trials.Result(number));
                }
            }

            return failed;
        }
    }

    /// <summary>What all trials of now add up to, without a record for each.</summary>
    public StudyTotals AddUp()
    {
        lock (session.Gate)
        {
            var totals = new StudyTotals();
            for (int number = 0; number < session.State.Trials.Count; number++)
            {
                totals.Add(in session.State.Trials.Entry(number));
            }

            return totals;
        }
    }

    /// <summary>How many of the trials that had ended at a moment were stopped early, and what that saved; imported trials and those taken out do not count.</summary>
    public PruningTally CountPruned(StudyMoment moment)
    {
        lock (session.Gate)
        {
            var tally = new PruningTally();
            TrialTable trials = session.State.Trials;
            for (int i = 0; i < moment.EndedCount; i++)
            {
                int number = trials.EndedNumber(i);
                ref readonly TrialEntry entry = ref trials.Entry(number);
                if (entry.EndIndex == i && !entry.Is(TrialFlags.IsImported) && !session.State.Exclusions.IsOut(number, moment.ExclusionCount, out _))
                {
                    tally.Add(entry.State, entry.ReportCount);
                }
            }

            return tally;
        }
    }

    // Those within the limits that the choice of the best one looks at: all, and of a very long study an even sample and the best observed one.
    private List<TrialResult> SampleAt(StudyMoment moment)
    {
        if (moment.EndedCount > 2 * MostPassedOver * PosteriorMean.MostTrials)
        {
            List<TrialResult> sample = EvenSampleAt(moment);
            if (sample.Count > PosteriorMean.MostTrials / 2)
            {
                return sample;
            }
        }

        return CompletedAt(moment).FindAll(static trial => trial.Violation <= 0);
    }

    // In the order in which they ended: for the most part that of their numbers, in which nothing is left to sort.
    private List<TrialResult> EvenSampleAt(StudyMoment moment)
    {
        var sample = new List<TrialResult>(PosteriorMean.MostTrials + 1);
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            int observedEnd = trials.Entry(moment.BestObservedNumber).EndIndex;
            int last = -1;
            bool hasObserved = false;
            foreach (int place in EvenSample.Of(moment.EndedCount, PosteriorMean.MostTrials))
            {
                int found = place;
                int limit = Math.Min(place + MostPassedOver, moment.EndedCount);
                while (found < limit && !HasCompleted(found, moment))
                {
                    found++;
                }

                // One that another place led to is there already.
                if (found == limit || found == last)
                {
                    continue;
                }

                last = found;
                if (!hasObserved && observedEnd <= found)
                {
                    hasObserved = true;
                    AddAllowed(sample, moment.BestObservedNumber);
                }

                if (found != observedEnd)
                {
                    AddAllowed(sample, trials.EndedNumber(found));
                }
            }

            if (!hasObserved)
            {
                AddAllowed(sample, moment.BestObservedNumber);
            }
        }

        return sample;
    }

    private void AddAllowed(List<TrialResult> trials, int number)
    {
        TrialResult trial = ResultOf(number);
        if (trial.Violation <= 0)
        {
            trials.Add(trial);
        }
    }

    // With what all trials of now tell of its error, where that is of what the choice goes by.
    private TrialResult ResultOf(int number)
    {
        TrialResult result = session.State.Trials.Result(number);
        return session.State.Reports.AreOfFirstObjective && session.State.Reports.StandardErrorOf(number) is { } error ? result with { StandardError = error } : result;
    }

    private bool HasCompleted(int endIndex, StudyMoment moment)
    {
        int number = session.State.Trials.EndedNumber(endIndex);
        ref readonly TrialEntry entry = ref session.State.Trials.Entry(number);
        return entry.EndIndex == endIndex
            && entry.State == TrialState.Completed
            && entry.Is(TrialFlags.IsTeachable)
            && !entry.Is(TrialFlags.IsMisfit)
            && !session.State.Exclusions.IsOut(number, moment.ExclusionCount, out _);
    }

    /// <summary>The attempts that had failed before the one that the record is about; that one, where the trial had ended with it and was reopened since.</summary>
    private FailedAttempt[] ReadAttempts(int number, int endedCount, ref TrialEntry entry, ref StoredOutcome? details, out Attempt? last)
    {
        last = null;
        IReadOnlyList<Attempt> failed = session.State.Attempts.Failed(number);
        if (failed.Count == 0)
        {
            return [];
        }

        for (int i = 0; i < failed.Count; i++)
        {
            if (failed[i].IsLastAt(endedCount))
            {
                last = failed[i];
                entry.State = TrialState.Failed;
                (entry.StartedAt, entry.Duration, entry.EndIndex) = (last.StartedAt, last.Duration, last.EndIndex);
                details = last.Outcome;
                return [.. failed.Take(i).Select(Describe)];
            }
        }

        return [.. failed.Select(Describe)];
    }

    private static FailedAttempt Describe(Attempt failed)
        => new(failed.Outcome.Reason ?? "", new DateTimeOffset(failed.StartedAt, TimeSpan.Zero), new TimeSpan(failed.Duration)) { Exception = failed.Outcome.Exception, Cause = failed.Outcome.Cause };
}
