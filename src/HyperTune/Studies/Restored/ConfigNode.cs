namespace HyperTune.Studies.Restored;

/// <summary>A part of a config: a value, or what has members, or both where the value says which members there are.</summary>
internal sealed class ConfigNode
{
    private readonly Dictionary<string, ConfigNode> _byName = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, ConfigNode>> _members = [];

    /// <summary>The parameter with exactly this name; <see langword="null"/> where there is none.</summary>
    public Parameter? Parameter { get; set; }

    /// <summary>The members, in the order of their first parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, ConfigNode>> Members => _members;

    /// <summary>Whether the members are the items of a list.</summary>
    public bool IsList { get; private set; }

    /// <summary>The member of a name, made when it is not there.</summary>
    public ConfigNode Member(string name)
    {
        if (!_byName.TryGetValue(name, out ConfigNode? member))
        {
            member = new ConfigNode();
            _byName.Add(name, member);
            _members.Add(new(name, member));
            IsList |= name.StartsWith('[');
        }

        return member;
    }

    /// <summary>The member of a name; <see langword="null"/> where there is none.</summary>
    public ConfigNode? Find(string name) => _byName.GetValueOrDefault(name);
}
