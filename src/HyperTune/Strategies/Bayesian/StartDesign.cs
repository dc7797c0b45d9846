namespace HyperTune;

/// <summary>The trials before the model is asked: the space's default point, then a scrambled Sobol sequence.</summary>
internal sealed class StartDesign
{
    private readonly SearchSpace _space;
    private readonly SobolDesign _sobol;
    private readonly double[]? _default;

    public StartDesign(SearchSpace space, ulong seed, bool startWithDefault)
    {
        _space = space;
        _sobol = new SobolDesign(space, seed);
        if (startWithDefault)
        {
            var vector = new double[space.DimensionCount];
            Array.Fill(vector, double.NaN);
            space.Normalize(vector);
            _default = space.Contains(vector) && space.FindViolatedConstraint(vector) is null ? vector : null;
        }
    }

    /// <summary>Writes the first point of the design that no trial has tried.</summary>
    /// <param name="history">The trials so far.</param>
    /// <param name="vector">Receives the point.</param>
    /// <returns><see langword="false"/> when the space is so small that the design keeps repeating itself.</returns>
    public bool TryFill(TrialHistory history, Span<double> vector)
    {
        if (_default is not null && !history.IsKnown(_default))
        {
            _default.CopyTo(vector);
            return true;
        }

        for (uint index = 0; index <= (uint)(2 * history.Count); index++)
        {
            _sobol.Fill(index, vector);
            if (!history.IsKnown(vector))
            {
                return true;
            }
        }

        return false;
    }
}
