namespace HyperTune.Models.Surrogates;

/// <summary>
/// Brings values that are astronomically worse than the good ones, as those of a diverged loss are, near enough for a model to see the others.
/// </summary>
/// <remarks>
/// A model in double precision with its least noise tells values apart down to about a thousandth of their spread. A single loss of 1e30 makes all
/// losses of about 1 equal to it, and from 1e163 on their squares are 0. Such a value says no more than "much worse", which it goes on to say.
/// </remarks>
internal static class DivergedValues
{
    // So many times the size and the spread of the good ones: no objective does that but by an accident.
    private const double Gap = 1e12;

    // Next to rounding errors of zero, which is what the smallest values of an objective can be, all others are astronomical; ordinary ones have not diverged.
    private const double LargestOrdinary = 1e6;

    // Fewer good values are no spread to go by.
    private const int FewestGood = 5;

    // Where there are too few good values to tell, as far as squares can be computed.
    private const double GapOfFew = 1e140;

    /// <summary>The largest value to go on with; positive infinity where none is that far away.</summary>
    /// <param name="values">The values, smaller is better; finite.</param>
    public static double Limit(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        for (int last = 0; last < sorted.Length - 1; last++)
        {
            // All halved, because a difference of the largest numbers overflows.
            double spread = (sorted[last] / 2) - (sorted[0] / 2);
            double next = (sorted[last + 1] / 2) - (sorted[0] / 2);
            double scale = Math.Max(spread, Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[last])) / 2);
            bool isSure = last + 1 >= FewestGood;
            if (spread > 0 && next > Math.Max((isSure ? Gap : GapOfFew) * scale, LargestOrdinary / 2))
            {
                // Twice as far from the best as the worst of the good ones; with few of these only as near as must be.
                return sorted[last] + (isSure ? 2 * spread : GapOfFew * scale);
            }
        }

        return double.PositiveInfinity;
    }
}
