using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>HT1010: marks a type with annotated members as what they say it is, and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkTypeCodeFix)), Shared]
public sealed class MarkTypeCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.AttributeWithoutSearchSpace];

    private protected override string GetTitle(Diagnostic diagnostic) => $"Mark the type with [{diagnostic.Properties[DiagnosticProperties.MarkType]}]";

    private protected override IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.MarkType, out string? mark)
            || AttributeArguments.FindAttribute(root, diagnostic.Location.SourceSpan) is not { } attribute
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
        {
            yield break;
        }

        // The attribute on the member shows how the runtime's namespace is written here.
        string qualifier = attribute.Name is QualifiedNameSyntax qualified ? qualified.Left + "." : "";
        yield return TypeEdits.AddAttribute(declaration, qualifier + mark);
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return TypeEdits.AddPartial(declaration);
        }
    }
}
