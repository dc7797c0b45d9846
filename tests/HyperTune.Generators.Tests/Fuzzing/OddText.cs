namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Strings that break careless writers of C#, JSON, XML and format strings.</summary>
internal static class OddText
{
    public static readonly IReadOnlyList<string> Values =
    [
        "relu", "tanh", "", " ", "a\"b", "\\", "{x}", "{{0}}", "}", "a\nb", "\r\n", "\t", "</script>", "<!-- & -->", "]]>", "\0", "\u2028", "名前", "\ud83d\ude00", "null", "true", "1",
        "RELU", "it's", "$\"{x}\"", "\"\"\"", "*/", "//", "%s", "\u200f", "\u00e9", "e\u0301", "\u001b[0m",
    ];

    /// <summary>Characters of the same kind.</summary>
    public static readonly IReadOnlyList<object?> Characters = ['a', 'B', '\'', '"', '\\', '\n', '\0', ' ', '{', '\u2028', 'ß', '<', '\ud83d'];

    /// <summary>Stable names: not empty, and without what separates the parts of a path.</summary>
    public static readonly IReadOnlyList<string> StableNames =
        ["learning rate", "na\"me", "{0}", "<b>", "größe", "a/b", "\\", "x\ny", "</script>", "$type", "-", "λ", "null", "#1", "a,b"];
}
