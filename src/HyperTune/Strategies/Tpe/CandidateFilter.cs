using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>Which points may be suggested.</summary>
internal sealed class CandidateFilter(UnitCube cube, TriedConfigs tried, PlateauGuard plateaus)
{
    private readonly double[] _vector = new double[cube.Space.DimensionCount];

    // Where another value ends the range of one that decides over others, a step of the former can bring a parameter to life that the point has not.
    private readonly bool _canLackValues = cube.AreRelated && cube.IsConditional;

    /// <summary>Whether the point's config satisfies the space's constraints and has not been tried, as far as a space lets configs repeat.</summary>
    public bool IsValid(ReadOnlySpan<double> point) => (!_canLackValues || IsWhole(point)) && (!cube.CanRepeat || MayTry(point)) && SatisfiesConstraints(point);

    /// <summary>Whether the point is far enough from earlier trials of a plateau.</summary>
    public bool IsOffPlateaus(ReadOnlySpan<double> point) => tried.RepeatsAllowed || plateaus.Allows(point);

    private bool IsWhole(ReadOnlySpan<double> point)
    {
        cube.Decode(point, _vector);
        foreach (Parameter parameter in cube.Space.Parameters)
        {
            if (double.IsNaN(_vector[parameter.Index]) && parameter.IsActive(_vector))
            {
                return false;
            }
        }

        return true;
    }

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
