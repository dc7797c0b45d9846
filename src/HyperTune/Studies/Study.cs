namespace HyperTune;

/// <summary>Creates studies.</summary>
/// <example>
/// <code>
/// Study&lt;TrainingConfig&gt; study = Study.Maximize&lt;TrainingConfig&gt;();
/// StudyResult&lt;TrainingConfig&gt; result = study.Run(config => Train(config), 100);
/// Console.WriteLine(result.Best.Config);
/// </code>
/// </example>
public static class Study
{
    /// <summary>Creates a study that looks for the config with the smallest objective value.</summary>
    /// <typeparam name="T">The config type, marked with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    /// <exception cref="JournalException">The storage's file cannot be read or created.</exception>
    /// <exception cref="SpaceChangedException">The stored study was run with another search space, and that is to be refused.</exception>
    /// <exception cref="InvalidOperationException">The stored study has another direction or seed.</exception>
    public static Study<T> Minimize<T>(StudyOptions? options = null)
        where T : ISearchSpace<T>
        => new(T.Space, OptimizationDirection.Minimize, options);

    /// <summary>Creates a study that looks for the config with the largest objective value.</summary>
    /// <typeparam name="T">The config type, marked with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    /// <exception cref="JournalException">The storage's file cannot be read or created.</exception>
    /// <exception cref="SpaceChangedException">The stored study was run with another search space, and that is to be refused.</exception>
    /// <exception cref="InvalidOperationException">The stored study has another direction or seed.</exception>
    public static Study<T> Maximize<T>(StudyOptions? options = null)
        where T : ISearchSpace<T>
        => new(T.Space, OptimizationDirection.Maximize, options);
}
