using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests;

/// <summary>All accepted snapshots are written as carefully as code by hand.</summary>
public sealed partial class SnapshotHygieneTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Snapshot.DirectoryBeside(Here()), "*.verified.cs").Select(static path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Snapshot_is_tidy(string file)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Snapshot.DirectoryBeside(Here()), file));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\t", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(TrailingBlank(), text);
        Assert.DoesNotMatch(TwoEmptyLines(), text);
        Assert.DoesNotMatch(EmptyLineAtBlockEdge(), text);
        Assert.DoesNotMatch(UnqualifiedName(), Comment().Replace(StringLiteral().Replace(text, "\"\""), ""));
    }

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"[ ]+\n")]
    private static partial Regex TrailingBlank();

    [GeneratedRegex(@"\n\n\n")]
    private static partial Regex TwoEmptyLines();

    [GeneratedRegex(@"\{\n\n|\n\n[ ]*\}")]
    private static partial Regex EmptyLineAtBlockEdge();

    [GeneratedRegex(@"(?<![:.\w])(System|HyperTune)\.")]
    private static partial Regex UnqualifiedName();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();
}
