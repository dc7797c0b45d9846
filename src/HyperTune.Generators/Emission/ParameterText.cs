using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Spaces.Distributions;

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
            return (distribution.Kind == DistributionKind.Ordinal ? "In order one of " : "One of ") + string.Join(", ", ConstantText.Labels(distribution));
        }

        string words = distribution.Kind switch
        {
            DistributionKind.Uniform => "Uniform",
            DistributionKind.LogUniform => "Log-uniform",
            DistributionKind.Normal => $"Normal with mean {Number(range.Mean)} and standard deviation {Number(range.StandardDeviation)}",
            _ => $"Log-normal with log-mean {Number(range.Mean)} and log-standard deviation {Number(range.StandardDeviation)}",
        };
        string unit = parameter.Kind == ValueKind.TimeSpan ? " seconds" : "";
        string step = range.Step is null ? "" : $" in steps of {Number(range.Step)}";
        return $"{words} in {Interval(range.Low.Value, range.High.Value)}{unit}{step}";
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
        ? $"{condition.Parent} is {string.Join(" or ", condition.Values.Select(ConstantText.Of))}"
        : $"{condition.Parent} in {Interval(condition.Low?.Value ?? double.NegativeInfinity, condition.High?.Value ?? double.PositiveInfinity)}";

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
            DistributionKind.Uniform => UniformMiddle(low, high, range.Spacing),
            DistributionKind.LogUniform => LogUniformMiddle(low, high, range.IsInteger),
            _ => "the median",
        };
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

    private static string Interval(double low, double high)
        => $"{(double.IsInfinity(low) ? '(' : '[')}{Literals.Text(low)}, {Literals.Text(high)}{(double.IsInfinity(high) ? ')' : ']')}";

    private static string Number(NumberBits? number) => Literals.Text(number!.Value.Value);
}
