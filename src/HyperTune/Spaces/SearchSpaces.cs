namespace HyperTune;

/// <summary>Access to the search space of a config type that is only known as a type parameter.</summary>
public static class SearchSpaces
{
    /// <summary>The search space of <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    public static SearchSpace<T> Of<T>()
        where T : ISearchSpace<T>
        => T.Space;
}
