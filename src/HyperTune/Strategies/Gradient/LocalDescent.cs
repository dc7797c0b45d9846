using HyperTune.Numerics;

namespace HyperTune.Strategies.Gradient;

/// <summary>The steps of a local run: those of a quasi-Newton method while values and derivatives agree, averaged ones where they do not.</summary>
/// <remarks>Each method yields what it wants tried, and goes on when the results are in the request.</remarks>
internal sealed partial class LocalDescent
{
    private const int RememberedSteps = 10;

    // Predicted or found decreases below this share of what there is to be had end the run.
    private const double SmallestDecrease = 1e-8;

    // What was gained so far counts as a part of that, so that a loss of 0 at the minimum is no reason to go on for ever.
    private const double GainShare = 1e-4;

    // Of the range, for a first step without curvature, and for any step.
    private const double LargestFirstStep = 0.1;
    private const double LargestStep = 0.5;

    private readonly LocalSpace _space;
    private readonly GradientOptions _options;
    private readonly LocalRequest _request;
    private readonly CurvaturePairs _pairs = new(RememberedSteps);
    private readonly bool[] _isFree;
    private LocalPoint _current;

    public LocalDescent(LocalSpace space, GradientOptions options, in KnownTrial start, LocalRequest request)
    {
        _space = space;
        _options = options;
        _request = request;
        _isFree = new bool[space.Count];
        _current = Best = PointOf(start);
    }

    public LocalPoint Best { get; private set; }

    public bool UsedDifferences { get; private set; }

    public bool IsNoisy { get; private set; }

    /// <summary>Lets go of what only further steps need.</summary>
    public void Forget()
    {
        _pairs.Clear();
        _request.For();
    }

    public IEnumerable<LocalRequest> Run()
    {
        IsNoisy = _options.Quality == GradientQuality.Noisy;
        foreach (LocalRequest request in Differentiate(_current))
        {
            yield return request;
        }

        if (!IsNoisy)
        {
            foreach (LocalRequest request in Descend())
            {
                yield return request;
            }
        }

        if (IsNoisy)
        {
            foreach (LocalRequest request in Average())
            {
                yield return request;
            }
        }
    }

    private IEnumerable<LocalRequest> Descend()
    {
        double first = _current.Value;
        int stalls = 0;
        while (FindFree())
        {
            double[] direction = _pairs.Direction(_current.Gradient, _isFree);
            double slope = _current.Slope(direction);
            double scale = SmallestDecrease * (Math.Abs(_current.Value) + (GainShare * (first - _current.Value)));
            if (!(slope < 0) || (_pairs.Count > 0 && -slope <= scale))
            {
                yield break;
            }

            LocalPoint before = _current;
            foreach (LocalRequest request in Search(direction, slope, FirstLength(direction)))
            {
                yield return request;
            }

            if (ReferenceEquals(_current, before))
            {
                if (_pairs.Count == 0 || IsNoisy)
                {
                    yield break;
                }

                // The curvature misleads: once more along the steepest descent.
                _pairs.Clear();
                continue;
            }

            _pairs.Add(Difference(_current.Point, before.Point), Difference(_current.Gradient, before.Gradient));
            stalls = before.Value - _current.Value <= scale ? stalls + 1 : 0;
            if (stalls == 2)
            {
                yield break;
            }
        }
    }

    // Coordinates at an end of their range where the derivative points outwards stay, and so do those of which no derivative is known.
    private bool FindFree()
    {
        bool isAny = false;
        for (int i = 0; i < _isFree.Length; i++)
        {
            double derivative = _current.Gradient[i];
            double place = _current.Point[i];
            _isFree[i] = derivative != 0 && double.IsFinite(derivative)
                && !((place <= _space.Low(i) && derivative > 0) || (place >= _space.High(i) && derivative < 0));
            isAny |= _isFree[i];
        }

        return isAny;
    }

    private double FirstLength(double[] direction)
    {
        double largest = direction.Max(Math.Abs);
        return _pairs.Count > 0 ? Math.Min(1, LargestStep / largest) : Math.Min(1 / direction.Sum(Math.Abs), LargestFirstStep / largest);
    }

    private LocalPoint PointOf(in KnownTrial trial)
        => new(trial.Vector, _space.Read(trial.Vector.Span), trial.Value, _space.ReadGradient(trial.Gradient.Span));

    private void Accept(LocalPoint point)
    {
        _current = point;
        Best = point.Value < Best.Value ? point : Best;
    }

    private static double[] Difference(double[] left, double[] right)
    {
        double[] difference = new double[left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            // Of a derivative that is not known at one of the places nothing is known about the curvature.
            difference[i] = left[i] - right[i] is var distance && double.IsNaN(distance) ? 0 : distance;
        }

        return difference;
    }

    // Forward differences for what is missing, backward ones where forward is out of the range or refused.
    private IEnumerable<LocalRequest> Differentiate(LocalPoint point)
    {
        if (_options.Missing == MissingDerivatives.Fix)
        {
            yield break;
        }

        int[] missing = [.. Enumerable.Range(0, _space.Count).Where(i => double.IsNaN(point.Gradient[i]))];
        (int Coordinate, double[] Vector)[] probes = [.. missing.Select(i => (i, Probe(point, i))).OfType<(int, double[])>()];
        if (probes.Length == 0)
        {
            yield break;
        }

        UsedDifferences = true;
        yield return _request.For([.. probes.Select(static probe => probe.Vector)]);
        for (int i = 0; i < probes.Length; i++)
        {
            KnownTrial trial = _request.Results[i];
            double distance = _space.Read(trial.Vector.Span)[probes[i].Coordinate] - point.Point[probes[i].Coordinate];
            double derivative = (trial.Value - point.Value) / distance;
            point.Gradient[probes[i].Coordinate] = double.IsFinite(derivative) ? derivative : double.NaN;
        }
    }

    private double[]? Probe(LocalPoint point, int coordinate)
    {
        foreach (int sign in (ReadOnlySpan<int>)(point.Point[coordinate] + _options.DifferenceStep <= _space.High(coordinate) ? [1, -1] : [-1, 1]))
        {
            double[] moved = [.. point.Point];
            moved[coordinate] += sign * _options.DifferenceStep;
            if (_space.Write(moved) is { } vector && !point.Vector.Span.SequenceEqual(vector))
            {
                return vector;
            }
        }

        return null;
    }
}
