using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT2001, HT3004, HT3008: exchanges two ends that stand the wrong way round: of a range, of a condition, or of the length of a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapBoundsCodeFix)), Shared]
public sealed class SwapBoundsCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.LowNotBelowHigh, DiagnosticIds.InvalidCondition, DiagnosticIds.InvalidRepeatCount];

    private protected override string GetTitle(Diagnostic diagnostic) => "Swap the bounds";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(DiagnosticProperties.Swap)
            || AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is not { } attribute
            || (AttributeArguments.FindBound(attribute, "low", 0) ?? AttributeArguments.FindBound(attribute, "minimum", 0)) is not { } low
            || (AttributeArguments.FindBound(attribute, "high", 1) ?? AttributeArguments.FindBound(attribute, "maximum", 1)) is not { } high)
        {
            return [];
        }

        return [Put(high, low), Put(low, high)];
    }

    private static TextChange Put(ExpressionSyntax source, ExpressionSyntax place) => new(place.Span, source.ToString());
}
