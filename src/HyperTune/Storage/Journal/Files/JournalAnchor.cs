namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// The first and the last bytes of what was read of a file. They must still be there when it is read on, or the file is another one: one that was copied
/// over the first keeps its number.
/// </summary>
internal sealed class JournalAnchor
{
    private const int Size = 256;

    private readonly byte[] _head = new byte[Size];
    private readonly byte[] _tail = new byte[Size];
    private int _headLength;
    private int _tailLength;

    /// <summary>Notes what was read or appended.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_headLength < Size)
        {
            ReadOnlySpan<byte> first = bytes[..Math.Min(bytes.Length, Size - _headLength)];
            first.CopyTo(_head.AsSpan(_headLength));
            _headLength += first.Length;
        }

        ReadOnlySpan<byte> last = bytes.Length > Size ? bytes[^Size..] : bytes;
        int kept = Math.Min(_tailLength, Size - last.Length);
        _tail.AsSpan(_tailLength - kept, kept).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(kept));
        _tailLength = kept + last.Length;
    }

    /// <summary>Whether the bytes are where they were.</summary>
    /// <param name="medium">The file; it is open.</param>
    /// <param name="end">Where the last of them was.</param>
    public bool Holds(JournalMedium medium, long end)
        => Holds(medium, 0, _head.AsSpan(0, _headLength)) && Holds(medium, end - _tailLength, _tail.AsSpan(0, _tailLength));

    private static bool Holds(JournalMedium medium, long offset, ReadOnlySpan<byte> expected)
    {
        Span<byte> found = stackalloc byte[Size];
        found = found[..expected.Length];
        return medium.Read(offset, found) == expected.Length && found.SequenceEqual(expected);
    }
}
