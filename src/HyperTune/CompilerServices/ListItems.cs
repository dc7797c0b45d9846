using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace HyperTune.CompilerServices;

/// <summary>Gives the elements of lists. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ListItems
{
    /// <summary>The elements of a list.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="list">The list; <see langword="null"/> for one that is missing.</param>
    public static ListItems<T> Of<T>(T[]? list) => new(list, list is null);

    /// <inheritdoc cref="Of{T}(T[])"/>
    public static ListItems<T> Of<T>(ImmutableArray<T> list) => new(list.IsDefault ? [] : list.AsSpan(), list.IsDefault);

    /// <inheritdoc cref="Of{T}(T[])"/>
    public static ListItems<T> Of<T>(List<T>? list) => new(CollectionsMarshal.AsSpan(list), list is null);

    /// <inheritdoc cref="Of{T}(T[])"/>
    public static ListItems<T> Of<T>(IReadOnlyList<T>? list) => OfAny(list);

    /// <inheritdoc cref="Of{T}(T[])"/>
    public static ListItems<T> Of<T>(IList<T>? list) => OfAny(list);

    private static ListItems<T> OfAny<T>(IEnumerable<T>? list) => list switch
    {
        null => new([], isMissing: true),
        T[] array => Of(array),
        List<T> items => Of(items),
        _ => new(list.ToArray(), isMissing: false),
    };
}
