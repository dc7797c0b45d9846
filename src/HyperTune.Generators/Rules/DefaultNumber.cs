using System;
using HyperTune.Generators.Declarations;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Rules;

/// <summary>The default of a parameter over a range as a number, as far as the compiler knows it; seconds for a TimeSpan.</summary>
internal static class DefaultNumber
{
    /// <summary>What an initializer says; null where there is none, or none that is known.</summary>
    public static double? Stated(ParameterDeclaration parameter)
        => ConstantConversion.ToNumber(parameter.Kind, parameter.Default.Seconds ?? parameter.Default.Constant.Value);

    /// <summary>What an initializer says or, without one, zero, the middle of the range or the end that a bound leaves; null where that is not known.</summary>
    public static double? Of(ParameterDeclaration parameter)
    {
        if (parameter.Default is { Exists: true } stated && stated is not { Seconds: null, Constant: { HasValue: true, Value: null } })
        {
            return Stated(parameter);
        }

        DistributionDeclaration distribution = parameter.Distributions[0];
        if (!parameter.Bounds.IsEmpty)
        {
            return End(parameter);
        }

        if (!parameter.IsNullable && Misfit.Find(parameter, distribution, 0) is null)
        {
            return 0;
        }

        return (distribution.Kind, distribution.Spacing(parameter.Kind)) switch
        {
            (DistributionKind.Uniform, 0) => (distribution.Low!.Value * 0.5) + (distribution.High!.Value * 0.5),
            (DistributionKind.Uniform, var step) => new StepSequence(distribution.Low!.Value, distribution.High!.Value, step).FromUnit(0.5),
            (DistributionKind.LogUniform, 0) => Math.Sqrt(distribution.Low!.Value) * Math.Sqrt(distribution.High!.Value),
            _ => null,
        };
    }

    /// <summary>The end of a range that a bound always leaves: the default where there is no initializer.</summary>
    public static double End(ParameterDeclaration parameter)
        => parameter.Bounds[0].IsUpper ? Misfit.Low(parameter.Distributions[0]) : Misfit.High(parameter.Distributions[0]);
}
