using HyperTune.Numerics;

namespace HyperTune.Pruning.Auto;

/// <summary>
/// Which trials are never stopped: one in every twenty, drawn by the study's name, so that every process draws the same. What is learned from completed trials stays
/// true by them, and they show what stopping costs.
/// </summary>
internal sealed class ImmuneTrials(string studyName)
{
    private const int Block = 20;

    private readonly ulong _seed = Hash(studyName);

    public bool Contains(int trialNumber) => new RandomStream(_seed, (ulong)(trialNumber / Block)).NextInteger(Block) == trialNumber % Block;

    // FNV-1a: the name's own hash code differs from process to process.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return hash;
    }
}
