using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>Drafts that are allowed (see <see cref="TryAdd"/>), with the points they stand for.</summary>
internal sealed class CandidateSet
{
    private readonly UnitCube _cube;
    private readonly SearchRegion _region;
    private readonly double[] _point;
    private readonly double[] _vector;
    private double[] _drafts;

    public CandidateSet(UnitCube cube, SearchRegion region, int capacity)
    {
        _cube = cube;
        _region = region;
        _point = new double[cube.Dimensions.Length];
        _vector = new double[cube.Space.DimensionCount];
        _drafts = new double[Math.Max(1, capacity) * _point.Length];
        Points = new PointSet(_point.Length, capacity);
    }

    public int Count => Points.Count;

    /// <summary>What the model sees of each draft.</summary>
    public PointSet Points { get; }

    public ReadOnlySpan<double> Draft(int index) => _drafts.AsSpan(index * _point.Length, _point.Length);

    /// <summary>
    /// Adds a draft, a point whose inactive coordinates hold values, too, for the case that the parameter comes to life, if it lies in the region and
    /// satisfies the constraints.
    /// </summary>
    public bool TryAdd(ReadOnlySpan<double> draft)
    {
        int start = Count * _point.Length;
        if (start == _drafts.Length)
        {
            Array.Resize(ref _drafts, 2 * _drafts.Length);
        }

        Span<double> target = _drafts.AsSpan(start, _point.Length);
        draft.CopyTo(target);
        _region.Apply(target);
        if (!TryComplete(_cube, _region, target, _point, _vector))
        {
            return false;
        }

        Points.Add(_point);
        return true;
    }

    public void Clear() => Points.Truncate(0);

    /// <summary>Writes the point of a draft.</summary>
    /// <returns>Whether it lies in the region and satisfies the constraints.</returns>
    public static bool TryComplete(UnitCube cube, SearchRegion region, ReadOnlySpan<double> draft, Span<double> point, Span<double> vector)
    {
        draft.CopyTo(point);
        if (cube.IsConditional || cube.Space.HasConstraints)
        {
            cube.Decode(draft, vector);
            if (cube.Space.FindViolatedConstraint(vector) is not null)
            {
                return false;
            }

            ModelPoint.Encode(cube, vector, point);
        }

        return region.Contains(point);
    }
}
