using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT2011: puts the nearest value that can be drawn in place of a default outside its range or off its grid, and elements into a list of too few.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AdjustDefaultCodeFix)), Shared]
public sealed class AdjustDefaultCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DefaultOutsideRange];

    private protected override string GetTitle(Diagnostic diagnostic) => $"Use the default {diagnostic.Properties[DiagnosticProperties.Replacement]}";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out string? replacement) && replacement is not null
            ? [new TextChange(diagnostic.Location.SourceSpan, replacement)]
            : [];
}
