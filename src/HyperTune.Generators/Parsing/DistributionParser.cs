using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Rules;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the distribution of a parameter.</summary>
internal static class DistributionParser
{
    public static DistributionModel Parse(ParameterDeclaration parameter)
    {
        DistributionDeclaration declaration = parameter.Distributions[0];
        return new DistributionModel
        {
            Kind = declaration.Kind,
            Range = declaration.IsList ? null : ParseRange(parameter, declaration),
            Values = declaration.IsList ? ParseValues(parameter, declaration) : EquatableArray<ConstantModel>.Empty,
        };
    }

    private static EquatableArray<ConstantModel> ParseValues(ParameterDeclaration parameter, DistributionDeclaration declaration)
    {
        IEnumerable<ConstantValue> values = declaration.Values.IsEmpty
            ? ConstantConversion.AllValues(parameter)
            : declaration.Values.Select(constant => Ensured.Found(ConstantConversion.Convert(parameter, constant), parameter.Symbol, "a listed value is none of its type"));
        return values.Select(value => ConstantParser.Parse(value, parameter.UnderlyingType)).ToEquatableArray();
    }

    private static RangeModel ParseRange(ParameterDeclaration parameter, DistributionDeclaration declaration) => new()
    {
        Low = NumberBits.Of(Misfit.Low(declaration)),
        High = NumberBits.Of(Misfit.High(declaration)),
        Spacing = NumberBits.Of(declaration.Spacing(parameter.Kind)),
        HasStep = declaration.Step is not null,
        IsInteger = parameter.Kind.IsInteger(),
        Mean = Bits(declaration.Mean),
        StandardDeviation = Bits(declaration.StandardDeviation),
    };

    private static NumberBits? Bits(double? number) => number is { } value ? NumberBits.Of(value) : null;
}
