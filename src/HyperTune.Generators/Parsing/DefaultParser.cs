using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Generators.Rules;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the default of a parameter.</summary>
internal static class DefaultParser
{
    public static DefaultModel Parse(ParameterDeclaration parameter, DistributionModel distribution)
    {
        if (!parameter.Default.Exists)
        {
            return Unstated(parameter, distribution);
        }

        if (parameter.Default is { Seconds: null, Constant: { HasValue: true, Value: null } })
        {
            // "= null!" only silences the compiler where null is no value of the parameter.
            return distribution.Values.Any(static value => value.Literal == ConstantParser.Null)
                ? new DefaultModel(DefaultKind.Constant, ConstantParser.Null, ConstantParser.Null)
                : Unstated(parameter, distribution);
        }

        object? known = parameter.Default.Seconds ?? parameter.Default.Constant.Value;
        if (ConstantConversion.Convert(parameter.Kind, known) is not { } converted)
        {
            return new DefaultModel(DefaultKind.Expression, Literal: null, Text: null);
        }

        ListedValue constant = ConstantParser.Write(converted, parameter.UnderlyingType);
        return new DefaultModel(DefaultKind.Constant, constant.Literal, constant.Label);
    }

    /// <summary>
    /// The default of a parameter without an initializer: what the language gives it, where that can be drawn, so that a config created without one is the
    /// default; else the middle of the range or the first of the list.
    /// </summary>
    public static DefaultModel Unstated(ParameterDeclaration parameter, DistributionModel distribution)
    {
        if (parameter.IsNullable || parameter.Kind == ValueKind.String)
        {
            return parameter.IsNullable && distribution.Values.Any(static value => value.Literal == ConstantParser.Null)
                ? new DefaultModel(DefaultKind.Constant, ConstantParser.Null, ConstantParser.Null)
                : Middle(parameter, distribution);
        }

        object own = parameter.Kind switch
        {
            ValueKind.Boolean => false,
            ValueKind.Char => '\0',
            _ => 0,
        };
        if (Misfit.Find(parameter, parameter.Distributions[0], own) is not null)
        {
            return Middle(parameter, distribution);
        }

        ListedValue value = ConstantParser.Write(ConstantConversion.Convert(parameter.Kind, own)!.Value, parameter.UnderlyingType);
        return new DefaultModel(DefaultKind.Constant, value.Literal, value.Label);
    }

    private static DefaultModel Middle(ParameterDeclaration parameter, DistributionModel distribution)
    {
        DistributionDeclaration declaration = parameter.Distributions[0];
        string text = declaration.Kind switch
        {
            DistributionKind.Choice or DistributionKind.Ordinal => distribution.Values[0].Label,
            DistributionKind.Uniform => UniformMiddle(declaration.Low!.Value, declaration.High!.Value, DistributionParser.StepOf(parameter)),
            DistributionKind.LogUniform => LogUniformMiddle(declaration.Low!.Value, declaration.High!.Value, parameter.Kind.IsInteger()),
            _ => "the median",
        };
        return new DefaultModel(DefaultKind.Middle, Literal: null, text);
    }

    private static string UniformMiddle(double low, double high, double step)
    {
        if (step == 0)
        {
            return Literals.Text((low * 0.5) + (high * 0.5));
        }

        double value = low + (Math.Floor(StepArithmetic.Count(low, high, step) * 0.5) * step);
        // Fifteen digits, so that 0.1 + 0.2 reads 0.3.
        return Literals.Text(double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private static string LogUniformMiddle(double low, double high, bool isInteger)
    {
        double margin = isInteger ? 0.5 : 0;
        double middle = Math.Exp((Math.Log(low - margin) + Math.Log(high + margin)) / 2);
        return isInteger ? Literals.Text(Math.Round(middle)) : "about " + middle.ToString("G4", CultureInfo.InvariantCulture);
    }
}
