using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>The elements of a tuned list, whatever type the list has. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ListItems<T>
{
    internal ListItems(ReadOnlySpan<T> items, bool isMissing)
    {
        Items = items;
        IsMissing = isMissing;
    }

    /// <summary>The elements; none for a list that is missing.</summary>
    public ReadOnlySpan<T> Items { get; }

    /// <summary>Whether there is no list at all.</summary>
    public bool IsMissing { get; }
}
