using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>
/// Climbs an acquisition function from a start: by gradient on the numeric dimensions, by jumps to other values on the discrete ones, in turn until
/// neither helps.
/// </summary>
internal sealed class LocalSearch
{
    private const int MaximumRounds = 5;
    private const int MaximumJumps = 12;
    private const int Bisections = 6;
    private const double SmallestGain = 1e-9;

    // Numeric parameters with more values are searched by gradient as if they were continuous, and by jumps, instead of one by one.
    private const int ExhaustiveCount = 16;

    // A list with more values is sampled.
    private const int MostListed = 64;

    private readonly UnitCube _cube;
    private readonly AcquisitionCriterion _acquisition;
    private readonly SearchRegion _region;
    private readonly LbfgsSettings _settings;
    private readonly double[] _scales;
    private readonly double[] _point;
    private readonly double[] _vector;
    private readonly double[] _trial;
    private readonly bool[] _isActive;
    private readonly CandidateSet _jumps;
    private double[] _scores = [];

    public LocalSearch(UnitCube cube, AcquisitionCriterion acquisition, SearchRegion region, int iterations)
    {
        _cube = cube;
        _acquisition = acquisition;
        _region = region;
        _settings = new LbfgsSettings { MaximumIterations = iterations, GradientTolerance = 1e-4, RelativeDecrease = 1e-7, LargestStep = 1 };
        _scales = EffectiveLengths(acquisition.Hyperparameters);
        int dimensions = cube.Dimensions.Length;
        _point = new double[dimensions];
        _trial = new double[dimensions];
        _isActive = new bool[dimensions];
        _vector = new double[cube.Space.DimensionCount];
        _jumps = new CandidateSet(cube, region, 64);
    }

    /// <summary>Improves a draft in place.</summary>
    /// <param name="draft">The start, which must be allowed.</param>
    /// <param name="score">Its score.</param>
    /// <param name="random">Chooses among very long lists.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The improved score.</returns>
    public double Climb(Span<double> draft, double score, ref RandomStream random, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MaximumRounds; round++)
        {
            score = FollowGradient(draft, score, cancellationToken);
            if (!Jump(draft, ref score, ref random, cancellationToken))
            {
                break;
            }
        }

        return score;
    }

    private static bool IsExhaustive(CubeDimension dimension) => dimension.IsCategorical || dimension.Count <= ExhaustiveCount;

    // Where the joint and the additive part together change as fast as one Matern kernel of this length would.
    private static double[] EffectiveLengths(Hyperparameters parameters)
    {
        double additive = parameters.AdditiveVariance / parameters.Dimension;
        return
        [
            .. parameters.LengthScales.Zip(parameters.AdditiveLengthScales, (length, additiveLength) => Math.Sqrt(
                (parameters.SignalVariance + additive) / ((parameters.SignalVariance / (length * length)) + (additive / (additiveLength * additiveLength))))),
        ];
    }

    private double FollowGradient(Span<double> draft, double score, CancellationToken cancellationToken)
    {
        CandidateSet.TryComplete(_cube, _region, draft, _point, _vector);
        int[] free = FindFree(draft);
        if (free.Length == 0)
        {
            return score;
        }

        var function = new ScaledFunction(_acquisition, _point, free, _scales);
        double[] start = function.Scale(draft);
        double[] lower = function.Scale([.. _cube.Dimensions.Select(static dimension => dimension.Low)]);
        double[] upper = function.Scale([.. _cube.Dimensions.Select(static dimension => dimension.High)]);
        double[] end = [.. start];
        for (int i = 0; i < end.Length; i++)
        {
            end[i] = Math.Clamp(end[i], lower[i], upper[i]);
        }

        new ProjectedLbfgs(free.Length).Minimize(function, end, lower, upper, _settings, cancellationToken);

        // Snapping to values, a constraint or the region may forbid the end: then halfway back, and so on.
        double share = 1;
        for (int i = 0; i <= Bisections; i++, share /= 2)
        {
            draft.CopyTo(_trial);
            for (int j = 0; j < free.Length; j++)
            {
                int k = free[j];
                CubeDimension dimension = _cube.Dimensions[k];
                _trial[k] = dimension.Snap(Math.Clamp((start[j] + (share * (end[j] - start[j]))) * _scales[k], dimension.Low, dimension.High));
            }

            if (CandidateSet.TryComplete(_cube, _region, _trial, _point, _vector))
            {
                double reached = _acquisition.Evaluate(_point);
                if (reached > score)
                {
                    _trial.CopyTo(draft);
                    return reached;
                }

                return score;
            }
        }

        return score;
    }

    // Tries all single changes of discrete values at once and takes the best, again and again.
    private bool Jump(Span<double> draft, ref double score, ref RandomStream random, CancellationToken cancellationToken)
    {
        bool hasMoved = false;
        for (int jump = 0; jump < MaximumJumps; jump++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _jumps.Clear();
            CollectJumps(draft, ref random);
            if (_jumps.Count == 0)
            {
                break;
            }

            if (_scores.Length < _jumps.Count)
            {
                _scores = new double[2 * _jumps.Count];
            }

            _acquisition.Score(_jumps.Points, _scores);
            int best = 0;
            for (int i = 1; i < _jumps.Count; i++)
            {
                best = _scores[i] > _scores[best] ? i : best;
            }

            if (!(_scores[best] > score + SmallestGain))
            {
                break;
            }

            score = _scores[best];
            _jumps.Draft(best).CopyTo(draft);
            hasMoved = true;
        }

        return hasMoved;
    }

    private void CollectJumps(ReadOnlySpan<double> draft, ref RandomStream random)
    {
        FindActive(draft);
        for (int k = 0; k < draft.Length; k++)
        {
            CubeDimension dimension = _cube.Dimensions[k];
            if (dimension.Count is not { } count || _region.IsFixed(k) || !_isActive[k])
            {
                continue;
            }

            long current = dimension.IndexOf(draft[k]);
            if (!IsExhaustive(dimension))
            {
                for (long step = 1; step < count; step *= 2)
                {
                    AddJump(draft, k, current - step, count);
                    AddJump(draft, k, current + step, count);
                }
            }
            else if (count <= MostListed)
            {
                for (long index = 0; index < count; index++)
                {
                    AddJump(draft, k, index == current ? -1 : index, count);
                }
            }
            else
            {
                for (int i = 0; i < MostListed; i++)
                {
                    AddJump(draft, k, random.NextInteger(count), count);
                }
            }
        }
    }

    private void AddJump(ReadOnlySpan<double> draft, int dimension, long index, long count)
    {
        if (index >= 0 && index < count)
        {
            draft.CopyTo(_trial);
            _trial[dimension] = _cube.Dimensions[dimension].CoordinateOf(index);
            _jumps.TryAdd(_trial);
        }
    }

    // The numeric dimensions that are active, not fixed, and not looked at value by value.
    private int[] FindFree(ReadOnlySpan<double> draft)
    {
        FindActive(draft);
        var free = new List<int>();
        for (int k = 0; k < _cube.Numeric.Length; k++)
        {
            if (_isActive[k] && !_region.IsFixed(k) && !IsExhaustive(_cube.Dimensions[k]))
            {
                free.Add(k);
            }
        }

        return [.. free];
    }

    private void FindActive(ReadOnlySpan<double> draft)
    {
        if (_cube.IsConditional)
        {
            _cube.Decode(draft, _vector);
        }

        for (int k = 0; k < draft.Length; k++)
        {
            _isActive[k] = !_cube.IsConditional || !double.IsNaN(_vector[_cube.Dimensions[k].Parameter.Index]);
        }
    }

    /// <summary>The negative acquisition function of some coordinates, each in units of its length scale.</summary>
    private sealed class ScaledFunction(AcquisitionCriterion acquisition, ReadOnlySpan<double> point, int[] free, double[] scales) : IDifferentiableFunction
    {
        private readonly double[] _point = point.ToArray();
        private readonly double[] _gradient = new double[point.Length];

        public double[] Scale(ReadOnlySpan<double> coordinates)
        {
            var scaled = new double[free.Length];
            for (int i = 0; i < free.Length; i++)
            {
                scaled[i] = coordinates[free[i]] / scales[free[i]];
            }

            return scaled;
        }

        public double Evaluate(ReadOnlySpan<double> scaled)
        {
            for (int i = 0; i < free.Length; i++)
            {
                _point[free[i]] = scaled[i] * scales[free[i]];
            }

            return -acquisition.Evaluate(_point);
        }

        public void WriteGradient(Span<double> gradient)
        {
            acquisition.WriteGradient(_gradient);
            for (int i = 0; i < free.Length; i++)
            {
                gradient[i] = -_gradient[free[i]] * scales[free[i]];
            }
        }
    }
}
