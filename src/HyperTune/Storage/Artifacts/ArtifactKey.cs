using System.Buffers;
using HyperTune.Text;

namespace HyperTune.Storage.Artifacts;

/// <summary>The keys of stores, which must never lead a store to anything else than its own.</summary>
internal static class ArtifactKey
{
    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdef-");

    /// <exception cref="ArgumentException">The text is no key.</exception>
    public static void Check(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > MaximumLength || key.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException(
                $"'{Printable.Of(key)}' is no key of an artifact. Keys have 1 to {MaximumLength} characters: hexadecimal digits in lower case, and hyphens.", nameof(key));
        }
    }
}
