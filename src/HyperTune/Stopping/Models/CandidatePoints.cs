using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics.Sobol;
using HyperTune.Spaces.Coding;

namespace HyperTune.Stopping.Models;

/// <summary>Allowed configs at which a stopping rule asks its model: evenly spread ones, and neighbours of given ones.</summary>
internal sealed class CandidatePoints
{
    // The same places at each look, so that the answers of two looks differ by what the model has learned.
    private const ulong Seed = 0x5EA2C4_0F_5702E5UL;

    // Of many dimensions, a neighbour differs in about so many.
    private const double ExpectedMoved = 20;

    private readonly UnitCube _cube;
    private readonly SobolSequence _sequence;
    private readonly double[] _vector;
    private readonly double[] _point;
    private readonly List<double[]> _vectors = [];

    public CandidatePoints(UnitCube cube)
    {
        _cube = cube;
        _sequence = new SobolSequence(cube.Space.DimensionCount, Seed);
        _vector = new double[cube.Space.DimensionCount];
        _point = new double[cube.Dimensions.Length];
        Points = new PointSet(_point.Length);
    }

    /// <summary>What a model sees of the candidates.</summary>
    public PointSet Points { get; }

    /// <summary>The vector of a candidate.</summary>
    public double[] VectorOf(int place) => _vectors[place];

    public void Clear()
    {
        Points.Truncate(0);
        _vectors.Clear();
    }

    /// <summary>Adds evenly spread configs; fewer where constraints refuse some.</summary>
    public void AddSpread(int count)
    {
        var shares = new double[_vector.Length];
        for (int i = 0; i < count; i++)
        {
            _sequence.Fill((uint)i, shares);
            _cube.FromShares(shares, _vector);
            AddIfAllowed();
        }
    }

    /// <summary>Adds neighbours of a config.</summary>
    /// <param name="center">The config's vector.</param>
    /// <param name="deviation">The deviation of the steps, in shares of the ranges.</param>
    /// <param name="count">How many to try.</param>
    /// <param name="random">Where the steps come from.</param>
    public void AddNear(ReadOnlySpan<double> center, double deviation, int count, ref RandomStream random)
    {
        var draft = new double[_point.Length];
        double share = Math.Min(1, ExpectedMoved / draft.Length);
        for (int i = 0; i < count; i++)
        {
            _cube.Encode(center, draft);
            for (int k = 0; k < draft.Length; k++)
            {
                CubeDimension dimension = _cube.Dimensions[k];
                if (double.IsNaN(draft[k]) || (dimension.IsCategorical && random.NextUnit() < deviation))
                {
                    draft[k] = dimension.CoordinateAt(random.NextUnit());
                }
                else if (!dimension.IsCategorical && random.NextUnit() < share)
                {
                    draft[k] = dimension.Snap(Math.Clamp(draft[k] + (deviation * random.NextNormal()), dimension.Low, dimension.High));
                }
            }

            _cube.Decode(draft, _vector);
            AddIfAllowed();
        }
    }

    private void AddIfAllowed()
    {
        if (_cube.Space.HasConstraints && _cube.Space.FindViolatedConstraint(_vector) is not null)
        {
            return;
        }

        ModelPoint.Encode(_cube, _vector, _point);
        Points.Add(_point);
        _vectors.Add([.. _vector]);
    }
}
