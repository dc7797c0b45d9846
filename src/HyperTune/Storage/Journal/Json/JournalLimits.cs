using System.Globalization;

namespace HyperTune.Storage.Journal.Json;

/// <summary>
/// How much one record may hold. Far beyond what programs write; what is beyond it is refused, so that no file costs more than its size.
/// </summary>
internal static class JournalLimits
{
    /// <summary>How deep values may be nested.</summary>
    public const int MaximumDepth = 500;

    /// <summary>How many parameters a trial, or a declared search space, may have.</summary>
    public const int MaximumParameters = 100_000;

    /// <summary>How many different texts, layouts and the like are remembered, because they are likely to come again.</summary>
    public const int MaximumRemembered = 4096;

    private const int ExcerptLength = 200;

    /// <summary>A text as messages show it: its beginning, where it is long.</summary>
    public static string Excerpt(string text) => text.Length <= ExcerptLength
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, ExcerptLength)}... ({text.Length} characters)");
}
