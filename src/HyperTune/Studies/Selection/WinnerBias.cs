namespace HyperTune;

/// <summary>
/// By how much the best observed value flatters its config: of many values with noise the best one is the best partly by luck, and a new value of the same
/// config would be worse on average (<see cref="StudyResult{T}.WinnerBias"/>).
/// </summary>
public sealed class WinnerBias
{
    internal WinnerBias(double amount, double expectedValue, int candidates, string reason)
    {
        Amount = amount;
        ExpectedValue = expectedValue;
        CandidateCount = candidates;
        Reason = reason;
    }

    /// <summary>The expected loss from choosing the best observed value, in the objective's unit; at least 0, in either direction of the study.</summary>
    public double Amount { get; }

    /// <summary>The best observed value without it: what to expect of the config.</summary>
    public double ExpectedValue { get; }

    /// <summary>Among how many trials the best one was chosen.</summary>
    public int CandidateCount { get; }

    /// <summary>How it was estimated, in words.</summary>
    public string Reason { get; }

    /// <summary>The amount and the reason in one line.</summary>
    public override string ToString() => Reason;
}
