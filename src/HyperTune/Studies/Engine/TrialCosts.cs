using System.Collections.Concurrent;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>What the trials that this process runs have cost so far: it is kept with the end of the attempt. Safe for concurrent use.</summary>
internal sealed class TrialCosts
{
    private readonly ConcurrentDictionary<int, double> _open = new();

    /// <summary>Adds to what a running trial has cost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The trial's cost would no longer be finite.</exception>
    public void Add(int number, double cost)
        => _open.AddOrUpdate(number, cost, (_, before) => double.IsFinite(before + cost)
            ? before + cost
            : throw new ArgumentOutOfRangeException(nameof(cost), cost, "The cost of a trial must stay finite."));

    /// <summary>An outcome together with what the trial has cost.</summary>
    public StoredOutcome With(int number, StoredOutcome outcome) => _open.TryGetValue(number, out double cost) ? outcome with { Cost = cost } : outcome;

    /// <summary>Forgets a trial that is not run by this process any more.</summary>
    public void Drop(int number) => _open.TryRemove(number, out _);
}
