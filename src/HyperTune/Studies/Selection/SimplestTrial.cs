namespace HyperTune;

/// <summary>The simplest config that is about as good as the best one, and why it is (<see cref="StudyResult{T}.Simplest"/>).</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class SimplestTrial<T>
{
    internal SimplestTrial(TrialRecord<T> trial, TrialRecord<T> best, double? standardError, double limit, int candidates, string reason)
    {
        Trial = trial;
        Best = best;
        StandardError = standardError;
        Limit = limit;
        CandidateCount = candidates;
        Reason = reason;
    }

    /// <summary>The chosen trial; <see cref="Best"/> itself where no simpler one is good enough.</summary>
    public TrialRecord<T> Trial { get; }

    /// <summary>The trial with which the others were compared, <see cref="StudyResult{T}.Best"/>.</summary>
    public TrialRecord<T> Best { get; }

    /// <summary>The standard error of the best trial's value; <see langword="null"/> where nothing tells it, so that only equal values are good enough.</summary>
    public double? StandardError { get; }

    /// <summary>The value that a trial must have at least, in the study's direction, to be good enough.</summary>
    public double Limit { get; }

    /// <summary>How many trials are good enough, the best one included.</summary>
    public int CandidateCount { get; }

    /// <summary>How it was chosen, in words.</summary>
    public string Reason { get; }

    /// <summary>The reason.</summary>
    public override string ToString() => Reason;
}
