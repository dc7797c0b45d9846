namespace HyperTune;

/// <summary>A config type with a search space. The generator implements it on every type marked with <see cref="SearchSpaceAttribute"/>.</summary>
/// <typeparam name="TSelf">The config type itself.</typeparam>
public interface ISearchSpace<TSelf>
    where TSelf : ISearchSpace<TSelf>
{
    /// <summary>The descriptor of the search space: its parameters and the code between vectors and configs.</summary>
    static abstract SearchSpace<TSelf> Space { get; }
}
