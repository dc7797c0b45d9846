namespace HyperTune.Generators.Declarations;

/// <summary>The types of lists that can be tuned.</summary>
internal enum ListKind
{
    /// <summary>No list that can be tuned.</summary>
    None,
    Array,
    ImmutableArray,
    ReadOnlyList,
    List,
    MutableList,
}
