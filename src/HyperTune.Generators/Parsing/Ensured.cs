using System;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>
/// What the rules have made sure of before a declaration is parsed. Where it does not hold after all, a rule is missing; a stub instead of an exception would
/// hide that from us, and from the user why nothing works.
/// </summary>
internal static class Ensured
{
    /// <summary>The value, which the rules make sure is there.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declaration">What is declared.</param>
    /// <param name="failure">What is wrong where there is no value, to follow the declaration's name and "but" in a sentence.</param>
    public static T Found<T>(T? value, ISymbol declaration, string failure)
        where T : class
        => value ?? throw Fault(declaration, failure);

    /// <inheritdoc cref="Found{T}(T?, ISymbol, string)"/>
    public static T Found<T>(T? value, ISymbol declaration, string failure)
        where T : struct
        => value ?? throw Fault(declaration, failure);

    public static InvalidOperationException Fault(ISymbol declaration, string failure)
        => new($"No rule finds fault with the declaration of '{declaration.ToDisplayString()}', but {failure}.");
}
