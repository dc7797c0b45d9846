using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>The links of Markdown pages to other files.</summary>
internal static partial class MarkdownLinks
{
    /// <summary>What is wrong with the relative links of a page: files that are not there, headings that the file does not have.</summary>
    /// <param name="file">The page.</param>
    public static IReadOnlyList<string> FindBroken(string file)
    {
        var broken = new List<string>();
        foreach (Match match in Link().Matches(Code().Replace(File.ReadAllText(file), "")))
        {
            string target = match.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = target.Split('#', 2);
            string path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
            bool isThere = parts.Length == 1 ? File.Exists(path) || Directory.Exists(path) : File.Exists(path) && Headings(path).Contains(parts[1]);
            if (!isThere)
            {
                broken.Add($"{file}: {target}");
            }
        }

        return broken;
    }

    // A heading's anchor as GitHub makes it: small letters, hyphens for spaces, nothing else but digits and underscores.
    private static IEnumerable<string> Headings(string file) => Heading().Matches(Code().Replace(File.ReadAllText(file), ""))
        .Select(static match => string.Concat(match.Groups["text"].Value.ToLowerInvariant()
            .Select(static c => c == ' ' ? "-" : char.IsLetterOrDigit(c) || c is '-' or '_' ? $"{c}" : "")));

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```$|`[^`\n]+`(?!\\])", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
