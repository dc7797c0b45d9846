using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of the page on which the block's code starts.</param>
/// <param name="Language">What the fence names.</param>
/// <param name="Code">The code, as it stands.</param>
public sealed partial record CodeBlock(Page Page, int Line, string Language, string Code)
{
    /// <summary>What stands above a block that the compiler of these tests is too old for; the integration tests build it with the SDK.</summary>
    public const string NewerMark = "<!-- C# 14 -->\n";

    /// <summary>Whether the block is C# that the compiler of these tests knows.</summary>
    public bool IsCSharp => Language == "csharp" && !IsNewer;

    /// <summary>Whether the block stands below <see cref="NewerMark"/>.</summary>
    public bool IsNewer { get; private init; }

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
                match.Groups["code"].Value)
            {
                IsNewer = text.AsSpan(0, match.Index).EndsWith(NewerMark),
            }),
        ];
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
