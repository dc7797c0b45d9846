using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT2007: removes a value that is listed a second time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDuplicateChoiceCodeFix)), Shared]
public sealed class RemoveDuplicateChoiceCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DuplicateChoice];

    private protected override string GetTitle(Diagnostic diagnostic) => "Remove the duplicate";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
    {
        // The first of equal values is never the duplicate, so a comma precedes it.
        TextSpan span = diagnostic.Location.SourceSpan;
        SyntaxToken comma = root.FindToken(span.Start).GetPreviousToken();
        return comma.IsKind(SyntaxKind.CommaToken) ? [new TextChange(TextSpan.FromBounds(comma.SpanStart, span.End), "")] : [];
    }
}
