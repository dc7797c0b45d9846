using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT3005: seals a case of a conditional space.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SealCaseCodeFix)), Shared]
public sealed class SealCaseCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.OpenUnion];

    private protected override string GetTitle(Diagnostic diagnostic) => "Seal the case";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(DiagnosticProperties.Seal)
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
                ? [TypeEdits.AddModifier(declaration, "sealed")]
                : [];
}
