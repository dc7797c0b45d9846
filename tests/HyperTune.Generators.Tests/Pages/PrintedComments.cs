using System.Text;
using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>
/// What the comments of a block say it prints: the comment behind a <c>Console.WriteLine</c>, and those on the lines right below it. <c>...</c> stands for
/// what differs from run to run; on a line of its own, for any number of lines.
/// </summary>
internal static partial class PrintedComments
{
    /// <summary>What the output must look like; <see langword="null"/> where no comment says anything. Comments are for all prints of a block or for none.</summary>
    public static Regex? Of(CodeBlock block)
    {
        string[] lines = block.Code.Split('\n');
        var expected = new List<string>();
        var silent = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains("Console.WriteLine(", StringComparison.Ordinal))
            {
                continue;
            }

            int before = expected.Count;
            expected.AddRange(Behind().Matches(lines[i]).Select(static match => match.Groups["text"].Value));
            expected.AddRange(lines.Skip(i + 1).Select(static line => Alone().Match(line)).TakeWhile(static match => match.Success).Select(static match => match.Groups["text"].Value));
            if (expected.Count == before)
            {
                silent.Add(lines[i].Trim());
            }
        }

        if (expected.Count == 0)
        {
            return null;
        }

        Assert.Empty(silent);
        return new Regex($@"\A{string.Concat(expected.Select(PatternOf))}\z");
    }

    private static string PatternOf(string line)
    {
        if (line == "...")
        {
            return "(?:.*\n)*";
        }

        var pattern = new StringBuilder();
        pattern.AppendJoin(".+", line.Split("...").Select(Regex.Escape));
        return pattern.Append('\n').ToString();
    }

    [GeneratedRegex(@";\s*// (?<text>.+)$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^\s*// (?<text>.+)$")]
    private static partial Regex Alone();
}
