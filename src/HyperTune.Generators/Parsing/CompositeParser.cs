using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads what an order, a subset or shares are made of.</summary>
internal static class CompositeParser
{
    /// <summary>The enum's members in question; empty for numbers.</summary>
    public static EquatableArray<ConstantModel> Members(ParameterDeclaration parameter)
    {
        if (parameter.Kind != ValueKind.Enum)
        {
            return EquatableArray<ConstantModel>.Empty;
        }

        IEnumerable<ConstantValue> values = parameter.Composite!.Kind == DistributionKind.Subset
            ? FlagMembers.Single(parameter.UnderlyingType).Select(member => Ensured.Found(
                ConstantConversion.Convert(ValueKind.Enum, member.ConstantValue), parameter.Symbol, "a member is no value of its enum"))
            : ConstantConversion.AllValues(parameter);
        return values.Select(value => ConstantParser.Parse(value, parameter.UnderlyingType)).ToEquatableArray();
    }
}
