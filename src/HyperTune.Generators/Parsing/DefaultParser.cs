using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the default of a parameter.</summary>
internal static class DefaultParser
{
    public static DefaultModel Parse(ParameterDeclaration parameter, DistributionModel distribution)
    {
        if (!parameter.Default.Exists)
        {
            return Middle(parameter, distribution);
        }

        if (parameter.Default.Seconds is { } seconds && ConstantParser.Parse(seconds, ValueKind.TimeSpan, parameter.UnderlyingType) is { } span)
        {
            return new DefaultModel(DefaultKind.Constant, span.Literal, span.Label);
        }

        if (!parameter.Default.Constant.HasValue)
        {
            return new DefaultModel(DefaultKind.Expression, Literal: null, Text: null);
        }

        if (parameter.Default.Constant.Value is null && !distribution.Values.Any(static value => value.Literal == ConstantParser.Null))
        {
            // "= null!" only silences the compiler; null is no value of the parameter.
            return Middle(parameter, distribution);
        }

        return ConstantParser.Parse(parameter.Default.Constant.Value, parameter.Kind, parameter.UnderlyingType) is { } constant
            ? new DefaultModel(DefaultKind.Constant, constant.Literal, constant.Label)
            : new DefaultModel(DefaultKind.Expression, Literal: null, Text: null);
    }

    /// <summary>The default of a parameter without an initializer.</summary>
    public static DefaultModel Middle(ParameterDeclaration parameter, DistributionModel distribution)
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

        double count = Math.Round((high - low) / step) + 1;
        double value = low + (Math.Floor(count * 0.5) * step);
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
