using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HyperTune.Terminal.Live;

/// <summary>A line of texts with styles, which is cut where the terminal ends. Texts are taken as they are: there is no markup in them.</summary>
internal sealed class StyledLine
{
    private readonly List<(string Text, Style Style)> _pieces = [];

    /// <summary>Adds a text; an empty one is left out.</summary>
    public StyledLine Add(string text, Style? style = null)
    {
        if (text.Length > 0)
        {
            _pieces.Add((text, style ?? Style.Plain));
        }

        return this;
    }

    /// <summary>The line for a terminal.</summary>
    /// <param name="width">The number of its columns.</param>
    /// <param name="ellipsis">What stands where something is cut off.</param>
    public IEnumerable<Segment> Render(int width, string ellipsis)
    {
        int left = width;
        int total = _pieces.Sum(static piece => piece.Text.GetCellWidth());
        foreach ((string text, Style style) in _pieces)
        {
            int cells = text.GetCellWidth();
            bool isLast = total <= left;
            if (isLast || cells <= left - ellipsis.Length)
            {
                yield return new Segment(text, style);
                left -= cells;
                total -= cells;
                continue;
            }

            yield return new Segment(Cut(text, left - ellipsis.Length) + ellipsis[..Math.Min(left, ellipsis.Length)], style);
            yield break;
        }
    }

    // Whole characters as people see them, of which some take two columns.
    private static string Cut(string text, int cells)
    {
        var cut = new StringBuilder();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            cells -= element.GetCellWidth();
            if (cells < 0)
            {
                break;
            }

            cut.Append(element);
        }

        return cut.ToString();
    }
}
