using HyperTune.Generators.Declarations;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Rules;

/// <summary>Why a constant is none of the values that a parameter can have.</summary>
/// <param name="Problem">The reason, to follow the value's name in a sentence.</param>
/// <param name="Nearest">The nearest value that can be drawn, where there is one.</param>
internal readonly record struct Misfit(string Problem, double? Nearest)
{
    /// <summary>Compares a constant of the parameter's type with a distribution that is itself in order; null where it can be drawn.</summary>
    public static Misfit? Find(ParameterDeclaration parameter, DistributionDeclaration distribution, object constant)
    {
        ConstantValue? value = ConstantConversion.Convert(parameter.Kind, constant);
        // Of the constants that compile, only infinity and NaN cannot be converted.
        if (value is null && constant is not (double or float))
        {
            return null;
        }

        if (distribution.IsList)
        {
            return value is { } listed && ChoiceRules.AllowedValues(parameter, distribution).Contains(listed)
                ? null
                : new Misfit(distribution.Values.IsEmpty ? $"is no member of the enum '{parameter.TypeName}'" : $"is not among the values listed: {ChoiceRules.ListedText(distribution)}", null);
        }

        return value?.ToNumber() is { } number ? FindOutside(parameter, distribution, number) : new Misfit(Outside(distribution), null);
    }

    private static Misfit? FindOutside(ParameterDeclaration parameter, DistributionDeclaration distribution, double number)
    {
        double low = Low(distribution);
        double high = High(distribution);
        if (parameter.Kind.Hold(number) < parameter.Kind.Hold(low) || parameter.Kind.Hold(number) > parameter.Kind.Hold(high))
        {
            double end = number < low ? low : high;
            return new Misfit(Outside(distribution), double.IsInfinity(end) ? null : end);
        }

        if (distribution.Step is not { } step)
        {
            return null;
        }

        // As the runtime finds the vector value of what a config holds.
        var grid = new StepSequence(low, high, step);
        double nearest = grid.Snap(number);
        if (grid.Contains(number) || parameter.Kind.Hold(nearest) == parameter.Kind.Hold(number))
        {
            return null;
        }

        return new Misfit($"is not on the grid from {NumberText.Of(low)} in steps of {NumberText.Of(step)}; the nearest value is {NumberText.Of(nearest)}", nearest);
    }

    /// <summary>The smallest value of a range.</summary>
    public static double Low(DistributionDeclaration distribution)
        => distribution.Low ?? (distribution.Kind == DistributionKind.LogNormal ? 0 : double.NegativeInfinity);

    /// <summary>The largest value of a range.</summary>
    public static double High(DistributionDeclaration distribution) => distribution.High ?? double.PositiveInfinity;

    private static string Outside(DistributionDeclaration distribution)
        => $"is outside the range from {NumberText.Of(Low(distribution))} to {NumberText.Of(High(distribution))}";
}
