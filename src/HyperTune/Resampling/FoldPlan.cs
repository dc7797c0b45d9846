using System.Collections.Immutable;
using HyperTune.Numerics;
using HyperTune.Resampling;

namespace HyperTune;

/// <summary>
/// How samples are split into folds: an immutable description, made by <see cref="Folds"/>, that any number of studies can share. A study splits it once
/// with its own seed, so that all of its trials see the same folds.
/// </summary>
public abstract class FoldPlan
{
    // So that folds share no draws with what else is drawn from a study's seed.
    private const ulong SplitStream = 0x464F4C44;
    private const ulong SeedStream = 0x53454544;

    private protected FoldPlan(int sampleCount, int count, long? seed)
    {
        SampleCount = sampleCount;
        Count = count;
        Seed = seed;
    }

    /// <summary>How many samples are split.</summary>
    public int SampleCount { get; }

    /// <summary>How many folds there are.</summary>
    public int Count { get; }

    /// <summary>The seed to split with; <see langword="null"/> for that of the study.</summary>
    public long? Seed { get; }

    /// <summary>The folds, for use outside of a study: the same seed gives the same folds on every machine.</summary>
    /// <param name="seed">The seed, where the plan has none of its own (<see cref="Seed"/>).</param>
    /// <returns><see cref="Count"/> folds, in the order of their numbers.</returns>
    public ImmutableArray<Fold> Split(long seed)
    {
        ulong own = unchecked((ulong)(Seed ?? seed));
        var random = new RandomStream(own, SplitStream);
        List<Partition> partitions = Draw(ref random);
        var folds = ImmutableArray.CreateBuilder<Fold>(partitions.Count);
        foreach (Partition partition in partitions)
        {
            partition.ThrowIfUnsound(SampleCount, this, folds.Count);
            int foldSeed = (int)(RandomStream.Derive(own ^ SeedStream, (ulong)folds.Count) >> 33);
            folds.Add(new Fold(folds.Count, foldSeed, [.. partition.Train], [.. partition.Validation]));
        }

        return folds.MoveToImmutable();
    }

    /// <summary>The plan's name and settings in one line, without its seed.</summary>
    public abstract override string ToString();

    /// <summary>Draws the folds anew.</summary>
    internal abstract List<Partition> Draw(ref RandomStream random);
}
