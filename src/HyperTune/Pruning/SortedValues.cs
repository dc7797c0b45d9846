namespace HyperTune.Pruning;

/// <summary>Numbers in ascending order.</summary>
internal sealed class SortedValues
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double this[int index] => _values[index];

    public void Add(double value)
    {
        int place = _values.BinarySearch(value);
        _values.Insert(place < 0 ? ~place : place, value);
    }

    /// <summary>The value that the given share of the numbers lies below, by linear interpolation between neighbours.</summary>
    /// <param name="share">From 0, the smallest, to 1, the largest.</param>
    public double Quantile(double share)
    {
        double place = share * (_values.Count - 1);
        int below = (int)place;
        double low = _values[below];
        double high = _values[Math.Min(below + 1, _values.Count - 1)];

        // Equal neighbours may be infinite, and their difference then would be no number.
        if (low == high || place == below || double.IsInfinity(low))
        {
            return low;
        }

        // Of the largest numbers the difference overflows.
        double part = place - below;
        double distance = high - low;
        return double.IsInfinity(distance) && double.IsFinite(high) ? ((1 - part) * low) + (part * high) : low + (part * distance);
    }
}
