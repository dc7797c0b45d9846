using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>What of a case the descriptor of its conditional space sees: it lies in the type around the case, to which the case's private members are closed.</summary>
internal static class CaseAccess
{
    /// <summary>Whether the case's constructor and tuned members can be used.</summary>
    public static bool IsVisible(SpaceDeclaration inner)
        => (inner.IsUnion || inner.Constructor is not { } constructor || IsVisible(constructor))
            && inner.Parameters.All(static parameter => parameter.Property is { } property && IsVisible(parameter, property));

    /// <summary>Whether a tuned member can be read, and set where no constructor does.</summary>
    public static bool IsVisible(ParameterDeclaration parameter, IPropertySymbol property)
        => IsVisible(property)
            && (property.GetMethod is null || IsVisible(property.GetMethod))
            && (parameter.Positional is not null || property.SetMethod is null || IsVisible(property.SetMethod));

    public static bool IsVisible(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
