using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.CmaEs;

/// <summary>Draws points of the unit cube from a state, and finds the sample behind a trial.</summary>
/// <remarks>
/// <para>A <i>sample</i> has a number for each numeric coordinate: what the normal distribution gave, before discrete coordinates were rounded. A vector does
/// not say it, nor what was drawn for parameters that do not exist in it, but a trial's draws can be repeated, for they depend on its number and the state
/// alone. Where that gives another vector, because the trial came from an earlier state or from somebody else, its own values count, and for what
/// it does not have the repeated draw: selection does not look at it, so that it neither narrows nor moves the distribution.</para>
/// </remarks>
internal sealed class CmaSampler
{
    /// <summary>How many draws may break a constraint or repeat a trial before the search for another config goes on in another way.</summary>
    public const int MostDraws = 200;

    private readonly UnitCube _cube;
    private readonly ulong _seed;
    private readonly bool[] _hasMargin;
    private readonly OrthogonalDraws _firstDraws;
    private readonly double[] _normal;
    private readonly double[] _vector;
    private readonly double[] _sample;
    private readonly double[] _first;
    private readonly double[] _point;
    private readonly double[] _again;
    private readonly int _drawsOfTrial;

    public CmaSampler(UnitCube cube, ulong seed)
    {
        _cube = cube;
        _seed = seed;
        _hasMargin = [.. cube.Numeric.Select(CmaMargin.Holds)];
        _drawsOfTrial = cube.Space.HasConstraints || cube.CanRepeat ? MostDraws : 1;
        _firstDraws = new OrthogonalDraws(RandomStream.Mix(seed), cube.Numeric.Length);
        _normal = new double[cube.Numeric.Length];
        _vector = new double[cube.Space.DimensionCount];
        _sample = new double[cube.Numeric.Length];
        _first = new double[cube.Numeric.Length];
        _point = new double[cube.Dimensions.Length];
        _again = new double[cube.Dimensions.Length];
    }

    /// <summary>The source of a trial's draws.</summary>
    public RandomStream StreamOf(int trialNumber) => new(_seed, (ulong)trialNumber);

    /// <summary>Draws a point.</summary>
    /// <param name="state">Where from.</param>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="draw">How many draws for the trial were refused before.</param>
    /// <param name="random">The source of randomness.</param>
    /// <param name="sample">Receives the sample.</param>
    /// <param name="point">Receives the point, in which every coordinate has a value.</param>
    public void Draw(CmaState state, int trialNumber, int draw, ref RandomStream random, Span<double> sample, Span<double> point)
    {
        if (state.Gaussian is { } gaussian)
        {
            if (draw == 0)
            {
                _firstDraws.Fill(trialNumber, state.Regime.Population, _normal);
                gaussian.Sample(_normal, sample);
            }
            else
            {
                gaussian.Sample(ref random, sample);
            }

            Place(gaussian, state.Scales, sample, point);
        }

        for (int row = 0; row < _cube.Categorical.Length; row++)
        {
            point[_cube.Categorical[row].Index] = state.Categories!.Sample(row, ref random);
        }
    }

    /// <summary>Finds the sample behind a trial.</summary>
    /// <param name="state">The state from which the trial was drawn, if it was.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="sample">Receives the sample.</param>
    /// <returns>Whether the trial was drawn from the state.</returns>
    public bool Recall(CmaState state, RankedTrial trial, Span<double> sample)
    {
        if (WasDrawn(state, trial))
        {
            _sample.CopyTo(sample);
            return true;
        }

        for (int j = 0; j < sample.Length; j++)
        {
            sample[j] = Read(state, j, trial.Point[j], _first[j]);
        }

        return false;
    }

    /// <summary>Whether a trial was drawn from a state.</summary>
    public bool WasDrawn(CmaState state, RankedTrial trial)
    {
        RandomStream random = StreamOf(trial.Number);
        for (int draw = 0; draw < _drawsOfTrial; draw++)
        {
            Draw(state, trial.Number, draw, ref random, _sample, _point);
            if (draw == 0)
            {
                _sample.CopyTo(_first, 0);
            }

            _cube.Decode(_point, _vector);
            _cube.Encode(_vector, _again);
            if (AreSame(_again, trial.Point))
            {
                return true;
            }
        }

        return false;
    }

    // Numbers beyond an end become that end, for good configs are often there.
    private void Place(CmaGaussian gaussian, double[] scales, Span<double> sample, Span<double> point)
    {
        for (int j = 0; j < sample.Length; j++)
        {
            CubeDimension dimension = _cube.Numeric[j];
            if (_hasMargin[j])
            {
                point[j] = Math.Clamp(gaussian.Mean[j] + (scales[j] * (sample[j] - gaussian.Mean[j])), dimension.Low, dimension.High);
            }
            else
            {
                point[j] = sample[j] = Math.Clamp(sample[j], dimension.Low, dimension.High);
            }
        }
    }

    // Of all samples that become the value, the one nearest to the draw.
    private double Read(CmaState state, int coordinate, double place, double drawn)
    {
        if (double.IsNaN(place))
        {
            return drawn;
        }

        CubeDimension dimension = _cube.Numeric[coordinate];
        if (!_hasMargin[coordinate])
        {
            return place;
        }

        double mean = state.Gaussian!.Mean[coordinate];
        double scale = state.Scales[coordinate];
        (double begin, double end) = dimension.CellAt(place);
        double low = begin > 0 ? begin : double.NegativeInfinity;
        double high = end < 1 ? end : double.PositiveInfinity;
        return mean + ((Math.Clamp(mean + (scale * (drawn - mean)), low, high) - mean) / scale);
    }

    private static bool AreSame(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (!a[i].Equals(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
