using HyperTune.Numerics.Sobol;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>Vectors of a space that cover it evenly, constraints kept: point by point from a scrambled Sobol sequence.</summary>
internal sealed class SobolDesign
{
    private readonly UnitCube _cube;
    private readonly ulong _seed;
    private readonly SobolSequence _sequence;
    private readonly double[] _shares;

    public SobolDesign(UnitCube cube, ulong seed)
    {
        _cube = cube;
        _seed = seed;
        _shares = new double[cube.Space.DimensionCount];
        _sequence = new SobolSequence(_shares.Length, seed);
    }

    /// <summary>Writes vector number <paramref name="index"/>. It depends on the seed and the index only.</summary>
    /// <exception cref="ConstraintException">The point broke a constraint in every one of <see cref="SearchSpace.MaximumDraws"/>
    /// scramblings.</exception>
    public void Fill(uint index, Span<double> vector)
    {
        FillFrom(_sequence, index, vector);
        string? violated = _cube.Space.FindViolatedConstraint(vector);
        for (uint scrambling = 1; violated is not null; scrambling++)
        {
            if (scrambling == SearchSpace.MaximumDraws)
            {
                throw ConstraintException.NothingDrawn(_cube.Space, violated);
            }

            // The same point of another scrambling is uniform and independent of the first, and the refused points of all trials together stay
            // balanced.
            FillFrom(new SobolSequence(_shares.Length, RandomStream.Derive(_seed, scrambling)), index, vector);
            violated = _cube.Space.FindViolatedConstraint(vector);
        }
    }

    private void FillFrom(SobolSequence sequence, uint index, Span<double> vector)
    {
        sequence.Fill(index, _shares);
        _cube.FromShares(_shares, vector);
    }
}
