using System.Runtime.InteropServices;

namespace HyperTune;

internal sealed partial class StudyEngine
{
    /// <summary>The moment, to read the study later as it is now.</summary>
    public StudyMoment Now()
    {
        lock (_gate)
        {
            return new StudyMoment
            {
                TrialCount = _trials.Count,
                FinishedCount = _trials.FinishedCount,
                BestNumber = _trials.BestNumber,
                BestValue = _trials.BestNumber < 0 ? double.NaN : _trials.Value(_trials.BestNumber),
                StopReason = _stopReason,
                Duration = _timeOfEndedRuns + (_run is null ? TimeSpan.Zero : Clock.Elapsed - _run.StartedAt),
                LastFailure = _trials.LastFailure,
            };
        }
    }

    /// <summary>A trial as it was when <paramref name="finishedCount"/> trials had ended.</summary>
    public TrialRecord<T> Read<T>(SearchSpace<T> space, int number, int finishedCount)
    {
        ReadOnlyMemory<double> vector;
        TrialEntry entry;
        TrialReport[] reports;
        TrialFailure? failure;
        double value;
        object? config;
        lock (_gate)
        {
            vector = _trials.Vector(number);
            entry = _trials.Entry(number);
            reports = entry.ReportSpan.ToArray();
            failure = _trials.Failure(number);
            value = _trials.Value(number);
            config = _enqueuedConfigs.GetValueOrDefault(number);
        }

        if (!entry.IsKnowledge)
        {
            // Another program's trial, of which some values are not known yet, or no longer.
            double[] completed = vector.ToArray();
            space.Normalize(completed);
            vector = completed;
        }

        bool isFinished = entry.FinishIndex < finishedCount;
        return new TrialRecord<T>(number, space, vector, config)
        {
            State = isFinished || entry.State == TrialState.Waiting ? entry.State : TrialState.Running,
            Value = isFinished && !double.IsNaN(value) ? value : null,
            Reports = ImmutableCollectionsMarshal.AsImmutableArray(reports),
            FailureReason = isFinished ? failure?.Reason : null,
            Exception = isFinished ? failure?.Exception : null,
            StartedAt = Clock.ToDateTime(entry.StartedAt),
            Duration = isFinished ? new TimeSpan(entry.Duration) : null,
            IsEnqueued = entry.IsEnqueued,
            IsImported = entry.IsImported,
        };
    }
}
