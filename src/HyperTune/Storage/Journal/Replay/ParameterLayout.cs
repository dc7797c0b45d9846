using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// The names and distributions of a trial's parameters in the order they were set; trials with the same ones share a layout. Names and distributions are
/// interned, and compared by reference first.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly ParameterLayout? _shorter;
    private Dictionary<(string Name, JournalDistribution Distribution), ParameterLayout>? _longer;

    // The continuation that was used last: nearly always the next trial's, too.
    private ParameterLayout? _lastLonger;

    private ParameterLayout(ParameterLayout? shorter, (string Name, JournalDistribution Distribution)[] entries)
    {
        _shorter = shorter;
        Entries = entries;
    }

    public (string Name, JournalDistribution Distribution)[] Entries { get; }

    /// <summary>Whether the study is known to accept all these distributions.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>The layout without parameters; each replay has one of its own.</summary>
    public static ParameterLayout CreateEmpty() => new(null, []);

    public int IndexOf(string name)
    {
        for (int i = 0; i < Entries.Length; i++)
        {
            if (string.Equals(Entries[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private ParameterLayout? FindLast(string name, JournalDistribution distribution)
        => _lastLonger is { } last && ReferenceEquals(last.Entries[^1].Name, name) && ReferenceEquals(last.Entries[^1].Distribution, distribution)
            ? last
            : null;

    private ParameterLayout Add(string name, JournalDistribution distribution)
    {
        if (FindLast(name, distribution) is { } last)
        {
            return last;
        }

        _longer ??= [];
        if (!_longer.TryGetValue((name, distribution), out ParameterLayout? longer))
        {
            longer = new ParameterLayout(this, [.. Entries, (name, distribution)]);
            _longer.Add((name, distribution), longer);
        }

        return _lastLonger = longer;
    }

    /// <summary>This layout with a parameter, in the place of the one of the same name.</summary>
    public ParameterLayout Set(string name, JournalDistribution distribution)
        => FindLast(name, distribution) ?? (IndexOf(name) is >= 0 and var index ? Replace(index, distribution) : Add(name, distribution));

    private ParameterLayout Replace(int index, JournalDistribution distribution)
    {
        if (ReferenceEquals(Entries[index].Distribution, distribution))
        {
            return this;
        }

        ParameterLayout layout = this;
        while (layout.Entries.Length > index)
        {
            layout = layout._shorter!;
        }

        layout = layout.Add(Entries[index].Name, distribution);
        foreach ((string name, JournalDistribution kept) in Entries.AsSpan(index + 1))
        {
            layout = layout.Add(name, kept);
        }

        return layout;
    }
}
