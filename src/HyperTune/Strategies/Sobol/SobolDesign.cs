namespace HyperTune;

/// <summary>Vectors of a space that cover it evenly, constraints kept: point by point from a scrambled Sobol sequence.</summary>
internal sealed class SobolDesign
{
    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly SobolSequence _sequence;

    public SobolDesign(SearchSpace space, ulong seed)
    {
        _space = space;
        _seed = seed;
        _sequence = new SobolSequence(space.DimensionCount, seed);
    }

    /// <summary>Writes vector number <paramref name="index"/>. It depends on the seed and the index only.</summary>
    /// <exception cref="ConstraintException">The point broke a constraint in every one of <see cref="SearchSpace.MaximumDraws"/>
    /// scramblings.</exception>
    public void Fill(uint index, Span<double> vector)
    {
        FillFrom(_sequence, index, vector);
        string? violated = _space.FindViolatedConstraint(vector);
        for (uint scrambling = 1; violated is not null; scrambling++)
        {
            if (scrambling == SearchSpace.MaximumDraws)
            {
                throw ConstraintException.NothingDrawn(_space, violated);
            }

            // The same point of another scrambling is uniform and independent of the first, and the refused points of all trials together stay
            // balanced.
            FillFrom(new SobolSequence(_space.DimensionCount, RandomStream.Mix(_seed + scrambling)), index, vector);
            violated = _space.FindViolatedConstraint(vector);
        }
    }

    private void FillFrom(SobolSequence sequence, uint index, Span<double> vector)
    {
        foreach (Parameter parameter in _space.Parameters)
        {
            int i = parameter.Index;
            vector[i] = parameter.IsActive(vector) ? parameter.Distribution.FromUnit(sequence.Coordinate(index, i)) : double.NaN;
        }
    }
}
