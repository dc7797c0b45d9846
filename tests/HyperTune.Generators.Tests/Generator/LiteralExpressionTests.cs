using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests;

/// <summary>What is read from a literal without binding it is what binding gives.</summary>
public sealed class LiteralExpressionTests
{
    [Theory]
    [InlineData("double", "1e-3")]
    [InlineData("double", "2")]
    [InlineData("double", "-0.0")]
    [InlineData("double", "-2")]
    [InlineData("double", "1_000.5d")]
    [InlineData("float", "0.1f")]
    [InlineData("float", "-1.5f")]
    [InlineData("decimal", "0.10m")]
    [InlineData("decimal", "-7m")]
    [InlineData("int", "0x1F")]
    [InlineData("int", "-2147483648")]
    [InlineData("int", "int.MinValue")]
    [InlineData("long", "9223372036854775807")]
    [InlineData("long", "-9223372036854775808")]
    [InlineData("long", "3L")]
    [InlineData("long", "-3")]
    [InlineData("uint", "4000000000")]
    [InlineData("byte", "0b101")]
    [InlineData("int", "'a'")]
    [InlineData("bool", "true")]
    [InlineData("bool", "false")]
    [InlineData("string", "\"a\\u0041\\n\"")]
    [InlineData("string", "@\"a\"\"b\"")]
    [InlineData("string", "\"\"\"raw \"x\" \"\"\"")]
    [InlineData("string?", "null")]
    [InlineData("string", "null!")]
    [InlineData("int", "default")]
    [InlineData("int", "1 + 1")]
    [InlineData("int", "(3)")]
    [InlineData("double", "1e999")]
    [InlineData("int", "99999999999999999999")]
    public void Value_is_the_compilers(string type, string initializer)
    {
        CSharpCompilation compilation = TestCompilation.Create($"class C {{ public {type} P {{ get; }} = {initializer}; }}");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ExpressionSyntax expression = tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>().Single().Initializer!.Value;
        Optional<object?> read = LiteralExpression.Value(expression), bound = compilation.GetSemanticModel(tree).GetConstantValue(expression);
        Assert.Equal(initializer is not ("int.MinValue" or "-2147483648" or "-9223372036854775808" or "null!" or "default" or "1 + 1" or "(3)" or "1e999" or "99999999999999999999"), read.HasValue);
        if (read.HasValue)
        {
            Assert.Equal(bound.Value, read.Value);
            Assert.Equal(bound.Value?.GetType(), read.Value?.GetType());
            Assert.Equal(bound.Value is double number ? BitConverter.DoubleToInt64Bits(number) : 0, read.Value is double other ? BitConverter.DoubleToInt64Bits(other) : 0);
        }
    }
}
