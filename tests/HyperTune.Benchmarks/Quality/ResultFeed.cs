namespace HyperTune.Benchmarks;

/// <summary>Tells a strategy results: at once, or in the order of the trials' numbers and each to those a fixed number of trials later, as studies do.</summary>
/// <param name="run">The strategy.</param>
/// <param name="window">How many trials later a result counts; <see langword="null"/> for at once.</param>
internal sealed class ResultFeed(StrategyRun run, int? window)
{
    private readonly SortedDictionary<int, TrialResult> _untold = [];
    private int _told;

    /// <summary>Whether all has ended that the suggestion for a trial goes by.</summary>
    public bool MayStart(int number)
    {
        for (int needed = _told; window is { } later && needed <= number - later; needed++)
        {
            if (!_untold.ContainsKey(needed))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells what counts for the suggestion for a trial that may start.</summary>
    public void TellBefore(int number)
    {
        for (; window is { } later && _told <= number - later; _told++)
        {
            run.Tell(_untold[_told]);
            _untold.Remove(_told);
        }
    }

    /// <summary>Takes note of an end.</summary>
    public void End(TrialResult result)
    {
        if (window is null)
        {
            run.Tell(result);
        }
        else
        {
            _untold.Add(result.Number, result);
        }
    }
}
