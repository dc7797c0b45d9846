using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HyperTune.Metrics;
using HyperTune.Models.BestTrials;
using HyperTune.State;
using HyperTune.State.Files;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study shows of its trials.</summary>
internal sealed class StudyReading(StudySession session, SearchSpace space, TrialFileStore store)
{
    private readonly Lock _choosing = new();
    private BestTrial? _choice;
    private (int Ended, int Exclusions) _choiceAt;

    /// <summary>A trial as it was at a moment.</summary>
    public TrialRecord<T> Read<T>(SearchSpace<T> typed, int number, StudyMoment moment, object? enqueued)
    {
        ReadOnlyMemory<double> vector;
        TrialEntry entry;
        TrialReport[] reports;
        IReadOnlyList<ReportedMetrics> reportedMetrics;
        StoredOutcome? details;
        ReadOnlyMemory<double> values;
        RecordedValue[]? records;
        double value;
        string? misfit;
        string? outside;
        TrialPoint own;
        bool hasOwn;
        TrialFiles files;
        string? exclusion;
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            vector = trials.Vector(number);
            entry = trials.Entry(number);
            reports = entry.ReportSpan.ToArray();
            reportedMetrics = session.State.Reports.MetricsOf(number);
            details = trials.Details(number);
            values = trials.Values(number);
            records = trials.Records(number);
            value = trials.Value(number);
            session.State.Exclusions.IsOut(number, moment.ExclusionCount, out exclusion);
            misfit = entry.Is(TrialFlags.IsMisfit) ? session.State.Points.Misfit(number) : null;
            outside = entry.Is(TrialFlags.IsMisfit) && misfit is null ? session.State.Points.Outside(number) : null;
            hasOwn = session.State.Points.TryGetOwn(number, out own);
            files = session.State.Files.Of(number);
        }

        bool isEnded = entry.EndIndex < moment.EndedCount;
        return new TrialRecord<T>(number, typed, Complete(vector, entry), enqueued, misfit, hasOwn ? own : null)
        {
            IsOutside = outside is not null,
            State = isEnded || entry.State == TrialState.Waiting ? entry.State : TrialState.Running,
            Values = isEnded ? values : default,
            Records = isEnded ? records : null,
            Value = isEnded && !double.IsNaN(value) ? value : null,
            Reports = ImmutableCollectionsMarshal.AsImmutableArray(reports),
            ReportedMetrics = reportedMetrics,
            FailureReason = isEnded && entry.State == TrialState.Failed ? details?.Reason : null,
            Exception = isEnded ? details?.Exception : null,
            StartedAt = new DateTimeOffset(entry.StartedAt, TimeSpan.Zero),
            Duration = isEnded ? new TimeSpan(entry.Duration) : null,
            ExclusionReason = exclusion,
            IsEnqueued = entry.Is(TrialFlags.IsEnqueued),
            IsImported = entry.Is(TrialFlags.IsImported),
            Files = files,
            Store = store,
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
            if (_choice is not null && _choiceAt == (moment.EndedCount, moment.ExclusionCount))
            {
                return _choice;
            }

            var choice = BestTrial.Of(space, [.. CompletedAt(moment).Where(static trial => trial.Violation <= 0)], moment.BestObservedNumber);
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
            TrialTable trials = session.State.Trials;
            var completed = new List<TrialResult>(moment.EndedCount);
            for (int i = 0; i < moment.EndedCount; i++)
            {
                int number = trials.EndedNumber(i);
                ref readonly TrialEntry entry = ref trials.Entry(number);
                bool counts = entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsMisfit)
                    && !session.State.Exclusions.IsOut(number, moment.ExclusionCount, out _);
                if (entry.State == TrialState.Completed && counts)
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
