using System.Globalization;

namespace HyperTune.Studies.Engine;

/// <summary>How many trials were stopped early, and what that saved.</summary>
internal sealed class PruningTally
{
    private long _completed;
    private long _pruned;
    private long _stepsOfCompleted;
    private long _stepsOfPruned;

    /// <summary>Adds a trial that ended.</summary>
    /// <param name="state">How it ended.</param>
    /// <param name="steps">How often it reported.</param>
    public void Add(TrialState state, int steps)
    {
        if (state == TrialState.Completed)
        {
            _completed++;
            _stepsOfCompleted += steps;
        }
        else if (state == TrialState.Pruned)
        {
            _pruned++;
            _stepsOfPruned += steps;
        }
    }

    /// <summary>The counts in words, followed by those of the pruner; <see langword="null"/> before a trial has ended.</summary>
    /// <param name="details">What the pruner says; <see langword="null"/> for nothing.</param>
    public string? Describe(string? details)
    {
        long trials = _completed + _pruned;
        if (trials == 0)
        {
            return null;
        }

        // A trial that was stopped would have made as many steps as one that completed.
        double wanted = _completed == 0 ? 0 : (double)_stepsOfCompleted / _completed * trials;
        double saved = Math.Max(0, wanted - _stepsOfCompleted - _stepsOfPruned);
        string text = string.Create(CultureInfo.InvariantCulture, $"stopped {_pruned} of {trials} trial{(trials == 1 ? "" : "s")}");
        text += wanted > 0 ? string.Create(CultureInfo.InvariantCulture, $" and saved {100 * saved / wanted:F0} % of their steps") : "";
        return details is null ? text : $"{text}; {details}";
    }
}
