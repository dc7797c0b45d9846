using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>A list that is written out element by element, as far as its syntax alone tells.</summary>
internal static class ListExpression
{
    /// <summary>The elements; null for any other expression, and where another list is spread into it.</summary>
    public static ExpressionSyntax[]? Elements(SyntaxNode? expression)
        => expression is ExpressionSyntax list && AttributePlaces.Elements(list) is { } elements && elements.All(static element => element is not SpreadElementSyntax)
            ? [.. elements.Select(static element => element is ExpressionElementSyntax inner ? inner.Expression : (ExpressionSyntax)element)]
            : null;

    /// <summary>How many elements there are, as far as the syntax tells: also in <c>new T[2]</c>, <c>Array.Empty&lt;T&gt;()</c> and <c>ImmutableArray&lt;T&gt;.Empty</c>.</summary>
    public static int? Count(SyntaxNode? expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: { Count: 1 } ranks } => ranks[0].Sizes[0] is LiteralExpressionSyntax { Token.Value: int length } ? length : null,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => 0,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => 0,
        _ => Elements(expression)?.Length,
    };

    /// <summary>The value of a literal, with a sign or without; null for any other expression.</summary>
    public static object? Literal(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax operand } minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => operand.Token.Value switch
        {
            int number => -number,
            long number => -number,
            double number => -number,
            float number => -number,
            decimal number => -number,
            _ => null,
        },
        _ => null,
    };
}
