using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>A trial as it was when <paramref name="endedCount"/> trials had ended.</summary>
    public TrialRecord<T> Read<T>(SearchSpace<T> typed, int number, int endedCount, object? enqueued)
    {
        ReadOnlyMemory<double> vector;
        TrialEntry entry;
        TrialReport[] reports;
        StoredOutcome? details;
        ReadOnlyMemory<double> values;
        double value;
        string? misfit;
        string? outside;
        TrialPoint own;
        bool hasOwn;
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            vector = trials.Vector(number);
            entry = trials.Entry(number);
            reports = entry.ReportSpan.ToArray();
            details = trials.Details(number);
            values = trials.Values(number);
            value = trials.Value(number);
            misfit = entry.Is(TrialFlags.IsMisfit) ? session.State.Points.Misfit(number) : null;
            outside = entry.Is(TrialFlags.IsMisfit) && misfit is null ? session.State.Points.Outside(number) : null;
            hasOwn = session.State.Points.TryGetOwn(number, out own);
        }

        bool isEnded = entry.EndIndex < endedCount;
        return new TrialRecord<T>(number, typed, Complete(vector, entry), enqueued, misfit, hasOwn ? own : null)
        {
            IsOutside = outside is not null,
            State = isEnded || entry.State == TrialState.Waiting ? entry.State : TrialState.Running,
            Values = isEnded ? values : default,
            Value = isEnded && !double.IsNaN(value) ? value : null,
            Reports = ImmutableCollectionsMarshal.AsImmutableArray(reports),
            FailureReason = isEnded && entry.State == TrialState.Failed ? details?.Reason : null,
            Exception = isEnded ? details?.Exception : null,
            StartedAt = new DateTimeOffset(entry.StartedAt, TimeSpan.Zero),
            Duration = isEnded ? new TimeSpan(entry.Duration) : null,
            IsEnqueued = entry.Is(TrialFlags.IsEnqueued),
            IsImported = entry.Is(TrialFlags.IsImported),
        };
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
                if (entry.State == TrialState.Completed && entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsMisfit))
                {
                    completed.Add(trials.Result(number));
                }
            }

            return completed;
        }
    }

    // Another program's trial, of which some values are not known yet.
    private ReadOnlyMemory<double> Complete(ReadOnlyMemory<double> vector, TrialEntry entry)
    {
        if (entry.Is(TrialFlags.IsTeachable))
        {
            return vector;
        }

        double[] completed = vector.ToArray();
        space.Normalize(completed);
        return completed;
    }
}
