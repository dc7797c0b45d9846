using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>The attributes that mark types for the generator.</summary>
internal static class Markers
{
    /// <summary>
    /// Whether the part of a type that the generator was called for is the one with the first marker. With a marker on each of two parts it is called twice
    /// for the same type, and two outputs of one name would lose all output.
    /// </summary>
    public static bool IsOnFirst(GeneratorAttributeSyntaxContext marked, string attribute)
        => AttributeReader.Find(marked.TargetSymbol, attribute)?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == marked.TargetNode.SyntaxTree
            && marked.TargetNode.Span.Contains(reference.Span);
}
