using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The parameters of a tuned subset of an enum's members: for each member whether it is there.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class SubsetParameters<T>
    where T : struct, Enum
{
    internal SubsetParameters(string name, ImmutableArray<T> members, ImmutableArray<ChoiceParameter<bool>> flags)
    {
        Name = name;
        Members = members;
        Flags = flags;
        Parameters = [.. flags];
    }

    /// <summary>The members that can be there, in the order of their declaration.</summary>
    public ImmutableArray<T> Members { get; }

    /// <summary>For each of <see cref="Members"/> whether it is there.</summary>
    public ImmutableArray<ChoiceParameter<bool>> Flags { get; }

    /// <summary>All parameters in the order of a vector's entries.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The dotted path from the root of the space.</summary>
    internal string Name { get; }

    /// <summary>Whether a member is there.</summary>
    /// <param name="member">One of <see cref="Members"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of them.</exception>
    public ChoiceParameter<bool> this[T member]
        => Members.IndexOf(member) is >= 0 and var index
            ? Flags[index]
            : throw new ArgumentOutOfRangeException(nameof(member), member, $"The member must be one of '{Name}': {string.Join(", ", Members)}.");
}
