namespace HyperTune.Strategies.Common;

/// <summary>What has been announced and told so far, to tell it again to a strategy that takes over.</summary>
internal sealed class TrialReplay
{
    private readonly List<TrialResult> _finished = [];
    private readonly SortedDictionary<int, double[]> _running = [];

    /// <summary>The number of ended trials.</summary>
    public int FinishedCount => _finished.Count;

    public void Announce(int trialNumber, ReadOnlySpan<double> vector) => _running[trialNumber] = vector.ToArray();

    public void Tell(in TrialResult result)
    {
        _running.Remove(result.Number);
        _finished.Add(result);
    }

    /// <summary>Tells everything to a strategy that knows nothing yet.</summary>
    public void Replay(StrategyRun run)
    {
        // In the order of numbers, in which strategies keep trials.
        foreach (TrialResult result in _finished.OrderBy(static result => result.Number))
        {
            run.Tell(in result);
        }

        foreach ((int number, double[] vector) in _running)
        {
            run.Announce(number, vector);
        }
    }
}
