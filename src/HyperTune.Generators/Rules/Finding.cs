using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
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

    /// <summary>The message with its arguments, the same in every culture.</summary>
    public string Message
        => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. Arguments]);

    /// <summary>The first error, one that is reported before one that is not; null where there is none.</summary>
    public static Finding? FirstError(IEnumerable<Finding> findings)
        => findings.Where(static finding => finding.Descriptor.DefaultSeverity == DiagnosticSeverity.Error).OrderBy(static finding => !finding.IsReported).FirstOrDefault();

    /// <summary>The diagnostic for the finding.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Locate(), Properties, [.. Arguments]);
}
