using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>Something wrong with a declaration, found by a rule. The analyzers report it; the generator only asks whether there is any.</summary>
/// <param name="Descriptor">The diagnostic's descriptor.</param>
/// <param name="Locate">Finds the place to mark; asked only when the finding is reported.</param>
/// <param name="Arguments">The message's arguments, as text.</param>
/// <param name="Properties">Data for code fixes, or null.</param>
internal sealed record Finding(
    DiagnosticDescriptor Descriptor,
    Func<Location> Locate,
    ImmutableArray<string> Arguments,
    ImmutableDictionary<string, string?>? Properties = null)
{
    /// <summary>
    /// False where somebody else reports the same mistake: the compiler, or the finding for another type. The declaration is no less invalid for it.
    /// </summary>
    public bool IsReported { get; init; } = true;

    /// <summary>The diagnostic for the finding.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Locate(), Properties, [.. Arguments]);
}
