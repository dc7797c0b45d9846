using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Sources as they are while somebody types: tokens and members missing, doubled, or in the place of others.</summary>
internal static class DamagedSource
{
    /// <summary>A source with some damage.</summary>
    public static string Of(string source, Dice dice)
    {
        string damaged = source;
        int count = dice.Between(1, 3);
        for (int i = 0; i < count; i++)
        {
            damaged = dice.Chance(0.3) ? DamageNode(damaged, dice) : DamageToken(damaged, dice);
        }

        return damaged;
    }

    private static string DamageToken(string source, Dice dice)
    {
        SyntaxToken[] tokens = [.. Root(source).DescendantTokens().Where(static token => token.Span.Length > 0)];
        if (tokens.Length == 0)
        {
            return source;
        }

        SyntaxToken token = dice.Pick(tokens);
        SyntaxToken other = dice.Pick([.. tokens.Where(candidate => candidate.IsKind(token.Kind()) || dice.Chance(0.1)), token]);
        string replacement = dice.Between(0, 3) switch
        {
            0 => "",
            1 => $"{token.Text} {token.Text}",
            _ => other.Text,
        };
        return Replace(source, token.Span.Start, token.Span.Length, replacement);
    }

    // A member, an attribute, a parameter, an argument, an initializer.
    private static string DamageNode(string source, Dice dice)
    {
        SyntaxNode[] nodes = [.. Root(source).DescendantNodes().Where(static node
            => node is MemberDeclarationSyntax or AttributeSyntax or AttributeListSyntax or AttributeArgumentSyntax or ParameterSyntax or EqualsValueClauseSyntax or TypeSyntax or BaseListSyntax)];
        if (nodes.Length == 0)
        {
            return source;
        }

        SyntaxNode node = dice.Pick(nodes);
        SyntaxNode other = dice.Pick([.. nodes.Where(candidate => candidate.IsKind(node.Kind()))]);
        string replacement = dice.Between(0, 3) switch
        {
            0 => "",
            1 => $"{node} {node}",
            _ => other.ToString(),
        };
        return Replace(source, node.Span.Start, node.Span.Length, replacement);
    }

    private static SyntaxNode Root(string source) => CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot();

    private static string Replace(string source, int start, int length, string replacement) => source[..start] + replacement + source[(start + length)..];
}
