using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT1004: gives a get-only auto property an init accessor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitAccessorCodeFix)), Shared]
public sealed class AddInitAccessorCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.PropertyCannotBeSet];

    private protected override string GetTitle(Diagnostic diagnostic) => "Add an init accessor";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(DiagnosticProperties.AddInit)
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.AccessorList is { } accessors
                ? [new TextChange(new TextSpan(accessors.Accessors.Last().Span.End, 0), " init;")]
                : [];
}
