using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>Sources with the expected diagnostics written around the text they mark: <c>{|HT2001:10|}</c>, nested where two mark the same text.</summary>
internal static class TestMarkup
{
    private const string Open = "{|";
    private const string Close = "|}";

    /// <summary>Takes the markup out of a source.</summary>
    /// <exception cref="FormatException">A mark is never closed.</exception>
    public static (string Code, IReadOnlyList<ExpectedDiagnostic> Expected) Parse(string markup)
    {
        var code = new StringBuilder(markup.Length);
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<ExpectedDiagnostic>();
        for (int i = 0; i < markup.Length; i++)
        {
            ReadOnlySpan<char> rest = markup.AsSpan(i);
            if (rest.StartsWith(Open))
            {
                int colon = markup.IndexOf(':', i);
                open.Push((markup[(i + Open.Length)..colon], code.Length));
                i = colon;
            }
            else if (open.Count > 0 && rest.StartsWith(Close))
            {
                (string id, int start) = open.Pop();
                expected.Add(new ExpectedDiagnostic(id, TextSpan.FromBounds(start, code.Length)));
                i++;
            }
            else
            {
                code.Append(markup[i]);
            }
        }

        return open.Count == 0 ? (code.ToString(), expected) : throw new FormatException($"The mark of {open.Peek().Id} is never closed.");
    }
}
