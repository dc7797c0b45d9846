using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// Keeps suggestions off plateaus: where trials apart from each other have exactly the same value, as on coarse or rounded objectives, a point nearer
/// to an earlier trial than plateaus are wide would only repeat it. Objectives without equal values are not affected.
/// </summary>
internal sealed class PlateauGuard
{
    // Each trial is compared with this many earlier ones of its value at most, so that objectives with few different values stay cheap.
    private const int Reach = 8;

    // A histogram instead of the distances themselves: constant memory, and the same in whatever order trials are told.
    private const int BinsPerUnit = 1000;

    // Whether equal trials are each other's nearest is looked up for the best so many, among so many of the latest.
    private const int MostConfirmed = 32;
    private const int MostCompared = 512;

    // Of very many trials, the best and the latest so many tell whether there are plateaus and whether a point lies on one.
    private const int MostLookedAt = 8192;

    private readonly UnitCube _cube;
    private readonly TpeSettings _settings;
    private readonly TpeHistory _history;
    private readonly int[][] _histograms;
    private readonly double[] _widths;
    private int _pairs;
    private bool _mustRebuild;
    private bool _widthsAreStale;
    private bool _nearestAreEqual;
    private int _nearestLookedUpAt = -1;

    public PlateauGuard(UnitCube cube, TpeSettings settings, TpeHistory history)
    {
        _cube = cube;
        _settings = settings;
        _history = history;
        _histograms = [.. cube.Numeric.Select(_ => new int[(int)Math.Ceiling(settings.PlateauReach * BinsPerUnit) + 1])];
        _widths = new double[cube.Numeric.Length];
    }

    /// <summary>Takes in a finished trial.</summary>
    /// <param name="place">Its place in the ranking as <see cref="TpeHistory.Finish"/> gave it.</param>
    public void Add(int place)
    {
        _nearestLookedUpAt = -1;
        if (place < 0 || _mustRebuild)
        {
            _mustRebuild = true;
            return;
        }

        for (int distance = 1; distance <= Reach && AreEqual(place - distance, place); distance++)
        {
            Count(place - distance, place, 1);
        }

        // Told late: those behind it see this one instead of the farthest they saw before.
        for (int distance = 1; distance <= Reach && AreEqual(place, place + distance); distance++)
        {
            Count(place, place + distance, 1);
            int lost = place + distance - Reach - 1;
            if (AreEqual(lost, place))
            {
                Count(lost, place + distance, -1);
            }
        }
    }

    /// <summary>Whether a point is farther from every earlier trial than plateaus are wide, or on another branch.</summary>
    public bool Allows(ReadOnlySpan<double> point)
    {
        Refresh();
        if (_pairs < _settings.PlateauPairs || !NearestAreEqual())
        {
            return true;
        }

        for (int slot = Math.Max(0, _history.Count - MostLookedAt); slot < _history.Count; slot++)
        {
            if (IsWithin(_history.Point(slot), point))
            {
                return false;
            }
        }

        return true;
    }

    // Equal values also come from symmetry, far from each other and with others in between. On a plateau the nearest trial is an equal one.
    private bool NearestAreEqual()
    {
        if (_nearestLookedUpAt != _history.Count)
        {
            _nearestLookedUpAt = _history.Count;
            _nearestAreEqual = LookUpNearest();
        }

        return _nearestAreEqual;
    }

    private bool LookUpNearest()
    {
        int tied = 0;
        int confirmed = 0;
        int last = Math.Min(_history.Ranking.Count, MostLookedAt);
        for (int place = 0; place < last && tied < MostConfirmed; place++)
        {
            if (AreEqual(place - 1, place) || AreEqual(place, place + 1))
            {
                tied++;
                confirmed += NearestIsEqual(_history.Ranking[place]) ? 1 : 0;
            }
        }

        return confirmed >= _settings.PlateauNearest * tied;
    }

    private bool NearestIsEqual(int slot)
    {
        ReadOnlySpan<double> point = _history.Point(slot);
        double smallest = double.PositiveInfinity;
        bool isEqual = false;
        for (int other = Math.Max(0, _history.Count - MostCompared); other < _history.Count; other++)
        {
            if (other == slot || !_history[other].IsFeasible)
            {
                continue;
            }

            double distance = ScaledDistance(point, _history.Point(other), smallest);
            if (distance < smallest && _cube.AreOnSameBranch(point, _history.Point(other)))
            {
                smallest = distance;
                isEqual = _history[other].Value == _history[slot].Value;
            }
        }

        return isEqual;
    }

    private double ScaledDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double limit)
    {
        double largest = 0;
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            double distance = Math.Abs(a[dimension.Index] - b[dimension.Index]) / Math.Max(_widths[dimension.Row], 1.0 / BinsPerUnit);
            largest = distance > largest ? distance : largest;
            if (largest >= limit)
            {
                break;
            }
        }

        return largest;
    }

    private void Refresh()
    {
        if (_mustRebuild)
        {
            _mustRebuild = false;
            Rebuild();
        }

        if (_widthsAreStale)
        {
            _widthsAreStale = false;
            for (int row = 0; row < _widths.Length; row++)
            {
                _widths[row] = _settings.PlateauMargin * Quantile(_histograms[row]);
            }
        }
    }

    private void Rebuild()
    {
        Array.ForEach(_histograms, static histogram => histogram.AsSpan().Clear());
        _pairs = 0;
        for (int place = 0; place < _history.Ranking.Count; place++)
        {
            for (int distance = 1; distance <= Reach && AreEqual(place - distance, place); distance++)
            {
                Count(place - distance, place, 1);
            }
        }
    }

    private bool AreEqual(int place, int other)
    {
        if (place < 0 || other >= _history.Ranking.Count)
        {
            return false;
        }

        TrialStanding a = _history[_history.Ranking[place]];
        TrialStanding b = _history[_history.Ranking[other]];
        return a.IsFeasible && b.IsFeasible && a.Value == b.Value;
    }

    private void Count(int place, int other, int sign)
    {
        ReadOnlySpan<double> a = _history.Point(_history.Ranking[place]);
        ReadOnlySpan<double> b = _history.Point(_history.Ranking[other]);
        double largest = LargestDistance(a, b);

        // The same config twice says nothing about the width of plateaus.
        if (largest is 0 || largest > _settings.PlateauReach || !_cube.AreOnSameBranch(a, b))
        {
            return;
        }

        _pairs += sign;
        _widthsAreStale = true;
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            double distance = Math.Abs(a[dimension.Index] - b[dimension.Index]);
            if (!double.IsNaN(distance))
            {
                _histograms[dimension.Row][(int)(distance * BinsPerUnit)] += sign;
            }
        }
    }

    private double LargestDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double largest = 0;
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            double distance = Math.Abs(a[dimension.Index] - b[dimension.Index]);
            largest = distance > largest ? distance : largest;
        }

        return largest;
    }

    private bool IsWithin(ReadOnlySpan<double> trial, ReadOnlySpan<double> point)
    {
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            if (Math.Abs(trial[dimension.Index] - point[dimension.Index]) > _widths[dimension.Row])
            {
                return false;
            }
        }

        return _cube.AreOnSameBranch(trial, point);
    }

    // The upper end of the bin in which the quantile lies; 0 for a dimension without pairs, where only equal coordinates are near.
    private double Quantile(int[] histogram)
    {
        int total = histogram.Sum();
        int wanted = (int)Math.Ceiling(_settings.PlateauQuantile * total);
        int sum = 0;
        for (int bin = 0; bin < histogram.Length && total > 0; bin++)
        {
            sum += histogram[bin];
            if (sum >= wanted)
            {
                return (bin + 1.0) / BinsPerUnit;
            }
        }

        return 0;
    }
}
