namespace HyperTune;

/// <summary>Draws vectors until the space's constraints hold.</summary>
internal static class ConstrainedDraw
{
    /// <summary>Draws from the space's distributions; gives up after <see cref="SearchSpace.MaximumDraws"/> tries.</summary>
    /// <exception cref="ConstraintException">No draw satisfied the constraints.</exception>
    public static void Sample(SearchSpace space, ref RandomStream random, Span<double> vector)
    {
        string? violated = null;
        for (int draw = 0; draw < SearchSpace.MaximumDraws; draw++)
        {
            space.SampleVector(ref random, vector);
            violated = space.FindViolatedConstraint(vector);
            if (violated is null)
            {
                return;
            }
        }

        throw ConstraintException.NothingDrawn(space, violated!);
    }
}
