using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>Which points may be suggested.</summary>
internal sealed class CandidateFilter(UnitCube cube, TriedConfigs tried, PlateauGuard plateaus)
{
    private readonly double[] _vector = new double[cube.Space.DimensionCount];

    /// <summary>Whether the point's config satisfies the space's constraints and has not been tried, as far as a space lets configs repeat.</summary>
    public bool IsValid(ReadOnlySpan<double> point) => (!cube.CanRepeat || MayTry(point)) && SatisfiesConstraints(point);

    /// <summary>Whether the point is far enough from earlier trials of a plateau.</summary>
    public bool IsOffPlateaus(ReadOnlySpan<double> point) => tried.RepeatsAllowed || plateaus.Allows(point);

    private bool MayTry(ReadOnlySpan<double> point)
    {
        if (!cube.AreRelated)
        {
            return tried.MayTryPoint(point);
        }

        cube.Decode(point, _vector);
        return tried.MayTry(_vector);
    }

    private bool SatisfiesConstraints(ReadOnlySpan<double> point)
    {
        if (!cube.Space.HasConstraints)
        {
            return true;
        }

        cube.Decode(point, _vector);
        return cube.Space.FindViolatedConstraint(_vector) is null;
    }
}
