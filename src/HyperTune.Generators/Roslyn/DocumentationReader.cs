using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Roslyn;

/// <summary>
/// Reads what a user's documentation comment says about a member, as plain text: references would have to be bound again in another place. From syntax,
/// because asking the symbol binds the whole comment.
/// </summary>
internal static class DocumentationReader
{
    /// <summary>The summary of a property, or what its type says about a positional parameter; null where there is nothing.</summary>
    public static string? ReadSummary(ISymbol symbol, CancellationToken cancellationToken)
    {
        SyntaxNode? syntax = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return syntax is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax type } parameter
            ? Read(type, "param", parameter.Identifier.ValueText)
            : syntax is null ? null : Read(syntax, "summary", name: null);
    }

    private static string? Read(SyntaxNode declaration, string tag, string? name)
    {
        foreach (DocumentationCommentTriviaSyntax comment in CommentsOf(declaration))
        {
            foreach (XmlNodeSyntax node in comment.Content)
            {
                if (node is XmlElementSyntax element && element.StartTag.Name.LocalName.ValueText == tag && (name is null || NameOf(element) == name))
                {
                    var text = new StringBuilder();
                    AppendText(text, element);
                    string collapsed = string.Join(" ", text.ToString().Split([' ', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries));
                    return collapsed.Length == 0 ? null : collapsed;
                }
            }
        }

        return null;
    }

    private static IEnumerable<DocumentationCommentTriviaSyntax> CommentsOf(SyntaxNode declaration)
    {
        SyntaxTriviaList trivia = declaration.GetLeadingTrivia();

        // A project without a documentation file has plain comments in their place.
        string[] lines = [.. trivia.Where(static line => line.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(static line => line.ToString()).Where(IsDocumentation)];
        return (lines.Length == 0 ? trivia : SyntaxFactory.ParseLeadingTrivia(string.Join("\n", lines) + "\n"))
            .Select(static line => line.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>();
    }

    private static bool IsDocumentation(string line)
        => line.StartsWith("///", System.StringComparison.Ordinal) && !line.StartsWith("////", System.StringComparison.Ordinal);

    private static string? NameOf(XmlElementSyntax element)
        => element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.ValueText;

    private static void AppendText(StringBuilder text, XmlElementSyntax element)
    {
        foreach (XmlNodeSyntax node in element.Content)
        {
            switch (node)
            {
                case XmlTextSyntax words:
                    foreach (SyntaxToken token in words.TextTokens)
                    {
                        text.Append(token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? " " : token.ValueText);
                    }

                    break;
                case XmlElementSyntax inner:
                    AppendText(text, inner);
                    break;
                case XmlEmptyElementSyntax reference:
                    AppendReference(text, reference);
                    break;
            }
        }
    }

    // <see cref="Adam"/>, <see langword="null"/>, <paramref name="x"/>: the words that they show.
    private static void AppendReference(StringBuilder text, XmlEmptyElementSyntax reference)
    {
        foreach (XmlAttributeSyntax attribute in reference.Attributes)
        {
            text.Append(attribute switch
            {
                XmlCrefAttributeSyntax cref => cref.Cref.ToString(),
                XmlNameAttributeSyntax name => name.Identifier.Identifier.ValueText,
                XmlTextAttributeSyntax value => string.Concat(value.TextTokens.Select(static token => token.ValueText)),
                _ => "",
            });
        }
    }
}
