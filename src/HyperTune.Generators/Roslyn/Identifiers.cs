using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Roslyn;

/// <summary>Names as C# identifiers.</summary>
internal static class Identifiers
{
    /// <summary>The name with an @ in front where the language could take it for a keyword.</summary>
    public static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name with a small first letter.</summary>
    public static string ToCamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
