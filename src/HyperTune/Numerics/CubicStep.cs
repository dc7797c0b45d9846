namespace HyperTune.Numerics;

/// <summary>The next length to try in a line search, from what is known at its start and at another length.</summary>
/// <remarks>Reference: J. Nocedal and S. Wright, "Numerical Optimization", 2nd edition, equations 3.57 to 3.59.</remarks>
internal static class CubicStep
{
    /// <summary>The minimum of the cubic through two values with their slopes; not a number where there is none.</summary>
    /// <param name="value">The value at length 0.</param>
    /// <param name="slope">The slope there; below 0.</param>
    /// <param name="length">The other length; above 0.</param>
    /// <param name="valueAt">The value there.</param>
    /// <param name="slopeAt">The slope there; where it is not a number, the parabola through what is known stands for the cubic.</param>
    public static double Minimum(double value, double slope, double length, double valueAt, double slopeAt)
    {
        if (double.IsNaN(slopeAt))
        {
            return -slope * length * length / (2 * (valueAt - value - (slope * length)));
        }

        // Equation 3.59 between 0 and the length.
        double first = slope + slopeAt + (3 * (value - valueAt) / length);
        double root = Math.Sqrt((first * first) - (slope * slopeAt));
        return length - (length * ((slopeAt + root - first) / (slopeAt - slope + (2 * root))));
    }
}
