using System.ComponentModel;
using HyperTune.Spaces.Narrowed;

namespace HyperTune.CompilerServices;

/// <summary>
/// Where a nested space lies in its root: the prefix of its names, its first index, the condition it is under and the root's default point.
/// For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct SpaceScope
{
    private readonly ReadOnlyMemory<double> _defaults;

    /// <summary>Creates a scope that knows no default point yet.</summary>
    /// <param name="prefix">The dotted path in front of the names, without its last dot; empty at the root.</param>
    /// <param name="offset">The index of the nested space's first parameter.</param>
    /// <param name="condition">When the nested space exists; <see langword="null"/> for always.</param>
    public SpaceScope(string prefix, int offset, ParameterCondition? condition)
        : this(prefix, offset, condition, default)
    {
    }

    private SpaceScope(string prefix, int offset, ParameterCondition? condition, ReadOnlyMemory<double> defaults, bool isOptional = false)
    {
        Prefix = prefix;
        Offset = offset;
        Condition = condition;
        _defaults = defaults;
        IsOptional = isOptional;
    }

    /// <summary>The scope of a space that is not nested.</summary>
    public static SpaceScope Root => new("", 0, null);

    /// <summary>The dotted path in front of the names, without its last dot.</summary>
    public string Prefix { get; }

    /// <summary>The index of the space's first parameter.</summary>
    public int Offset { get; }

    /// <summary>When the space exists; <see langword="null"/> for always.</summary>
    public ParameterCondition? Condition { get; }

    /// <summary>Whether the space is an optional part, whose own name is that of its presence parameter.</summary>
    public bool IsOptional { get; }

    /// <summary>The full name of one of the space's own parameters.</summary>
    /// <param name="name">The parameter's own name.</param>
    public string Name(string name) => Prefix is null or "" ? name : $"{Prefix}.{name}";

    /// <summary>The index in the root's vectors of one of the space's own parameters.</summary>
    /// <param name="index">The parameter's index, counted from this space's first parameter.</param>
    public int Index(int index) => Offset + index;

    /// <summary>The vector value of one of the space's own parameters at the default point, or another value where it does not exist there.</summary>
    /// <param name="index">The parameter's index, counted from this space's first parameter.</param>
    /// <param name="inactive">The vector value for a parameter that the default point leaves inactive.</param>
    public double Default(int index, double inactive)
    {
        double value = index < _defaults.Length ? _defaults.Span[index] : double.NaN;
        return double.IsNaN(value) ? inactive : value;
    }

    /// <summary>This scope for a conditional space: its selector takes the name of what holds it, at the root that of the type.</summary>
    /// <param name="type">The type's name.</param>
    public SpaceScope AsUnion(string type) => Prefix is null or "" ? new(type, Offset, Condition, _defaults) : this;

    /// <summary>The scope of the optional part whose presence this scope begins with.</summary>
    /// <param name="condition">The condition of being present.</param>
    public SpaceScope WherePresent(ParameterCondition condition)
        => new(Prefix, Offset + 1, condition, _defaults.IsEmpty ? default : _defaults[1..], isOptional: true);

    /// <summary>The scope of an element of a list whose scope this is.</summary>
    /// <param name="element">The element's place in the list.</param>
    /// <param name="index">Its first index, counted from the list's first parameter.</param>
    /// <param name="condition">When it exists; <see langword="null"/> for always.</param>
    public SpaceScope Element(int element, int index, ParameterCondition? condition)
        => new($"{Prefix}[{element}]", Offset + index, condition, _defaults.IsEmpty ? default : _defaults[index..]);

    /// <summary>The scope of what describes all elements of a list whose scope this is.</summary>
    /// <param name="index">The first index of the first element, counted from the list's first parameter.</param>
    /// <param name="condition">When the list exists; <see langword="null"/> for always.</param>
    internal SpaceScope Each(int index, ParameterCondition? condition)
        => new($"{Prefix}{ElementNames.Each}", Offset + index, condition, _defaults.IsEmpty ? default : _defaults[index..]);

    /// <summary>The scope of a space nested in this one.</summary>
    /// <param name="name">The nested space's own name.</param>
    /// <param name="index">Its first index, counted from this space's first parameter.</param>
    /// <param name="condition">When it exists beyond this scope's own condition; <see langword="null"/> for this scope's.</param>
    public SpaceScope Nest(string name, int index, ParameterCondition? condition = null)
        => new(Name(name), Offset + index, condition ?? Condition, _defaults.IsEmpty ? default : _defaults[index..]);

    /// <summary>This scope with a default point: the root's where it has a value, the space's own elsewhere.</summary>
    /// <typeparam name="T">The type of the space's configs.</typeparam>
    /// <param name="space">The space, whose parameters need not exist yet.</param>
    /// <param name="count">How many entries a vector of the space has.</param>
    public SpaceScope WithDefaults<T>(SearchSpace<T> space, int count)
    {
        double[] defaults = new double[count];
        space.Encode(space.Default, defaults);
        ReadOnlySpan<double> outer = _defaults.Span;
        for (int i = 0; i < Math.Min(defaults.Length, outer.Length); i++)
        {
            defaults[i] = double.IsNaN(outer[i]) ? defaults[i] : outer[i];
        }

        return new SpaceScope(Prefix, Offset, Condition, defaults, IsOptional);
    }
}
