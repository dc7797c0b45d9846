using System.Runtime.InteropServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>The kernels of a mixture along one numeric dimension in ascending order, the prior among them, kept sorted while kernels come and go.</summary>
internal sealed class SortedKernels(CubeDimension dimension)
{
    /// <summary>Stands for the prior.</summary>
    public const int Prior = -1;

    private readonly List<int> _slots = [];

    public CubeDimension Dimension => dimension;

    public int Count => _slots.Count;

    public int this[int place] => _slots[place];

    /// <summary>Starts anew with the prior and the given trials.</summary>
    /// <returns>The means in ascending order.</returns>
    public double[] Reset(TpeHistory history, IReadOnlyCollection<int> slots)
    {
        _slots.Clear();
        _slots.Capacity = Math.Max(_slots.Capacity, slots.Count + 1);
        _slots.Add(Prior);
        _slots.AddRange(slots);
        var means = new double[_slots.Count];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = Mean(history, _slots[i]);
        }

        MeanOrder.Sort(means, CollectionsMarshal.AsSpan(_slots));
        return means;
    }

    /// <summary>Adds a trial and returns its place.</summary>
    public int Insert(TpeHistory history, int slot)
    {
        int place = ~Find(history, slot);
        ListGrowth.Insert(_slots, place, slot);
        return place;
    }

    /// <summary>Removes a trial and returns the place where it was.</summary>
    public int Remove(TpeHistory history, int slot)
    {
        int place = Find(history, slot);
        _slots.RemoveAt(place);
        return place;
    }

    /// <summary>The mean at a place.</summary>
    public double MeanAt(TpeHistory history, int place) => Mean(history, _slots[place]);

    /// <summary>The bandwidth at a place.</summary>
    public double BandwidthAt(TpeHistory history, int place, Bandwidth rule)
    {
        double mean = Mean(history, _slots[place]);
        double left = place > 0 ? Mean(history, _slots[place - 1]) : mean;
        double right = place + 1 < _slots.Count ? Mean(history, _slots[place + 1]) : mean;
        return rule.Of(left, mean, right);
    }

    private int Find(TpeHistory history, int slot)
    {
        int low = 0;
        int high = _slots.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int comparison = Compare(history, _slots[middle], slot);
            if (comparison == 0)
            {
                return middle;
            }

            if (comparison < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    // Among equal coordinates the prior comes first, then the earlier trial, so that the order is the same whatever the order of insertion.
    private int Compare(TpeHistory history, int a, int b)
    {
        int comparison = Mean(history, a).CompareTo(Mean(history, b));
        return comparison != 0 ? comparison : a.CompareTo(b);
    }

    private double Mean(TpeHistory history, int slot) => slot == Prior ? TpePrior.Mean : history.Point(slot)[dimension.Index];
}
