using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// The names and distributions of the parameters of a trial's first record, in their order; trials with the same ones share a layout.
/// </summary>
internal sealed class ParameterLayout((string Name, JournalDistribution Distribution)[] entries)
{
    // Few names are found faster by a look at all of them.
    private const int FewNames = 16;

    private Dictionary<string, int>? _places;

    /// <summary>The layout without parameters.</summary>
    public static ParameterLayout Empty { get; } = new([]);

    public (string Name, JournalDistribution Distribution)[] Entries { get; } = entries;

    /// <summary>Whether the study knows that trials have these parameters.</summary>
    public bool IsNoted { get; set; }

    /// <summary>The place of a parameter; -1 when it is not there.</summary>
    public int IndexOf(string name)
    {
        if (Entries.Length > FewNames)
        {
            return Places().GetValueOrDefault(name, -1);
        }

        for (int i = 0; i < Entries.Length; i++)
        {
            if (string.Equals(Entries[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the parameters are these. Names and distributions are interned: others of the same meaning only cost a layout more.</summary>
    public bool IsOf(List<JournalParameter> parameters)
    {
        if (parameters.Count != Entries.Length)
        {
            return false;
        }

        for (int i = 0; i < Entries.Length; i++)
        {
            if (!ReferenceEquals(Entries[i].Name, parameters[i].Name) || !ReferenceEquals(Entries[i].Distribution, parameters[i].Distribution))
            {
                return false;
            }
        }

        return true;
    }

    private Dictionary<string, int> Places()
    {
        if (_places is null)
        {
            _places = new Dictionary<string, int>(Entries.Length, StringComparer.Ordinal);
            for (int i = 0; i < Entries.Length; i++)
            {
                _places.TryAdd(Entries[i].Name, i);
            }
        }

        return _places;
    }
}
