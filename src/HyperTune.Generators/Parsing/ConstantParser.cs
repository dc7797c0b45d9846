using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Adds to the values that <see cref="ConstantConversion"/> makes of constants what only their type tells.</summary>
internal static class ConstantParser
{
    /// <summary>The model of a value of a type.</summary>
    public static ConstantModel Parse(ConstantValue value, ITypeSymbol type)
    {
        if (value.Kind != ValueKind.Enum)
        {
            return new ConstantModel(value);
        }

        // Of several names for one value the first.
        IFieldSymbol? field = ConstantConversion.EnumFields(type).FirstOrDefault(field => ConstantConversion.Convert(ValueKind.Enum, field.ConstantValue) == value);
        return new ConstantModel(value, field?.Name, field?.HasAttribute("ObsoleteAttribute") == true);
    }
}
