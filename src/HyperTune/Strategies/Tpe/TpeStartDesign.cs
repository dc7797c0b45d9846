namespace HyperTune;

/// <summary>The first trials of a study: the default point, which is the middle of the space where the user gave none, then quasi-random ones.</summary>
internal sealed class TpeStartDesign
{
    private readonly TpeSpace _space;
    private readonly SobolDesign _sobol;
    private readonly double[] _default;
    private readonly double[] _defaultPoint;
    private readonly double[] _point;
    private readonly bool _defaultIsAllowed;

    public TpeStartDesign(TpeSpace space, ulong seed)
    {
        _space = space;
        _point = new double[space.Width];
        _sobol = new SobolDesign(space.Space, seed);
        _default = [.. space.Space.Parameters.Select(static parameter => parameter.DefaultValue)];
        space.Space.Normalize(_default);
        _defaultPoint = new double[space.Width];
        space.Encode(_default, _defaultPoint);
        _defaultIsAllowed = space.Space.Contains(_default) && space.Space.FindViolatedConstraint(_default) is null;
    }

    /// <summary>Writes the vector of a trial: the default point where the history lacks it.</summary>
    /// <returns><see langword="false"/> when the space is so small that the design keeps repeating itself.</returns>
    public bool TryFill(int trialNumber, TpeHistory history, Admission admission, Span<double> vector)
    {
        if (_defaultIsAllowed && !Knows(history, _defaultPoint))
        {
            _default.CopyTo(vector);
            return true;
        }

        // From index 0 on after the default point, so that the first four balance each other.
        uint first = unchecked((uint)trialNumber - 1);
        for (uint i = 0; i <= (uint)history.Count; i++)
        {
            _sobol.Fill(unchecked(first + i), vector);
            _space.Encode(vector, _point);
            if (admission.IsValid(_point))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Knows(TpeHistory history, ReadOnlySpan<double> point)
    {
        for (int slot = 0; slot < history.Count; slot++)
        {
            if (history.Point(slot).SequenceEqual(point))
            {
                return true;
            }
        }

        return false;
    }
}
