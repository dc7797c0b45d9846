using System.ComponentModel;
using System.Runtime.CompilerServices;
using HyperTune.CompilerServices;

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
    /// <summary>Creates a study that looks for the config with the smallest objective value. Nothing is read or written before the study is used.</summary>
    /// <typeparam name="T">The config type, marked with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    public static Study<T> Minimize<T>(StudyOptions? options = null)
        where T : ISearchSpace<T>
        => new(T.Space, OptimizationDirection.Minimize, options);

    /// <summary>Never works: it is there so that the compiler says what is missing when a type has no search space.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="options">Not used.</param>
    /// <param name="missing">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(MissingSpace.Message, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public static Study<T> Minimize<T>(StudyOptions? options = null, MissingSpace missing = default) => throw new NotSupportedException(MissingSpace.Message);

    /// <summary>Creates a study over a space that is given as an object: one made at run time, or a type's space narrowed to a part.</summary>
    /// <remarks>
    /// What a type's space is narrowed to is kept with a stored study: it goes on within it, in other processes and when it is continued, also where these
    /// name no space, until another space is given; the type's whole space lifts it. Earlier trials outside of the part have
    /// <see cref="TrialRecord{T}.Fits"/> <see langword="false"/>, and the strategy learns from them.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="space">The space to search, for instance <c>C.Space.Narrow(s => s.Units.To(1, limit))</c>.</param>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    public static Study<T> Minimize<T>(SearchSpace<T> space, StudyOptions? options = null)
        => new(space, OptimizationDirection.Minimize, options, isSpaceGiven: true);

    /// <summary>
    /// Creates a study of an objective with several metrics: it looks for the configs that no other config beats, within the metrics' limits. Nothing
    /// is read or written before the study is used.
    /// </summary>
    /// <typeparam name="T">The config type, marked with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <typeparam name="TMetrics">The type of the outcomes, marked with <see cref="MetricsAttribute"/>.</typeparam>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    /// <param name="reference">
    /// Metrics that are worse than anything of interest, so that progress and exports say how much the front has reached (see
    /// <see cref="StudyResult{T, TMetrics}.Hypervolume"/>); only the objectives are looked at. By default <see langword="null"/>: they do not say it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The pruner does not say which of several objectives it judges (<see cref="Pruner.By"/>), or an objective of the reference is not finite.
    /// </exception>
    public static Study<T, TMetrics> Optimize<T, TMetrics>(StudyOptions? options = null, TMetrics? reference = null)
        where T : ISearchSpace<T>
        where TMetrics : struct, IMetrics<TMetrics>
        => new(T.Space, options, reference);

    /// <summary>Creates a study of an objective with several metrics over a space that is given as an object: one made at run time, or a type's space narrowed to a part.</summary>
    /// <remarks>
    /// What a type's space is narrowed to is kept with a stored study: it goes on within it, in other processes and when it is continued, also where these
    /// name no space, until another space is given; the type's whole space lifts it. Earlier trials outside of the part have
    /// <see cref="TrialRecord{T}.Fits"/> <see langword="false"/>, and the strategy learns from them.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <typeparam name="TMetrics">The type of the outcomes, marked with <see cref="MetricsAttribute"/>.</typeparam>
    /// <param name="space">The space to search, for instance <c>C.Space.Narrow(s => s.Units.To(1, limit))</c>.</param>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    /// <param name="reference">Metrics that are worse than anything of interest; by default <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">
    /// The pruner does not say which of several objectives it judges (<see cref="Pruner.By"/>), or an objective of the reference is not finite.
    /// </exception>
    public static Study<T, TMetrics> Optimize<T, TMetrics>(SearchSpace<T> space, StudyOptions? options = null, TMetrics? reference = null)
        where TMetrics : struct, IMetrics<TMetrics>
        => new(space, options, reference, isSpaceGiven: true);

    /// <summary>Creates a study that looks for the config with the largest objective value. Nothing is read or written before the study is used.</summary>
    /// <typeparam name="T">The config type, marked with <see cref="SearchSpaceAttribute"/>.</typeparam>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    public static Study<T> Maximize<T>(StudyOptions? options = null)
        where T : ISearchSpace<T>
        => new(T.Space, OptimizationDirection.Maximize, options);

    /// <summary>Never works: it is there so that the compiler says what is missing when a type has no search space.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="options">Not used.</param>
    /// <param name="missing">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(MissingSpace.Message, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public static Study<T> Maximize<T>(StudyOptions? options = null, MissingSpace missing = default) => throw new NotSupportedException(MissingSpace.Message);

    /// <summary>Creates a study over a space that is given as an object: one made at run time, or a type's space narrowed to a part.</summary>
    /// <remarks>
    /// What a type's space is narrowed to is kept with a stored study: it goes on within it, in other processes and when it is continued, also where these
    /// name no space, until another space is given; the type's whole space lifts it. Earlier trials outside of the part have
    /// <see cref="TrialRecord{T}.Fits"/> <see langword="false"/>, and the strategy learns from them.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="space">The space to search, for instance <c>C.Space.Narrow(s => s.Units.To(1, limit))</c>.</param>
    /// <param name="options">How the study works; <see langword="null"/> for the defaults.</param>
    public static Study<T> Maximize<T>(SearchSpace<T> space, StudyOptions? options = null)
        => new(space, OptimizationDirection.Maximize, options, isSpaceGiven: true);
}
