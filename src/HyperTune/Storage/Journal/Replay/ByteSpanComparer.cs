using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Compares byte arrays by content, so that a dictionary can be asked with bytes of the file without copying them.</summary>
internal sealed class ByteSpanComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly ByteSpanComparer Instance = new();

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    // Eight bytes at a time: the texts are longer than dictionaries are used to, and nobody chooses them to collide.
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        const ulong Odd = 0x9E3779B97F4A7C15UL;
        ulong hash = (ulong)alternate.Length;
        while (alternate.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate)) * Odd, 29);
            alternate = alternate[sizeof(ulong)..];
        }

        foreach (byte value in alternate)
        {
            hash = (hash ^ value) * Odd;
        }

        return (int)(hash >> 32);
    }
}
