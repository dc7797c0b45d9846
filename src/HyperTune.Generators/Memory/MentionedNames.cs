using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Memory;

/// <summary>The identifiers in a piece of syntax. Bodies are left out: what a declaration means does not depend on them.</summary>
internal static class MentionedNames
{
    public static IEnumerable<string> In(SyntaxNode node)
    {
        foreach (SyntaxToken token in node.DescendantTokens(static inner => inner is not (BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax)))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                yield return token.ValueText;
            }
        }
    }
}
