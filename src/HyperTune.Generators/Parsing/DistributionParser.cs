using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the distribution of a parameter.</summary>
internal static class DistributionParser
{
    /// <summary>The distribution as code and in words, or null where the parameter's type has no such values.</summary>
    public static DistributionModel? Parse(ParameterDeclaration parameter)
    {
        if (parameter.Distributions.Length != 1 || parameter.Distributions[0] is not { IsReadable: true } declaration)
        {
            return null;
        }

        if (declaration.IsList)
        {
            return ParseList(parameter, declaration);
        }

        return parameter.Kind.IsNumeric() ? ParseRange(parameter, declaration) : null;
    }

    /// <summary>The distance between neighbouring values: 1 for integers where none is given; 0 means continuous.</summary>
    public static double StepOf(ParameterDeclaration parameter) => parameter.Distributions[0].Step ?? (parameter.Kind.IsInteger() ? 1 : 0);

    private static DistributionModel ParseList(ParameterDeclaration parameter, DistributionDeclaration declaration)
    {
        IEnumerable<ConstantValue> values = declaration.Values.IsEmpty
            ? ConstantConversion.AllValues(parameter)
            : declaration.Values.Select(constant => ConstantConversion.Convert(parameter, constant)!.Value);
        ImmutableArray<ListedValue> listed =
            WithDistinctLabels([.. values.Select(value => ConstantParser.Write(value, parameter.UnderlyingType))]);
        bool isOrdinal = declaration.Kind == DistributionKind.Ordinal;
        string labels = string.Join(", ", listed.Select(static value => value.Label));
        return new DistributionModel
        {
            TypeName = isOrdinal ? "global::HyperTune.OrdinalDistribution" : "global::HyperTune.ChoiceDistribution",
            Arguments = $"[{string.Join(", ", listed.Select(static value => Literals.String(value.Label)))}]",
            Values = new EquatableArray<ListedValue>(listed),
            Description = (isOrdinal ? "In order one of " : "One of ") + labels,
            Count = Literals.Text(listed.Length),
        };
    }

    // The string "null" beside null itself.
    private static ImmutableArray<ListedValue> WithDistinctLabels(ImmutableArray<ListedValue> values)
        => values.Count(static value => value.Label == ConstantParser.Null) < 2
            ? values
            : [.. values.Select(static value => value.Literal == ConstantParser.Null ? value with { Label = "(null)" } : value)];

    private static DistributionModel ParseRange(ParameterDeclaration parameter, DistributionDeclaration declaration)
    {
        bool isInteger = parameter.Kind.IsInteger();
        return declaration.Kind switch
        {
            DistributionKind.Uniform => Uniform(declaration, StepOf(parameter), parameter.Kind),
            DistributionKind.LogUniform => new DistributionModel
            {
                TypeName = "global::HyperTune.LogUniformDistribution",
                Arguments = $"{Literals.Double(declaration.Low!.Value)}, {Literals.Double(declaration.High!.Value)}{IntegerArgument(isInteger)}",
                Values = EquatableArray<ListedValue>.Empty,
                Description = $"Log-uniform in {Interval(declaration.Low.Value, declaration.High.Value, parameter.Kind)}",
                Count = Count(declaration.Low.Value, declaration.High.Value, isInteger ? 1 : 0),
            },
            _ => Normal(declaration, parameter.Kind),
        };
    }

    private static DistributionModel Uniform(DistributionDeclaration declaration, double step, ValueKind kind)
    {
        (double low, double high) = (declaration.Low!.Value, declaration.High!.Value);
        string interval = Interval(low, high, kind);
        return new DistributionModel
        {
            TypeName = "global::HyperTune.UniformDistribution",
            Arguments = $"{Literals.Double(low)}, {Literals.Double(high)}{(step == 0 ? "" : $", {Literals.Double(step)}")}",
            Values = EquatableArray<ListedValue>.Empty,
            Description = declaration.Step is { } written ? $"Uniform in {interval} in steps of {Literals.Text(written)}" : $"Uniform in {interval}",
            Count = Count(low, high, step),
        };
    }

    private static DistributionModel Normal(DistributionDeclaration declaration, ValueKind kind)
    {
        bool isLog = declaration.Kind == DistributionKind.LogNormal;
        double low = declaration.Low ?? (isLog ? 0 : double.NegativeInfinity);
        double high = declaration.High ?? double.PositiveInfinity;
        (double mean, double deviation) = (declaration.Mean!.Value, declaration.StandardDeviation!.Value);
        string words = isLog
            ? $"Log-normal with log-mean {Literals.Text(mean)} and log-standard deviation {Literals.Text(deviation)}"
            : $"Normal with mean {Literals.Text(mean)} and standard deviation {Literals.Text(deviation)}";
        return new DistributionModel
        {
            TypeName = isLog ? "global::HyperTune.LogNormalDistribution" : "global::HyperTune.NormalDistribution",
            Arguments = string.Join(", ", new[] { mean, deviation, low, high }.Select(Literals.Double)) + IntegerArgument(kind.IsInteger()),
            Values = EquatableArray<ListedValue>.Empty,
            Description = $"{words} in {Interval(low, high, kind)}",
            Count = Count(low, high, kind.IsInteger() ? 1 : 0),
        };
    }

    private static string IntegerArgument(bool isInteger) => isInteger ? ", isInteger: true" : "";

    private static string Interval(double low, double high, ValueKind kind)
    {
        char open = double.IsInfinity(low) ? '(' : '[';
        char close = double.IsInfinity(high) ? ')' : ']';
        return $"{open}{Literals.Text(low)}, {Literals.Text(high)}{close}{(kind == ValueKind.TimeSpan ? " seconds" : "")}";
    }

    private static string? Count(double low, double high, double step)
        => step > 0 && StepArithmetic.Count(low, high, step) <= StepArithmetic.MostSteps ? Literals.Text((long)StepArithmetic.Count(low, high, step)) : null;
}
