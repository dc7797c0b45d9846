using HyperTune.Strategies.OneAtATime;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// Tries the space's default point, then varies each parameter that exists there alone, and ends the study: what each parameter does by itself.
    /// </summary>
    public static Strategy OneAtATime() => OneAtATime(new OneAtATimeOptions());

    /// <summary>
    /// Tries the space's default point, then varies each parameter that exists there alone, and ends the study: what each parameter does by itself.
    /// </summary>
    /// <param name="options">How many values are tried.</param>
    public static Strategy OneAtATime(OneAtATimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new OneAtATimeStrategy(space: null, baseline: null, [], options);
    }

    /// <inheritdoc cref="OneAtATime{T}(T, OneAtATimeOptions, Parameter[])"/>
    public static Strategy OneAtATime<T>(T baseline, params Parameter[] parameters)
        where T : ISearchSpace<T>
        => OneAtATime(baseline, new OneAtATimeOptions(), parameters);

    /// <summary>
    /// An ablation: tries a config, then the same with one parameter at another of its values, for each value of each parameter in their order, and ends the
    /// study.
    /// </summary>
    /// <remarks>
    /// Where another value brings parameters to life that the baseline does not have, these have their defaults. Configs that break a constraint are left out.
    /// Nothing is drawn at random, and a study that is continued goes on where it ended.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="baseline">The config to compare with, for instance the best one of another study.</param>
    /// <param name="options">How many values of a number are tried.</param>
    /// <param name="parameters">
    /// The parameters to vary, such as <c>C.Space.Units</c>; they exist in the baseline. None for all that do.
    /// </param>
    /// <exception cref="ArgumentException">The baseline is not in the search space, or breaks a constraint.</exception>
    public static Strategy OneAtATime<T>(T baseline, OneAtATimeOptions options, params Parameter[] parameters)
        where T : ISearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(parameters);
        SearchSpace<T> space = T.Space;
        if (space.Validate(baseline) is { IsEmpty: false } errors)
        {
            throw new ArgumentException($"The baseline is not in the search space '{space.Name}': {string.Join(" ", errors)}", nameof(baseline));
        }

        double[] vector = new double[space.DimensionCount];
        space.Encode(baseline, vector);
        return new OneAtATimeStrategy(space, vector, [.. parameters], options);
    }
}
