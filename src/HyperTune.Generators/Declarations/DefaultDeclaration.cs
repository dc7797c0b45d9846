using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>The default of a parameter: an initializer, or the default of a positional parameter.</summary>
/// <param name="Syntax">The expression, or null where there is none.</param>
/// <param name="Constant">Its value where it is a constant.</param>
internal readonly record struct DefaultDeclaration(SyntaxNode? Syntax, Optional<object?> Constant)
{
    /// <summary>The seconds of a TimeSpan written in one of the usual ways; no TimeSpan is a constant.</summary>
    public double? Seconds { get; init; }

    /// <summary>Whether the constructor that creates configs sets the property.</summary>
    public bool IsAssigned { get; init; }

    public bool Exists => Syntax is not null || Constant.HasValue || IsAssigned;
}
