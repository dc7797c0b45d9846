using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of the page on which the block's code starts.</param>
/// <param name="Language">What the fence names.</param>
/// <param name="Code">The code, as it stands.</param>
public sealed partial record CodeBlock(Page Page, int Line, string Language, string Code)
{
    /// <summary>Whether the block is C#.</summary>
    public bool IsCSharp => Language == "csharp";

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";

    /// <summary>Reads the blocks of a page, in their order.</summary>
    public static IReadOnlyList<CodeBlock> ReadAll(Page page)
    {
        string text = page.Text;
        return
        [
            .. Fence().Matches(text).Select(match => new CodeBlock(
                page,
                text.AsSpan(0, match.Groups["code"].Index).Count('\n') + 1,
                match.Groups["language"].Value,
                match.Groups["code"].Value)),
        ];
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
