using System.Buffers.Binary;
using System.Numerics;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>A record of an event file: its length, a checksum of the length, the data, a checksum of the data; all little-endian.</summary>
internal static class EventRecord
{
    private const uint Mask = 0xA282EAD8;
    private const int Rotation = 15;

    /// <summary>The record with some data.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> data)
    {
        byte[] record = new byte[sizeof(ulong) + sizeof(uint) + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedChecksum(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record.AsSpan(sizeof(ulong) + sizeof(uint)));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), MaskedChecksum(data));
        return record;
    }

    /// <summary>The checksum CRC-32C (Castagnoli), turned and shifted so that data which contain checksums do not fool it.</summary>
    public static uint MaskedChecksum(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return unchecked(BitOperations.RotateRight(~crc, Rotation) + Mask);
    }
}
