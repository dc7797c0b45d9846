using System.ComponentModel;
using HyperTune.Spaces.Distributions;

namespace HyperTune.CompilerServices;

/// <summary>Draws from ranges of which an end depends on another parameter. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BoundedDraw
{
    /// <summary>The value at a place of the part of a distribution that is not above a limit.</summary>
    /// <param name="distribution">The whole distribution.</param>
    /// <param name="unit">The place, in [0, 1].</param>
    /// <param name="limit">The limit; NaN for none.</param>
    public static double NotAbove(Distribution distribution, double unit, double limit) => RangeWindow.UpTo(distribution, limit).FromUnit(unit);

    /// <summary>The value at a place of the part of a distribution that is not below a limit.</summary>
    /// <inheritdoc cref="NotAbove"/>
    public static double NotBelow(Distribution distribution, double unit, double limit) => RangeWindow.From(distribution, limit).FromUnit(unit);
}
