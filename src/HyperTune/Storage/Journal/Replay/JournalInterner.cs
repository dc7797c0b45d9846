using System.Text;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Keeps one object for each of the few names and distributions that a journal repeats in every trial.</summary>
internal sealed class JournalInterner
{
    private readonly Dictionary<byte[], string> _names = new(ByteSpanComparer.Instance);
    private readonly Dictionary<byte[], JournalDistribution> _distributions = new(ByteSpanComparer.Instance);

    /// <summary>The name behind a text of the file.</summary>
    public string Name(JournalString text)
    {
        Dictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(text.Raw, out string? known))
        {
            known = text.Decode();
            if (_names.Count < JournalLimits.MaximumRemembered)
            {
                lookup[text.Raw] = known;
            }
        }

        return known;
    }

    /// <summary>The distribution behind a text of the file.</summary>
    public JournalDistribution Distribution(JournalString json)
    {
        Dictionary<byte[], JournalDistribution>.AlternateLookup<ReadOnlySpan<byte>> lookup
            = _distributions.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(json.Raw, out JournalDistribution? known))
        {
            known = JournalDistributionReader.Read(json.Decode());
            if (_distributions.Count < JournalLimits.MaximumRemembered)
            {
                lookup[json.Raw] = known;
            }
        }

        return known;
    }

    /// <summary>The object that the file's own text stands for, where there is one: so that what is written and what is read share their layouts.</summary>
    public JournalDistribution Distribution(JournalDistribution distribution)
    {
        byte[] raw = Encoding.UTF8.GetBytes(JournalJsonWriter.ToText(writer => writer.String(distribution.Json))[1..^1]);
        if (_distributions.TryGetValue(raw, out JournalDistribution? known))
        {
            return known;
        }

        _distributions.Add(raw, distribution);
        return distribution;
    }

    /// <summary>The object that stands for a name.</summary>
    public string Name(string name)
    {
        byte[] raw = Encoding.UTF8.GetBytes(JournalJsonWriter.ToText(writer => writer.String(name))[1..^1]);
        if (_names.TryGetValue(raw, out string? known))
        {
            return known;
        }

        _names.Add(raw, name);
        return name;
    }
}
