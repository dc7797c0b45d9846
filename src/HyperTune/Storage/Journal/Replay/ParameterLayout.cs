namespace HyperTune;

/// <summary>
/// The names and distributions of a trial's parameters in the order they were set. Trials with the same ones share a layout, so that a trial itself
/// keeps its numbers only. Names and distributions are interned, and compared by reference first.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly ParameterLayout _root;
    private readonly ParameterLayout? _shorter;
    private Dictionary<(string Name, JournalDistribution Distribution), ParameterLayout>? _longer;

    // The continuation that was used last: nearly always the next trial's, too.
    private ParameterLayout? _lastLonger;

    private ParameterLayout(ParameterLayout? shorter, (string Name, JournalDistribution Distribution)[] entries)
    {
        _shorter = shorter;
        _root = shorter?._root ?? this;
        _root.LongestCount = Math.Max(_root.LongestCount, entries.Length);
        Entries = entries;
    }

    public (string Name, JournalDistribution Distribution)[] Entries { get; }

    /// <summary>The number of parameters of the longest layout with the same root: how many numbers a trial will probably have.</summary>
    public int LongestCount
    {
        get => _root == this ? field : _root.LongestCount;
        private set;
    }

    /// <summary>The study that is known to accept the last parameter's distribution.</summary>
    public JournalStudy? AcceptedBy { get; set; }

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

    /// <summary>The layout with one more parameter, if it was the one asked for last.</summary>
    public ParameterLayout? FindLast(string name, JournalDistribution distribution)
        => _lastLonger is { } last && ReferenceEquals(last.Entries[^1].Name, name) && ReferenceEquals(last.Entries[^1].Distribution, distribution)
            ? last
            : null;

    /// <summary>This layout with one more parameter at its end.</summary>
    public ParameterLayout Add(string name, JournalDistribution distribution)
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

    /// <summary>This layout with another distribution at a place.</summary>
    public ParameterLayout Replace(int index, JournalDistribution distribution)
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
