using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HyperTune.State.Files;

/// <summary>
/// Under which name a store keeps a file of a trial. No two files ever have the same, so that a new one is written beside the one that it replaces. It is
/// made of hexadecimal digits and hyphens, which is all that Optuna's dashboard takes.
/// </summary>
/// <param name="Scope">What all files of a study begin with.</param>
/// <param name="Trial">The trial's number.</param>
/// <param name="Writer">Which process wrote it, in short; see <see cref="WriterOf"/>.</param>
/// <param name="Mark">What tells it from other files of the trial.</param>
internal readonly record struct FileKey(string Scope, int Trial, string Writer, string Mark)
{
    private const int ScopeDigits = 16;
    private const int WriterDigits = 8;
    private const int MarkDigits = 16;

    /// <summary>A new scope, which no other study has.</summary>
    public static string NewScope() => RandomNumberGenerator.GetHexString(ScopeDigits, lowercase: true);

    /// <summary>A key that no file has yet.</summary>
    /// <param name="scope">The study's scope.</param>
    /// <param name="trial">The trial's number.</param>
    /// <param name="owner">The process that runs the trial; <see langword="null"/> where there is only one.</param>
    public static FileKey New(string scope, int trial, string? owner)
        => new(scope, trial, WriterOf(owner), RandomNumberGenerator.GetHexString(MarkDigits, lowercase: true));

    /// <summary>A process as keys name it.</summary>
    public static string WriterOf(string? owner)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner ?? "")))[..WriterDigits];

    /// <summary>What all keys of a study begin with.</summary>
    public static string PrefixOf(string scope) => scope + "-";

    /// <summary>Under which name a store keeps the directory of a trial.</summary>
    public static string DirectoryOf(string scope, int trial) => string.Create(CultureInfo.InvariantCulture, $"{scope}-{trial}");

    public static bool IsScope(string text) => IsHex(text, ScopeDigits);

    /// <summary>Reads what <see cref="ToString"/> gives.</summary>
    public static bool TryParse(string text, out FileKey key)
    {
        key = default;
        bool isKey = text.Split('-') is [var scope, var number, var writer, var mark]
            && TryReadTrial(scope, number, out int trial)
            && IsHex(writer, WriterDigits)
            && IsHex(mark, MarkDigits)
            && (key = new FileKey(scope, trial, writer, mark)) is var _;
        return isKey;
    }

    /// <summary>Reads what <see cref="DirectoryOf"/> gives.</summary>
    public static bool TryParseDirectory(string text, out int trial)
    {
        trial = -1;
        return text.Split('-') is [var scope, var number] && TryReadTrial(scope, number, out trial);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scope}-{Trial}-{Writer}-{Mark}");

    private static bool TryReadTrial(string scope, string number, out int trial)
        => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out trial) && IsScope(scope);

    private static bool IsHex([NotNullWhen(true)] string? text, int digits) => text?.Length == digits && text.All(char.IsAsciiHexDigitLower);
}
