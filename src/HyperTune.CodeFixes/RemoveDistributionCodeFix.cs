using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT1006, HT3012: removes the second distribution of a parameter, or the second direction of a metric.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDistributionCodeFix)), Shared]
public sealed class RemoveDistributionCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SeveralDistributions, DiagnosticIds.ConflictingMetric];

    private protected override string GetTitle(Diagnostic diagnostic)
        => diagnostic.Id == DiagnosticIds.ConflictingMetric ? "Remove the second direction" : "Remove the second distribution";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is { Parent: AttributeListSyntax list } attribute
            ? [new TextChange(AttributeRemoval.Extent(list, attribute), "")]
            : [];
}
