using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT2005, HT2009, HT2010: puts the nearest allowed bound in place of one that does not fit the step or the type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AdjustBoundCodeFix)), Shared]
public sealed class AdjustBoundCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.StepDoesNotDivide, DiagnosticIds.FractionalBound, DiagnosticIds.BoundOutsideType];

    private protected override string GetTitle(Diagnostic diagnostic) => $"Use the bound {diagnostic.Properties[DiagnosticProperties.Replacement]}";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out string? replacement) || replacement is null)
        {
            return [];
        }

        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Argument, out string? argument) || argument is null)
        {
            return [new TextChange(diagnostic.Location.SourceSpan, replacement)];
        }

        return AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is { } attribute
            && AttributeArguments.FindBound(attribute, argument, argument == "low" ? 0 : 1) is { } bound
                ? [new TextChange(bound.Span, replacement)]
                : [];
    }
}
