using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT2016: makes a uniform range over several powers of ten logarithmic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseLogUniformCodeFix)), Shared]
public sealed class UseLogUniformCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.WideUniformRange];

    private protected override string GetTitle(Diagnostic diagnostic) => "Use [LogUniform]";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
        => AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is { } attribute
            ? [new TextChange(new TextSpan(LastPart(attribute.Name).SpanStart, 0), "Log")]
            : [];

    private static NameSyntax LastPart(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => name,
    };
}
