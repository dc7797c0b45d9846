using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Rules;

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
            return ListsNull(distribution) ? Null : Unstated(parameter, distribution);
        }

        object? known = parameter.Default.Seconds ?? parameter.Default.Constant.Value;
        return ConstantConversion.Convert(parameter.Kind, known) is { } value ? Constant(parameter, value) : new DefaultModel(DefaultKind.Expression);
    }

    /// <summary>
    /// The default of a parameter without an initializer: what the language gives it, where that can be drawn, so that a config created without one is the
    /// default; else the middle of the range or the first of the list.
    /// </summary>
    public static DefaultModel Unstated(ParameterDeclaration parameter, DistributionModel distribution)
    {
        if (!parameter.Bounds.IsEmpty)
        {
            // Whatever the other value is, this end is left.
            double end = DefaultNumber.End(parameter);
            object number = parameter.Kind.IsInteger() ? (object)(long)end : end;
            ConstantValue value = Ensured.Found(ConstantConversion.Convert(parameter.Kind, number), parameter.Symbol, "the end of its range is none of its type");
            return new DefaultModel(DefaultKind.Middle, ConstantParser.Parse(value, parameter.UnderlyingType));
        }

        if (parameter.IsNullable || parameter.Kind == ValueKind.String)
        {
            return parameter.IsNullable && ListsNull(distribution) ? Null : new DefaultModel(DefaultKind.Middle);
        }

        object own = parameter.Kind switch
        {
            ValueKind.Boolean => false,
            ValueKind.Char => '\0',
            _ => 0,
        };
        return Misfit.Find(parameter, parameter.Distributions[0], own) is null
            ? Constant(parameter, Ensured.Found(ConstantConversion.Convert(parameter.Kind, own), parameter.Symbol, "what the language gives it is none of its type"))
            : new DefaultModel(DefaultKind.Middle);
    }

    private static DefaultModel Null => new(DefaultKind.Constant, new ConstantModel(ConstantValue.Null));

    private static bool ListsNull(DistributionModel distribution) => distribution.Values.Any(static listed => listed.Value.IsNull);

    private static DefaultModel Constant(ParameterDeclaration parameter, ConstantValue value)
        => new(DefaultKind.Constant, ConstantParser.Parse(value, parameter.UnderlyingType));
}
