using HyperTune.Models.BestTrials;
using HyperTune.State;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study shows of its trials.</summary>
internal sealed class StudyReading(StudySession session, SearchSpace space)
{
    private readonly Lock _choosing = new();
    private BestTrial? _choice;
    private int _choiceAt;

    /// <summary>A trial as it was when <paramref name="endedCount"/> ends were known.</summary>
    public TrialView Look(int number, int endedCount)
    {
        lock (session.Gate)
        {
            StudyState state = session.State;
            TrialTable trials = state.Trials;
            TrialEntry entry = trials.Entry(number);
            StoredOutcome? details = trials.Details(number);
            FailedAttempt[] attempts = ReadAttempts(number, endedCount, ref entry, ref details);
            bool isEnded = entry.EndIndex < endedCount;
            entry.State = isEnded || entry.State == TrialState.Waiting ? entry.State : TrialState.Running;
            return new TrialView
            {
                Number = number,
                Entry = entry,
                IsEnded = isEnded,
                Vector = trials.Vector(number),
                Values = trials.Values(number),
                Value = trials.Value(number),
                Reports = entry.ReportSpan.ToArray(),
                ReportedMetrics = state.Reports.MetricsOf(number),
                Details = details,
                Misfit = entry.Is(TrialFlags.IsMisfit) ? state.Points.Misfit(number) : null,
                Own = state.Points.TryGetOwn(number, out TrialPoint own) ? own : null,
                FailedAttempts = attempts,
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
            if (_choice is not null && _choiceAt == moment.EndedCount)
            {
                return _choice;
            }

            var choice = BestTrial.Of(space, [.. CompletedAt(moment).Where(static trial => trial.Violation <= 0)], moment.BestObservedNumber);
            if (moment.EndedCount > _choiceAt)
            {
                (_choice, _choiceAt) = (choice, moment.EndedCount);
            }

            return choice;
        }
    }

    /// <summary>The trials that had completed at a moment and are in the space of now, as far as a model may know them; those outside the limits, too.</summary>
    public List<TrialResult> CompletedAt(StudyMoment moment)
    {
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            var completed = new List<TrialResult>(moment.EndedCount);
            for (int i = 0; i < moment.EndedCount; i++)
            {
                int number = trials.EndedNumber(i);
                ref readonly TrialEntry entry = ref trials.Entry(number);
                if (entry.EndIndex == i && entry.State == TrialState.Completed && entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsMisfit))
                {
                    completed.Add(trials.Result(number));
                }
            }

            return completed;
        }
    }

    /// <summary>The attempts that had failed before the one that the record is about; that one, where the trial had ended with it and was reopened since.</summary>
    private FailedAttempt[] ReadAttempts(int number, int endedCount, ref TrialEntry entry, ref StoredOutcome? details)
    {
        IReadOnlyList<Attempt> failed = session.State.Attempts.Failed(number);
        if (failed.Count == 0)
        {
            return [];
        }

        for (int i = 0; i < failed.Count; i++)
        {
            if (failed[i] is var last && last.IsLastAt(endedCount))
            {
                entry.State = TrialState.Failed;
                (entry.StartedAt, entry.Duration, entry.EndIndex) = (last.StartedAt, last.Duration, last.EndIndex);
                details = last.Outcome;
                return [.. failed.Take(i).Select(Describe)];
            }
        }

        return [.. failed.Select(Describe)];
    }

    private static FailedAttempt Describe(Attempt failed)
        => new(failed.Outcome.Reason ?? "", new DateTimeOffset(failed.StartedAt, TimeSpan.Zero), new TimeSpan(failed.Duration)) { Exception = failed.Outcome.Exception };
}
