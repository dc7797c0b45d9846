using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HyperTune;

/// <summary>Attributes in the order of their first setting: names, and values as JSON. Small ones, and there are many of these, cost one array.</summary>
internal sealed class JournalAttributes : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private const int IndexFrom = 16;

    private KeyValuePair<string, string>[] _entries = [];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    public bool TryGet(string name, [NotNullWhen(true)] out string? json)
    {
        int i = Find(name);
        json = i < 0 ? null : _entries[i].Value;
        return i >= 0;
    }

    public void Set(string name, string json)
    {
        int i = Find(name);
        if (i >= 0)
        {
            _entries[i] = new(name, json);
            return;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count < 4 ? Count + 1 : Count * 2);
        }

        _entries[Count] = new(name, json);
        _index?.Add(name, Count);
        Count++;
        if (Count == IndexFrom)
        {
            _index = Enumerable.Range(0, Count).ToDictionary(j => _entries[j].Key, static j => j, StringComparer.Ordinal);
        }
    }

    public JournalAttributes Clone() => new() { _entries = _entries.AsSpan(0, Count).ToArray(), _index = _index is null ? null : new(_index), Count = Count };

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string name)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(name, -1);
        }

        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_entries[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
