using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal.Records;

/// <summary>One line of a journal, cut into its members. A member is read only when the operation asks for it.</summary>
internal ref struct JournalRecord
{
    private readonly ReadOnlySpan<byte> _line;
    private Slots _slots;

    /// <param name="line">The line, without its line break.</param>
    /// <param name="repeats">What other lines said at length, which need not be cut anew; <see langword="null"/> for nothing.</param>
    /// <exception cref="JournalFormatException">The line is no JSON object in valid UTF-8.</exception>
    public JournalRecord(ReadOnlySpan<byte> line, JournalRepeats? repeats = null)
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
            ReadOnlySpan<byte> member = name.HasEscapes ? Encoding.UTF8.GetBytes(name.Decode()) : name.Raw;
            bool isKnown = JournalKeys.TryFind(member, out JournalKey key);
            int repeated = isKnown && repeats is not null ? FindRepeated(key, line[start..], repeats) : 0;
            if (repeated > 0)
            {
                reader.Skip(repeated);
            }
            else
            {
                reader.ReadRaw();
            }

            if (isKnown)
            {
                _slots[(int)key] = (start, reader.Position);
            }
        }

        reader.ExpectEnd();
    }

    /// <summary>The distributions of a trial's parameters, where an earlier line had the same; <see langword="null"/> to read them.</summary>
    public JournalTrialDistributions? TrialDistributions { get; private set; }

    /// <summary>The distribution of a parameter, where an earlier line had the same; <see langword="null"/> to read it.</summary>
    public JournalDistribution? ParameterDistribution { get; private set; }

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

    /// <summary>The bytes of a member's value; nothing where it is missing.</summary>
    public readonly ReadOnlySpan<byte> Raw(JournalKey key)
    {
        (int start, int end) = _slots[(int)key];
        return _line[start..end];
    }

    // The last member of a name counts, so that one that is not known takes the place of one that was.
    private int FindRepeated(JournalKey key, ReadOnlySpan<byte> rest, JournalRepeats repeats)
    {
        int length = 0;
        if (key == JournalKey.Distributions)
        {
            TrialDistributions = repeats.OfTrials.Find(rest, out length);
        }
        else if (key == JournalKey.Distribution)
        {
            ParameterDistribution = repeats.OfParameters.Find(rest, out length);
        }

        return length;
    }

    [InlineArray(JournalKeys.Count)]
    private struct Slots
    {
        private (int Start, int End) _first;
    }
}
