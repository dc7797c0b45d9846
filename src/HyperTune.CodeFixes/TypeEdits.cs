using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>Changes to the head of a type's declaration.</summary>
internal static class TypeEdits
{
    /// <summary>Adds the modifier where the language wants it, right before the keyword.</summary>
    public static TextChange AddPartial(TypeDeclarationSyntax declaration) => AddModifier(declaration, "partial");

    /// <summary>Adds a modifier after all others but partial.</summary>
    public static TextChange AddModifier(TypeDeclarationSyntax declaration, string modifier)
    {
        int partial = declaration.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        SyntaxToken next = partial >= 0 ? declaration.Modifiers[partial] : declaration.Keyword;
        return new TextChange(new TextSpan(next.SpanStart, 0), modifier + " ");
    }

    /// <summary>Adds an attribute list before all others: on a line of its own where the declaration begins one.</summary>
    public static TextChange AddAttribute(TypeDeclarationSyntax declaration, string attribute)
    {
        int start = declaration.GetFirstToken().SpanStart;
        SourceText text = declaration.SyntaxTree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(start);
        string before = text.ToString(TextSpan.FromBounds(line.Start, start));
        bool isWholeLine = before.All(char.IsWhiteSpace) && declaration.GetLocation().GetLineSpan() is { } span && span.StartLinePosition.Line != span.EndLinePosition.Line;
        string lineBreak = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return new TextChange(new TextSpan(start, 0), isWholeLine ? $"[{attribute}]{lineBreak}{before}" : $"[{attribute}] ");
    }
}
