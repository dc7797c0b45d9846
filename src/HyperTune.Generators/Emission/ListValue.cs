using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Emission;

/// <summary>Expressions of lists of all kinds.</summary>
internal static class ListValue
{
    /// <summary>A list made of an array, which nobody else has.</summary>
    /// <param name="kind">The kind of list.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="array">The array.</param>
    /// <param name="isTyped">Whether the array's own type says something else about null.</param>
    public static string FromArray(ListKind kind, string element, string array, bool isTyped = false) => kind switch
    {
        ListKind.ImmutableArray => $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray{(isTyped ? $"<{element}>" : "")}({array})",
        ListKind.List or ListKind.MutableList => $"new global::System.Collections.Generic.List<{element}>({array})",
        _ => array,
    };
}
