using System.Collections.Generic;
using System.Collections.Immutable;
using HyperTune.Generators.Diagnostics;

namespace HyperTune.Generators.Rules;

/// <summary>The data that findings hand to code fixes.</summary>
internal static class FixData
{
    /// <summary>Marks that a repair without further data is possible.</summary>
    public static ImmutableDictionary<string, string?> Offer(string key) => ImmutableDictionary<string, string?>.Empty.Add(key, null);

    /// <summary>The attribute with which the containing type should be marked.</summary>
    public static ImmutableDictionary<string, string?> MarkType(string attribute) => ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.MarkType, attribute);

    /// <summary>Text in place of the diagnostic's span, or nothing where there is no text.</summary>
    public static ImmutableDictionary<string, string?>? Replace(string? text)
        => text is null ? null : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, text);

    /// <summary>Text in place of an argument of the attribute in which the diagnostic lies.</summary>
    public static ImmutableDictionary<string, string?> ReplaceArgument(string argument, string text)
        => ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Argument, argument).Add(DiagnosticProperties.Replacement, text);

    /// <summary>Initializers of members.</summary>
    public static ImmutableDictionary<string, string?> Initialize(IEnumerable<(string Member, string Expression)> members)
        => members.ToImmutableDictionary(static member => DiagnosticProperties.Initializer + member.Member, static member => (string?)member.Expression);
}
