using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT4011: moves a bound at which the best trials of a study lie.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WidenBoundCodeFix)), Shared]
public sealed class WidenBoundCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BindingBound];

    private protected override string GetTitle(Diagnostic diagnostic) => $"Widen the range to {diagnostic.Properties[DiagnosticProperties.Replacement]}";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out string? wider) && wider is not null
            && diagnostic.Properties.TryGetValue(DiagnosticProperties.Argument, out string? argument) && argument is not null
            && AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is { } attribute
            && AttributeArguments.FindBound(attribute, argument, argument is "low" or "minimum" ? 0 : 1) is { } bound
                ? [new TextChange(bound.Span, wider)]
                : [];
}
