namespace HyperTune.Stopping.Models;

/// <summary>
/// When a rule that fits a model looks: from a first number of completed trials on each 5 trials that ended, and in longer studies each time their number has
/// grown by a tenth, so that all looks together cost about as much as the last ten.
/// </summary>
/// <param name="first">The first number of completed trials.</param>
internal struct CheckSchedule(int first)
{
    private int _next;

    private const int SmallestInterval = 5;
    private const int GrowthShare = 10;

    /// <summary>At how many completed trials the first look is.</summary>
    public readonly int First => first;

    /// <summary>Whether it is time to look; if so, the next time is settled.</summary>
    /// <param name="completed">How many trials completed.</param>
    /// <param name="count">How many ended, those included that failed.</param>
    public bool IsDue(int completed, int count)
    {
        if (completed < first || count < _next)
        {
            return false;
        }

        _next = count + Math.Max(SmallestInterval, count / GrowthShare);
        return true;
    }
}
