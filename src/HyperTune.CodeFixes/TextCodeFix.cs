using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>
/// A fix that is a few changes of text within one file. Nothing else in the file moves, and fixing all diagnostics is making all changes at once.
/// </summary>
public abstract class TextCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && GetChanges(root, diagnostic).Any())
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        GetTitle(diagnostic),
                        cancellationToken => ApplyAsync(context.Document, [diagnostic], cancellationToken),
                        equivalenceKey: $"{diagnostic.Id}.{GetType().Name}"),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix will do, as the menu shows it.</summary>
    private protected abstract string GetTitle(Diagnostic diagnostic);

    /// <summary>The changes for one diagnostic; none where its data do not offer the fix.</summary>
    private protected abstract IEnumerable<TextChange> GetChanges(SyntaxNode root, Diagnostic diagnostic);

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var changes = new List<TextChange>();
        // Two diagnostics can ask for one change, such as the same container made partial.
        foreach (TextChange change in diagnostics.SelectMany(diagnostic => GetChanges(root, diagnostic)).Distinct().OrderBy(static change => change.Span.Start))
        {
            if (changes.Count == 0 || changes[changes.Count - 1].Span.End <= change.Span.Start)
            {
                changes.Add(change);
            }
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
