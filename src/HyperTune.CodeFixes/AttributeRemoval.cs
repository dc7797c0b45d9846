using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>Takes an attribute away, and its list with the last one.</summary>
internal static class AttributeRemoval
{
    /// <summary>What to delete.</summary>
    public static TextSpan Extent(AttributeListSyntax list, AttributeSyntax attribute)
    {
        int index = list.Attributes.IndexOf(attribute);
        if (index > 0)
        {
            return TextSpan.FromBounds(list.Attributes.GetSeparator(index - 1).SpanStart, attribute.Span.End);
        }

        if (list.Attributes.Count > 1)
        {
            return TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart);
        }

        // A list set apart takes the space behind it along; one right after another list leaves it to that one.
        bool isSetApart = list.GetFirstToken().GetPreviousToken().Span.End < list.SpanStart;
        return isSetApart ? TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart) : list.Span;
    }
}
