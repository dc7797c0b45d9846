using System.Text;

namespace HyperTune;

/// <summary>Keeps one object for each of the few names, distributions and short texts that a journal repeats in every trial.</summary>
internal sealed class JournalInterner
{
    // A journal with more different values than this repeats little, and remembering them all would cost more than it saves.
    private const int MaximumCount = 4096;
    private const int MaximumTextLength = 80;

    private readonly Dictionary<byte[], string> _names = new(ByteSpanComparer.Instance);
    private readonly Dictionary<byte[], string> _json = new(ByteSpanComparer.Instance);
    private readonly Dictionary<byte[], JournalDistribution> _distributions = new(ByteSpanComparer.Instance);

    /// <summary>A name: one object for each.</summary>
    public string Name(JournalString text)
    {
        Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(text.Raw, out string? known))
        {
            known = text.Decode();
            lookup[text.Raw] = known;
        }

        return known;
    }

    /// <summary>A value.</summary>
    public string Json(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaximumTextLength)
        {
            return Encoding.UTF8.GetString(json);
        }

        Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> lookup = _json.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(json, out string? known))
        {
            known = Encoding.UTF8.GetString(json);
            if (_json.Count < MaximumCount)
            {
                lookup[json] = known;
            }
        }

        return known;
    }

    /// <summary>The distribution behind a text.</summary>
    public JournalDistribution Distribution(JournalString json)
    {
        Dictionary<byte[], JournalDistribution>.AlternateLookup<ReadOnlySpan<byte>> lookup
            = _distributions.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(json.Raw, out JournalDistribution? known))
        {
            known = JournalDistributionReader.Read(json.Decode());
            if (_distributions.Count < MaximumCount)
            {
                lookup[json.Raw] = known;
            }
        }

        return known;
    }
}
