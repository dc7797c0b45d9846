namespace HyperTune;

/// <summary>Which points may be suggested.</summary>
internal sealed class Admission(TpeSpace space, TriedPoints tried, PlateauGuard plateaus)
{
    private readonly double[] _vector = new double[space.Width];
    private bool _repeatsAllowed;

    /// <summary>From now on configs may be tried again, because none is left.</summary>
    public void AllowRepeats() => _repeatsAllowed = true;

    /// <summary>Whether the point's config satisfies the space's constraints and has not been tried, as far as a space lets configs repeat.</summary>
    public bool IsValid(ReadOnlySpan<double> point) => (_repeatsAllowed || !tried.Contains(point)) && SatisfiesConstraints(point);

    /// <summary>Whether the point is far enough from earlier trials of a plateau.</summary>
    public bool IsOffPlateaus(ReadOnlySpan<double> point) => _repeatsAllowed || plateaus.Allows(point);

    private bool SatisfiesConstraints(ReadOnlySpan<double> point)
    {
        if (!space.Space.HasConstraints)
        {
            return true;
        }

        space.Decode(point, _vector);
        return space.Space.FindViolatedConstraint(_vector) is null;
    }
}
