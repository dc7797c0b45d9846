using System.Buffers.Binary;
using System.Text;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>A message of Protocol Buffers, field by field in their order.</summary>
/// <remarks>Reference: protobuf.dev/programming-guides/encoding: a field is its number and its wire type, followed by the value.</remarks>
internal sealed class ProtoMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Length = 2;
    private const int Fixed32 = 5;

    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public ProtoMessage Integer(int field, long value)
    {
        Tag(field, Varint);
        Number(unchecked((ulong)value));
        return this;
    }

    public ProtoMessage Bool(int field, bool value) => Integer(field, value ? 1 : 0);

    public ProtoMessage Double(int field, double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        Tag(field, Fixed64);
        _bytes.Write(bytes);
        return this;
    }

    public ProtoMessage Float(int field, float value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        Tag(field, Fixed32);
        _bytes.Write(bytes);
        return this;
    }

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToArray());

    public ProtoMessage Bytes(int field, byte[] value)
    {
        Tag(field, Length);
        Number((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Tag(int field, int wireType) => Number((ulong)((field << 3) | wireType));

    // Seven bits a byte, the lowest first; the highest bit says that more follow.
    private void Number(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _bytes.WriteByte((byte)(value | 0x80));
        }

        _bytes.WriteByte((byte)value);
    }
}
