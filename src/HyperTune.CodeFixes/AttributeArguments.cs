using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>Finds the arguments of the attribute in which a diagnostic lies.</summary>
internal static class AttributeArguments
{
    /// <summary>The attribute around a span.</summary>
    public static AttributeSyntax? FindAttribute(SyntaxNode root, TextSpan span) => root.FindNode(span).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>A bound: by name, in either spelling, or by its place among the constructor's arguments.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The constructor parameter's name, in lower case.</param>
    /// <param name="position">The constructor parameter's place.</param>
    public static ExpressionSyntax? FindBound(AttributeSyntax attribute, string name, int position)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument => string.Equals(NameOf(argument), name, System.StringComparison.OrdinalIgnoreCase));
        if (named is not null)
        {
            return named.Expression;
        }

        // In [Normal(0, 1)] the places belong to the mean and the standard deviation.
        bool hasNamedEnds = arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText is "Low" or "High");
        return !hasNamedEnds && position < arguments.Count && NameOf(arguments[position]) is null ? arguments[position].Expression : null;
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;
}
