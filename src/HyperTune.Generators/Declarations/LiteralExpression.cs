using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>Constants that can be read without binding them, which most initializers are: literals, also behind a minus.</summary>
internal static class LiteralExpression
{
    /// <summary>The value that the compiler would give; none for an expression that it must be asked about.</summary>
    public static Optional<object?> Value(ExpressionSyntax expression) => expression switch
    {
        { ContainsDiagnostics: true } => default,
        LiteralExpressionSyntax literal => Value(literal),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax operand } => Negate(operand.Token.Value),
        _ => default,
    };

    private static Optional<object?> Value(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.NumericLiteralExpression or SyntaxKind.StringLiteralExpression or SyntaxKind.CharacterLiteralExpression
            or SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => new(literal.Token.Value),
        SyntaxKind.NullLiteralExpression => new(null),
        _ => default,
    };

    // Unsigned literals change their type behind a minus.
    private static Optional<object?> Negate(object? value) => value switch
    {
        int number => new(-number),
        long number => new(-number),
        double number => new(-number),
        float number => new(-number),
        decimal number => new(-number),
        _ => default,
    };
}
