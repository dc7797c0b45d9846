namespace HyperTune;

/// <summary>
/// What is added to the result of a study whose metrics have exactly one objective: a best trial. With several objectives these members do not compile.
/// </summary>
public static class SingleObjectiveResults
{
    extension<T, TMetrics>(StudyResult<T, TMetrics> result)
        where TMetrics : struct, ISingleObjective<TMetrics>
    {
        /// <summary>The trial to use: the best that keeps all limits, chosen as <see cref="StudyResult{T}.Best"/> says.</summary>
        /// <exception cref="InvalidOperationException">No trial completed within the limits; the message says which came nearest.</exception>
        public TrialRecord<T, TMetrics> Best
        {
            get
            {
                ArgumentNullException.ThrowIfNull(result);
                return result.Inner.BestOrDefault is { } best ? result.Trials[best.Number] : throw result.NothingToChoose();
            }
        }

        /// <summary>The trial with the best value of the objective that keeps all limits; of equal ones, the first.</summary>
        /// <exception cref="InvalidOperationException">No trial completed within the limits; the message says which came nearest.</exception>
        public TrialRecord<T, TMetrics> BestObserved
        {
            get
            {
                ArgumentNullException.ThrowIfNull(result);
                return result.ParetoFront is [var best, ..] ? best : throw result.NothingToChoose();
            }
        }

        /// <summary>Why <c>Best</c> is what it is; <see langword="null"/> when no trial completed within the limits.</summary>
        public string? BestReason
        {
            get
            {
                ArgumentNullException.ThrowIfNull(result);
                return result.Inner.BestReason;
            }
        }
    }
}
