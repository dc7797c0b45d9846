namespace HyperTune.Spaces.Distributions;

/// <summary>
/// The parts of the unit interval that the whole numbers of a range own under a bell curve: their probabilities, but none is so small that a place in
/// the interval could not tell it from its neighbours.
/// </summary>
/// <remarks>
/// With F the share below, number i of n from the low end begins at max(F, i d), and at most at 1 - (n - i) d, where d is the smallest width. That
/// changes F by n d at most, far out in the tails, and leaves it alone everywhere else.
/// </remarks>
/// <param name="low">The smallest number.</param>
/// <param name="high">The largest number.</param>
/// <param name="shareBelow">Which share of the distribution lies below a value.</param>
/// <param name="quantile">About the value below which a share lies.</param>
internal sealed class IntegerCells(double low, double high, Func<double, double> shareBelow, Func<double, double> quantile)
{
    // Eight neighbours of 1; in a range so wide that this would add up to something, a thousandth of the interval in all.
    private const double SmallestWidth = 1.0 / (1L << 50);
    private const double LargestSum = 1.0 / (1L << 10);

    private readonly double _count = high - low + 1;
    private readonly double _smallest = Math.Min(SmallestWidth, LargestSum / (high - low + 1));

    /// <summary>The place inside of the cell of a number.</summary>
    public double ToUnit(double value)
    {
        double number = Math.Clamp(value, low, high);
        (double begin, double end) = CellOf(number);
        double share = shareBelow(number);
        return share > begin && share < end ? share : begin + ((end - begin) / 2);
    }

    /// <summary>The number that owns a place.</summary>
    public double FromUnit(double unit)
    {
        if (unit <= 0 || unit >= 1)
        {
            return unit <= 0 ? low : high;
        }

        double guess = Math.Clamp(Math.Round(quantile(unit)), low, high);
        (double begin, double end) = CellOf(guess);
        return begin <= unit && unit < end ? guess : low + Find(unit);
    }

    /// <summary>The cell of a number.</summary>
    public (double Begin, double End) CellOf(double value)
    {
        double index = Math.Round(value) - low;
        return (Begin(index), Begin(index + 1));
    }

    private double Begin(double index)
    {
        if (index <= 0 || index >= _count)
        {
            return index <= 0 ? 0 : 1;
        }

        return Math.Min(Math.Max(shareBelow(low + index - 0.5), index * _smallest), 1 - ((_count - index) * _smallest));
    }

    // The last number whose cell begins at or before the place.
    private double Find(double unit)
    {
        double first = 0;
        double last = _count - 1;
        while (first < last)
        {
            double middle = Math.Ceiling((first + last) / 2);
            if (Begin(middle) <= unit)
            {
                first = middle;
            }
            else
            {
                last = middle - 1;
            }
        }

        return first;
    }
}
