using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HyperTune;

/// <summary>A hash of what a space means. The text that is hashed is a contract: changing it would make every stored study look foreign.</summary>
internal static class SpaceFingerprint
{
    public static string Of(ImmutableArray<Parameter> parameters)
    {
        IEnumerable<string> lines = parameters
            .Select(static parameter => $"{parameter.Name.Length}:{parameter.Name}={parameter.Distribution.Canonical}?{parameter.Condition?.Canonical}\n")
            .Order(StringComparer.Ordinal);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
