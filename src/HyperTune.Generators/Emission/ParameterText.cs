using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;

namespace HyperTune.Generators.Emission;

/// <summary>Parameters and what decides about them in words.</summary>
internal static class ParameterText
{
    /// <summary>The distribution, for instance <c>Log-uniform in [0.0001, 0.1]</c>.</summary>
    public static string Distribution(ParameterModel parameter)
    {
        DistributionModel distribution = parameter.Distribution;
        if (distribution.Range is not { } range)
        {
            string[] labels = ConstantText.Labels(distribution);
            return distribution.Kind == DistributionKind.Ordinal ? DistributionWords.Ordinal(labels) : DistributionWords.Choice(labels);
        }

        return Range(parameter, distribution.Kind, range) + (parameter.Bound is { } bound ? $", not {(bound.IsUpper ? "above" : "below")} {bound.Other}" : "");
    }

    private static string Range(ParameterModel parameter, DistributionKind kind, RangeModel range)
    {
        string place = DistributionWords.Range(range.Low.Value, range.High.Value, parameter.Kind == ValueKind.TimeSpan ? "seconds" : "");
        return kind switch
        {
            DistributionKind.Uniform => DistributionWords.Uniform(place, range.HasStep ? range.Spacing.Value : null),
            DistributionKind.LogUniform => DistributionWords.LogUniform(place),
            DistributionKind.Normal => DistributionWords.Normal(range.Mean!.Value.Value, range.StandardDeviation!.Value.Value, place),
            _ => DistributionWords.LogNormal(range.Mean!.Value.Value, range.StandardDeviation!.Value.Value, place),
        };
    }

    /// <summary>The default, or null where nothing is known of it at compile time.</summary>
    public static string? Default(ParameterModel parameter) => parameter.Default switch
    {
        { Constant: { } constant } => ConstantText.Of(constant),
        { Kind: DefaultKind.Middle } => Middle(parameter.Distribution),
        _ => null,
    };

    /// <summary>The condition, for instance <c>Augment is true</c>.</summary>
    public static string Condition(ConditionModel condition) => condition.Values.Count > 0
        ? DistributionWords.IsOneOf(condition.Parent, condition.Values.Select(ConstantText.Of))
        : DistributionWords.IsInRange(condition.Parent, condition.Low?.Value ?? double.NegativeInfinity, condition.High?.Value ?? double.PositiveInfinity);

    /// <summary>What is wanted of a metric, for instance <c>Minimize; at most 20</c>.</summary>
    public static string Metric(MetricModel metric)
    {
        string?[] words =
        [
            metric.Direction switch
            {
                MetricDirection.Maximize => "Maximize",
                MetricDirection.Minimize => "Minimize",
                _ => null,
            },
            metric.AtLeast is null ? null : $"at least {Number(metric.AtLeast)}",
            metric.AtMost is null ? null : $"at most {Number(metric.AtMost)}",
        ];
        string text = string.Join("; ", words.Where(static word => word is not null));
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text.Substring(1);
    }

    private static string Middle(DistributionModel distribution)
    {
        if (distribution.Range is not { } range)
        {
            return ConstantText.Labels(distribution)[0];
        }

        (double low, double high) = (range.Low.Value, range.High.Value);
        return distribution.Kind switch
        {
            DistributionKind.Uniform => UniformMiddle(low, high, range.Spacing.Value),
            DistributionKind.LogUniform => LogUniformMiddle(low, high, range.IsInteger),
            _ => "the median",
        };
    }

    private static string UniformMiddle(double low, double high, double step)
        => NumberFormat.Invariant(step == 0 ? (low * 0.5) + (high * 0.5) : new StepSequence(low, high, step).FromUnit(0.5));

    private static string LogUniformMiddle(double low, double high, bool isInteger)
    {
        double margin = isInteger ? 0.5 : 0;
        double middle = Math.Exp((Math.Log(low - margin) + Math.Log(high + margin)) / 2);
        return isInteger ? NumberFormat.Invariant(Math.Round(middle)) : "about " + middle.ToString("G4", CultureInfo.InvariantCulture);
    }

    private static string Number(NumberBits? number) => NumberFormat.Invariant(number!.Value.Value);
}
