using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT4012: takes a parameter without effect out of the search, with the best trial's value as its initializer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixParameterCodeFix)), Shared]
public sealed class FixParameterCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnimportantParameter];

    private protected override string GetTitle(Diagnostic diagnostic) => "Fix the parameter at the best value";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
    {
        if (AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is not { Parent: AttributeListSyntax list } attribute
            || list.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return [];
        }

        TextChange[] initializer = [.. Initializers.Changes(type, diagnostic)];
        return initializer.Length == 0 ? [] : [new TextChange(AttributeRemoval.Extent(list, attribute), ""), .. initializer];
    }
}
