using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>
/// An ended trial until a generation takes it, and after that in case the generation is computed again: without its point, which takes as much memory again.
/// </summary>
/// <param name="result">How the trial ended; its vector is shared.</param>
/// <param name="objectives">How many objectives there are.</param>
internal sealed class KeptTrial(in TrialResult result, int objectives)
{
    private readonly ReadOnlyMemory<double> _vector = result.Vector;
    private readonly TrialStanding _standing = TrialStanding.Of(result);
    private readonly double[] _losses = objectives > 1 ? result.Values.ToArray() : [];

    public int Number => _standing.Number;

    /// <summary>Whether the strategy did not choose it.</summary>
    public bool IsGiven { get; } = result.IsGiven;

    /// <summary>The order of numbers; two trials of different studies can have one, and then the vectors decide.</summary>
    public static int CompareNumbers(KeptTrial a, KeptTrial b)
        => a.Number != b.Number ? a.Number.CompareTo(b.Number) : a._vector.Span.SequenceCompareTo(b._vector.Span);

    /// <summary>The trial with its point.</summary>
    public RankedTrial Rank(UnitCube cube)
    {
        double[] point = new double[cube.Dimensions.Length];
        cube.Encode(_vector.Span, point);
        return new RankedTrial(Number, point, _standing, _losses, IsGiven);
    }
}
