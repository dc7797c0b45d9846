using System.Linq;
using System.Text;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>How a type is declared, so that another part of it can be written.</summary>
internal static class TypeShape
{
    /// <summary>The containing types, outermost first.</summary>
    public static EquatableArray<TypePartModel> Containers(INamedTypeSymbol type)
        => type.SelfAndContainers().Skip(1).Reverse().Select(Part).ToEquatableArray();

    /// <summary>What another part of the type must repeat.</summary>
    public static TypePartModel Part(INamedTypeSymbol type)
    {
        TypeForm form = type switch
        {
            { TypeKind: TypeKind.Interface } => TypeForm.Interface,
            { TypeKind: TypeKind.Struct, IsRecord: true } => TypeForm.RecordStruct,
            { TypeKind: TypeKind.Struct } => TypeForm.Struct,
            { IsRecord: true } => TypeForm.Record,
            _ => TypeForm.Class,
        };
        return new TypePartModel(form, type.Name, type.TypeParameters.Select(static parameter => parameter.Name).ToEquatableArray());
    }

    /// <summary>
    /// The generated file's name: the metadata name, which has neither @ nor angle brackets. File names ignore case, so a type whose name differs from a
    /// neighbour's in case only gets a hash; so does a name too long for the paths of some systems.
    /// </summary>
    public static string HintName(INamedTypeSymbol type, string suffix = "")
    {
        const int Longest = 120;
        string name = string.Join("+", type.SelfAndContainers().Reverse().Select(static part => part.MetadataName));
        string full = type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString()}.{name}".Replace("@", "");
        if (full.Length > Longest)
        {
            return $"{full.Substring(0, Longest)}_{Hash(full)}{suffix}.g.cs";
        }

        return CaseTwins.AreAround(type) ? $"{full}_{Hash(full)}{suffix}.g.cs" : $"{full}{suffix}.g.cs";
    }

    // FNV-1a, because string.GetHashCode differs from process to process.
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
