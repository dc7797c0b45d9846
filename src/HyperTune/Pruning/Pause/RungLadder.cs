using System.Collections.Immutable;

namespace HyperTune.Pruning.Pause;

/// <summary>
/// The rungs at which trials pause, and the brackets that differ in where the first one lies. With the smallest resource r, the largest R and the reduction factor
/// eta, rung k = 0, 1, ... lies at step r * eta^k, as long as r * eta^(k + 1) is at most R; bracket b skips b rungs, and the last one has none.
/// </summary>
/// <remarks>
/// A trial's bracket follows from its number alone, so that strategy, pruner and workers agree. By default bracket b gets as many of B as in the paper, with
/// s = B - 1 - b halvings left: ceil(B * eta^s / (s + 1)).
/// Reference: L. Li et al., "Hyperband: a novel bandit-based approach to hyperparameter optimization", JMLR 18, 2018.
/// </remarks>
internal sealed class RungLadder
{
    private const ulong BracketSeed = 0x48B1_7F0C_93D5_2E6A;

    private readonly int[] _rungs;
    private readonly double[] _weights;

    /// <param name="minimumResource">r.</param>
    /// <param name="maximumResource">R.</param>
    /// <param name="reductionFactor">eta.</param>
    /// <param name="weights">How many trials each bracket gets in relation to the others, as long as there are numbers; empty for the paper's.</param>
    public RungLadder(int minimumResource, int maximumResource, int reductionFactor, ImmutableArray<double> weights)
    {
        var rungs = new List<int>();
        for (long rung = minimumResource; rung * reductionFactor <= maximumResource; rung *= reductionFactor)
        {
            rungs.Add((int)rung);
        }

        _rungs = [.. rungs];
        ReductionFactor = reductionFactor;
        _weights = weights.IsDefaultOrEmpty
            ? [.. Enumerable.Range(0, BracketCount).Select(bracket => Math.Ceiling(BracketCount * Math.Pow(reductionFactor, BracketCount - 1 - bracket) / (BracketCount - bracket)))]
            : [.. weights];
    }

    public int ReductionFactor { get; }

    public int RungCount => _rungs.Length;

    public int BracketCount => _rungs.Length + 1;

    /// <summary>The bracket of a trial that begins from nothing.</summary>
    public int BracketOf(int trialNumber)
    {
        double place = new RandomStream(BracketSeed, (ulong)trialNumber).NextUnit() * _weights.Sum();
        int bracket = 0;
        while (bracket < _weights.Length - 1 && place >= _weights[bracket])
        {
            place -= _weights[bracket++];
        }

        return bracket;
    }

    /// <summary>How many rungs lie at or below a step.</summary>
    public int LevelOf(int step) => _rungs.Count(rung => rung <= step);

    /// <summary>The step at which a trial pauses; <see langword="null"/> where it runs to its end.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="firstStep">The step of its first report. One that goes on from a checkpoint begins beyond the first rung.</param>
    public int? PauseOf(int trialNumber, int firstStep)
    {
        int rung = _rungs.Length > 0 && firstStep <= _rungs[0] ? BracketOf(trialNumber) : Array.FindIndex(_rungs, step => step >= firstStep);
        return rung >= 0 && rung < _rungs.Length ? _rungs[rung] : null;
    }
}
