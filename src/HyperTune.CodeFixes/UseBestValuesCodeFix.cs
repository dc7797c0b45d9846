using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT4013: writes the values of a study's best config as initializers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseBestValuesCodeFix)), Shared]
public sealed class UseBestValuesCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BetterDefault];

    private protected override string GetTitle(Diagnostic diagnostic) => "Use the best values of the study as initializers";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? Initializers.Changes(type, diagnostic) : [];
}
