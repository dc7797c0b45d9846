using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Records;

/// <summary>One line of a journal, cut into its members. A member is read only when the operation asks for it.</summary>
internal ref struct JournalRecord
{
    private readonly ReadOnlySpan<byte> _line;
    private Slots _slots;

    /// <exception cref="JournalFormatException">The line is no JSON object in valid UTF-8.</exception>
    public JournalRecord(ReadOnlySpan<byte> line)
    {
        _line = line;
        if (!Utf8.IsValid(line))
        {
            throw new JournalFormatException("The line is not UTF-8 text.");
        }

        var reader = new JournalTokenizer(line);
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            reader.Peek();
            int start = reader.Position;
            reader.ReadRaw();
            ReadOnlySpan<byte> member = name.HasEscapes ? Encoding.UTF8.GetBytes(name.Decode()) : name.Raw;
            if (JournalKeys.TryFind(member, out JournalKey key))
            {
                _slots[(int)key] = (start, reader.Position);
            }
        }

        reader.ExpectEnd();
    }

    public readonly bool Has(JournalKey key) => _slots[(int)key].End > 0;

    /// <summary>Whether the member is there and is not null.</summary>
    public readonly bool HasValue(JournalKey key) => Has(key) && Raw(key)[0] != 'n';

    /// <summary>A reader on the member's value.</summary>
    /// <exception cref="JournalFormatException">The member is missing.</exception>
    public readonly JournalTokenizer Read(JournalKey key)
        => Has(key) ? new JournalTokenizer(Raw(key)) : throw new JournalFormatException($"The record has no \"{JournalKeys.NameOf(key)}\".");

    public readonly long ReadInteger(JournalKey key)
    {
        JournalTokenizer reader = Read(key);
        try
        {
            return reader.ReadInteger();
        }
        catch (JournalFormatException exception)
        {
            throw new JournalFormatException($"\"{JournalKeys.NameOf(key)}\": {exception.Message}");
        }
    }

    public readonly double ReadDouble(JournalKey key)
    {
        JournalTokenizer reader = Read(key);
        return reader.ReadDouble();
    }

    public readonly JournalString ReadString(JournalKey key)
    {
        JournalTokenizer reader = Read(key);
        return reader.ReadString();
    }

    private readonly ReadOnlySpan<byte> Raw(JournalKey key)
    {
        (int start, int end) = _slots[(int)key];
        return _line[start..end];
    }

    [InlineArray(JournalKeys.Count)]
    private struct Slots
    {
        private (int Start, int End) _first;
    }
}
