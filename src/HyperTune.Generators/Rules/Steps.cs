using System;
using HyperTune.Generators.Declarations;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Rules;

/// <summary>The values of grids low, low + step, ... as messages and fixes write them.</summary>
internal static class Steps
{
    /// <summary>The largest value of the grid that is not above <paramref name="high"/>.</summary>
    public static double Below(double low, double high, double step) => Value(low, step, Math.Floor(StepArithmetic.Between(low, high, step)));

    /// <summary>Whether the grid holds a value of at least <paramref name="low"/>, or one that the type holds as the same number.</summary>
    public static bool Contains(double low, double step, double value, ValueKind kind)
        => kind is ValueKind.Single or ValueKind.Half
            ? ConstantConversion.Hold(kind, Value(low, step, Math.Round(StepArithmetic.Between(low, value, step)))) == ConstantConversion.Hold(kind, value)
            : StepArithmetic.IsWhole(low, value, step);

    /// <summary>The grid's value nearest to <paramref name="value"/>, which lies between the ends.</summary>
    public static double Nearest(double low, double high, double step, double value)
        => Math.Min(high, Value(low, step, Math.Round(StepArithmetic.Between(low, value, step))));

    /// <summary>The value so many steps above the low end.</summary>
    public static double Value(double low, double step, double count) => count == 0 ? low : NumberText.WithoutRoundingError(low + (count * step));
}
