using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>The names and accessibilities of the properties that a descriptor has for a type's members and cases.</summary>
internal sealed class MemberNames
{
    private readonly NameScope _names;
    private readonly string _descriptor;
    private readonly bool _isUnion;

    /// <summary>Starts the names of a type: members whose names are free keep them, wherever they stand; only then come those that need a suffix.</summary>
    public MemberNames(SpaceDeclaration declaration, string descriptor)
    {
        _descriptor = descriptor;
        _isUnion = declaration.IsUnion;
        _names = new NameScope(ReservedNames.All
            .Append(descriptor)
            .Append(ReservedNames.Selector)
            .Concat(declaration.Parameters.Select(static parameter => parameter.MemberName))
            .Concat(declaration.Cases.Select(static inner => inner.Type.Name)));
    }

    public string TakeProperty(ParameterDeclaration parameter) => Take(parameter.MemberName, "Parameter");

    public string TakeCase(SpaceDeclaration inner) => Take(inner.Type.Name, "Case");

    /// <summary>
    /// The accessibility of the property that the value comes from, as far as a sealed class has it: the value's type is at least as accessible as that.
    /// </summary>
    public static string AccessibilityOf(ParameterDeclaration parameter) => AccessibilityOf(parameter.Property?.DeclaredAccessibility ?? Accessibility.Private);

    public static string AccessibilityOf(Accessibility declared) => declared switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
        _ => "private",
    };

    private string Take(string name, string suffix)
    {
        bool isReserved = ReservedNames.Contains(name) || name == _descriptor || (_isUnion && name == ReservedNames.Selector);
        return isReserved ? _names.Take(name + suffix) : name;
    }
}
