namespace HyperTune.State.Files;

/// <summary>An artifact or a checkpoint as the log knows it: where its bytes are, and what they have to be.</summary>
/// <param name="Name">The artifact's name; <see langword="null"/> for a checkpoint.</param>
/// <param name="Key">The <see cref="FileKey"/> under which the store has it.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Hash">The SHA-256 of the bytes, in lower-case hexadecimal digits.</param>
internal sealed record StoredFile(string? Name, string Key, long Length, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>When it was saved, in UTC.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>What a file cannot be; <see langword="null"/> where it can be one.</summary>
    public string? FindFault() => !FileKey.TryParse(Key, out _) ? "a file with no key"
        : Length < 0 ? "a file of less than 0 bytes"
        : Hash.Length != HashDigits || !Hash.All(char.IsAsciiHexDigitLower) ? "a file without a hash"
        : Name is { Length: 0 } ? "a file without a name"
        : null;
}
