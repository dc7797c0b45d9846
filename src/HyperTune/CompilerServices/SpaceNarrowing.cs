using System.ComponentModel;
using HyperTune.Spaces.Narrowed;

namespace HyperTune.CompilerServices;

/// <summary>Narrows the search spaces of types at run time. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpaceNarrowing
{
    /// <summary>The part of a type's space that satisfies all of some narrowings.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <typeparam name="TSpace">The type's descriptor.</typeparam>
    /// <param name="space">The descriptor that was asked.</param>
    /// <param name="whole">The descriptor of the whole space.</param>
    /// <param name="narrowings">What is narrowed; all of it holds.</param>
    /// <exception cref="ArgumentException">A parameter is none of the space's, or has no value left.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside of its parameter's range.</exception>
    /// <exception cref="InvalidOperationException">The descriptor that was asked is a part of another space.</exception>
    public static SearchSpace<T> Narrow<T, TSpace>(TSpace space, SearchSpace<T> whole, Func<TSpace, Narrowing>[] narrowings)
        where TSpace : SearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(narrowings);
        return ReferenceEquals(space, whole)
            ? (SearchSpace<T>)SpaceParts.Narrow(space, narrowings.Select(narrowing => narrowing(space)))
            : throw new InvalidOperationException(
                $"This '{space.Name}' is a part of another search space, and only a whole space can be narrowed. Narrow that one, with this part's parameters.");
    }
}
