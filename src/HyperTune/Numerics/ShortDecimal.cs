using System;
using System.Globalization;

namespace HyperTune.Numerics;

/// <summary>Turns computed numbers into the ones that a human would write. Compiled into the runtime and into the generator.</summary>
internal static class ShortDecimal
{
    // With more digits nearly every number has a decimal within its rounding error, and none is what somebody would write.
    private const int MostDigits = 12;

    /// <summary>The decimal number with the fewest digits, at most 12, that is as near as asked for; the number itself where there is none.</summary>
    /// <param name="value">The number; finite.</param>
    /// <param name="tolerance">How far away the decimal may be.</param>
    public static double Nearest(double value, double tolerance)
    {
        if (Math.Abs(value) <= tolerance)
        {
            return 0;
        }

        for (int digits = 1; digits <= MostDigits; digits++)
        {
            string text = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
            double candidate = double.Parse(text, CultureInfo.InvariantCulture);
            if (Math.Abs(candidate - value) <= tolerance)
            {
                return candidate;
            }
        }

        return value;
    }
}
