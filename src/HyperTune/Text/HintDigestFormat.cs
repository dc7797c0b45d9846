namespace HyperTune.Text;

/// <summary>
/// The words of the file in which a study hands its hints to the compiler (<c>digits.journal.hints</c>). Compiled into the runtime and into the generator.
/// </summary>
/// <remarks>
/// Lines of texts apart by tabs (<see cref="TabbedLine"/>): first <see cref="Header"/> and <see cref="Version"/>; for each study <see cref="Study"/>, its name, the
/// config type's full name, the space's fingerprint and the number of trials, and then its hints; last <see cref="End"/> and the number of lines before it, which
/// tells a file that is whole. Parameters have their names in studies, numbers are vector values as invariant text.
/// </remarks>
internal static class HintDigestFormat
{
    public const string Header = "hypertune-hints";
    public const string Version = "1";
    public const string Study = "study";

    /// <summary>A bound that binds: parameter, <see cref="Upper"/> or <see cref="Lower"/>, the wider bound, the text.</summary>
    public const string Bound = "bound";

    public const string Upper = "upper";
    public const string Lower = "lower";

    /// <summary>A parameter without effect: parameter, the value to fix it at, the text.</summary>
    public const string Fixed = "fixed";

    /// <summary>A default that is worse than the best config: the text. A <see cref="Value"/> for each active parameter of the best config follows.</summary>
    public const string Default = "default";

    /// <summary>A value of the best config: parameter and value.</summary>
    public const string Value = "value";

    public const string End = "end";

    /// <summary>How the name of a digest ends.</summary>
    public const string Extension = ".hints";
}
