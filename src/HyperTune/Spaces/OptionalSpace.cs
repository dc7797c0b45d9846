using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The parameters of a nested search space that a config can do without: whether it is there, and what it is made of where it is.</summary>
/// <typeparam name="TSpace">The nested space's descriptor.</typeparam>
public sealed class OptionalSpace<TSpace>
    where TSpace : SearchSpace
{
    internal OptionalSpace(ChoiceParameter<string> presence, TSpace space)
    {
        Presence = presence;
        Space = space;
        Parameters = [presence, .. space.Parameters];
    }

    /// <summary>Whether the part is there, <c>absent</c> or <c>present</c>: a parameter with the name of the config's property.</summary>
    public ChoiceParameter<string> Presence { get; }

    /// <summary>The nested space, whose parameters exist where the part is present.</summary>
    public TSpace Space { get; }

    /// <summary>Narrows a space to configs that have the part.</summary>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    public Narrowing Present() => Presence.Only(Presence.Values[1]);

    /// <summary>Narrows a space to configs without the part.</summary>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    public Narrowing Absent() => Presence.Only(Presence.Values[0]);

    /// <summary>All parameters in the order of a vector's entries: the presence, then the nested space's.</summary>
    public ImmutableArray<Parameter> Parameters { get; }
}
