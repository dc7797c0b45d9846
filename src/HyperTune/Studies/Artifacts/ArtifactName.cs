using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using HyperTune.Text;

namespace HyperTune.Studies.Artifacts;

/// <summary>Which names artifacts may have: those that a file can have on every system, so that an artifact can be stored under its name anywhere.</summary>
internal static class ArtifactName
{
    private const int MaximumBytes = 255;

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\<>:\"|?*");

    private static readonly FrozenSet<string> Devices = ((string[])["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"])
        .Concat(((string[])["COM", "LPT"]).SelectMany(static port => "0123456789¹²³".Select(digit => port + digit)))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The text is no name.</exception>
    public static void Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (FindFault(name) is { } fault)
        {
            throw new ArgumentException(
                $"'{Printable.Of(name)}' cannot be the name of an artifact: it {fault}. A name is that of a file without its directory, for instance 'model.zip'.",
                nameof(name));
        }
    }

    private static string? FindFault(string name)
    {
        int separator = name.AsSpan().IndexOfAny(Separators);
        return name.Length == 0 ? "is empty"
            : separator >= 0 ? $"contains '{name[separator]}'"
            : name.Any(char.IsControl) ? "contains a control character"
            : name is "." or ".." ? "names a directory"
            : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) ? "begins or ends with white space"
            : name[^1] == '.' ? "ends with a dot"
            : Devices.Contains(name.Split('.')[0].Trim()) ? "names a device of Windows"
            : !IsWellFormed(name) ? "contains half of a pair of surrogates"
            : Encoding.UTF8.GetByteCount(name) is > MaximumBytes and var bytes
                ? string.Create(CultureInfo.InvariantCulture, $"has {bytes} bytes in UTF-8, and at most {MaximumBytes} are allowed")
            : null;
    }

    private static bool IsWellFormed(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !name.Contains('\uFFFD'))
            {
                return false;
            }
        }

        return true;
    }
}
