using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Nsga;

/// <summary>
/// The parents of every trial: the survivors among all completed trials of the blocks of numbers before it. They depend on which trials are known, not on when
/// they became known, and nobody waits for a trial that is late: the survivors since its block are chosen again when it comes.
/// </summary>
internal sealed class Lineage(UnitCube cube, ISurvivorSelection selection, int population, int blockLength, ulong seed)
{
    private readonly List<List<Individual>> _blocks = [];
    private readonly List<Survivor[]> _survivors = [];

    /// <summary>Adds an ended trial, if it completed.</summary>
    public void Tell(in TrialResult result)
    {
        if (result.State != TrialState.Completed || result.Values.IsEmpty)
        {
            return;
        }

        double[] point = new double[cube.Dimensions.Length];
        cube.Encode(result.Vector.Span, point);
        int block = result.Number / blockLength;
        while (_blocks.Count <= block)
        {
            _blocks.Add([]);
        }

        // Two trials of different studies can have one number.
        List<Individual> members = _blocks[block];
        members.Add(new Individual(result.Number, point, result.Values.ToArray(), result.Violation));
        members.Sort(static (a, b) => a.Number != b.Number ? a.Number.CompareTo(b.Number) : a.Point.AsSpan().SequenceCompareTo(b.Point));
        if (_survivors.Count > block)
        {
            _survivors.RemoveRange(block, _survivors.Count - block);
        }
    }

    /// <summary>The survivors of all blocks before that of a trial.</summary>
    public Survivor[] Before(int trialNumber)
    {
        int last = Math.Min(trialNumber / blockLength, _blocks.Count) - 1;
        while (_survivors.Count <= last)
        {
            int block = _survivors.Count;
            IEnumerable<Individual> earlier = block == 0 ? [] : _survivors[block - 1].Select(static survivor => survivor.Individual);
            var random = new RandomStream(seed, (ulong)block);
            _survivors.Add(selection.Select([.. earlier, .. _blocks[block]], population, ref random));
        }

        return last < 0 ? [] : _survivors[last];
    }
}
