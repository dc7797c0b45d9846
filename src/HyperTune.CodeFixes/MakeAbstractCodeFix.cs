using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT3016: makes a conditional space abstract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeAbstractCodeFix)), Shared]
public sealed class MakeAbstractCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnionNotAbstract];

    private protected override string GetTitle(Diagnostic diagnostic) => "Make the type abstract";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(DiagnosticProperties.MakeAbstract)
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
                ? [TypeEdits.AddModifier(declaration, "abstract")]
                : [];
}
