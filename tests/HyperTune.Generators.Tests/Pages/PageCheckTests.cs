using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>The checks of pages find what is wrong.</summary>
public sealed class PageCheckTests
{
    [Theory]
    [InlineData("Console.WriteLine(x);    // 1\n", "1\n", true)]
    [InlineData("Console.WriteLine(x);    // 1\n", "2\n", false)]
    [InlineData("Console.WriteLine(x);    // 1\n", "1\n2\n", false)]
    [InlineData("Console.WriteLine(x);    // Trial ...: done (X = ...)\n", "Trial 7: done (X = 0.5)\n", true)]
    [InlineData("Console.WriteLine(x);    // Trial ...: done\n", "Trial 7: failed\n", false)]
    [InlineData("Console.WriteLine(x);\n// 1\n// 2\n", "1\n2\n", true)]
    [InlineData("Console.WriteLine(x);\n// 1\n// ...\n// 9\n", "1\n2\n3\n9\n", true)]
    [InlineData("Console.WriteLine(x);\n// 1\n// ...\n// 9\n", "1\n2\n3\n", false)]
    [InlineData("Console.WriteLine(x);    // 1\n\n// A comment on what follows.\nint y = 2;\n", "1\n", true)]
    public void Output_is_compared_with_the_comments(string code, string output, bool isRight)
    {
        Regex? expected = PrintedComments.Of(BlockOf(code));
        Assert.NotNull(expected);
        Assert.Equal(isRight, expected.IsMatch(output));
    }

    [Fact]
    public void Without_comments_nothing_is_compared() => Assert.Null(PrintedComments.Of(BlockOf("// A comment before.\nConsole.WriteLine(x);\n")));

    [Fact]
    public void Links_to_files_and_headings_that_are_not_there_are_found()
    {
        string directory = Directory.CreateTempSubdirectory("hypertune-links-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "Other.md"), "# A title, with `code`\n");
            string page = Path.Combine(directory, "Page.md");
            File.WriteAllText(page, """
                ## Here
                [fine](Other.md), [fine](#here), [elsewhere](https://example.org/none.md), `[code](None.md)`,
                [no file](None.md), [no heading](Other.md#other).
                """);
            Assert.Equal([$"{page}: None.md", $"{page}: Other.md#other"], MarkdownLinks.FindBroken(page));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static CodeBlock BlockOf(string code) => new(Page.Readme, 1, "csharp", code);
}
