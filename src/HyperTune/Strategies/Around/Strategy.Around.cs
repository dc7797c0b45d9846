using HyperTune.Numerics;
using HyperTune.Strategies.Around;
using HyperTune.Text;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Tries the space's default point, then searches near it.</summary>
    /// <param name="radius">How far each value may be from the default, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not in (0, 1].</exception>
    /// <remarks><inheritdoc cref="Around{T}(T, double, AroundOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Around(double radius) => Around(radius, new AroundOptions());

    /// <summary>Tries the space's default point, then searches near it.</summary>
    /// <param name="radius">How far each value may be from the default, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <param name="options">What searches there.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not in (0, 1].</exception>
    /// <remarks><inheritdoc cref="Around{T}(T, double, AroundOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Around(double radius, AroundOptions options)
    {
        CheckRadius(radius);
        ArgumentNullException.ThrowIfNull(options);
        return new AroundStrategy(space: null, center: null, radius, options);
    }

    /// <summary>Tries a config, then searches near it: to refine the best one of a study that has ended.</summary>
    /// <inheritdoc cref="Around{T}(T, double, AroundOptions)"/>
    public static Strategy Around<T>(T config, double radius)
        where T : ISearchSpace<T>
        => Around(config, radius, new AroundOptions());

    /// <summary>Tries a config, then searches near it by any strategy: to refine the best one of a study that has ended.</summary>
    /// <param name="config">The config, for instance <c>result.Best.Config</c>.</param>
    /// <param name="radius">How far each value may be away, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <param name="strategy">What searches there.</param>
    /// <inheritdoc cref="Around{T}(T, double, AroundOptions)"/>
    public static Strategy Around<T>(T config, double radius, Strategy strategy)
        where T : ISearchSpace<T>
        => Around(config, radius, new AroundOptions { Strategy = strategy });

    /// <summary>Tries a config, then searches near it: to refine the best one of a study that has ended.</summary>
    /// <remarks>
    /// <para>A radius of 0.1 leaves a tenth of the range on either side, as far as the range goes; on a logarithmic scale a tenth of the logarithms. Where a
    /// distribution is not even, it is a tenth of the probability. Whole numbers and values in an order are kept up to the one that lies there.</para>
    /// <para>Values without an order keep that of the config, unless <see cref="AroundOptions.FreeCategories"/> is set. Parameters that the config does not have, but
    /// come to life nearby, keep their whole range.</para>
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="config">The config, for instance <c>result.Best.Config</c>.</param>
    /// <param name="radius">How far each value may be away, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <param name="options">What searches there.</param>
    /// <exception cref="ArgumentException">The config is not in the search space, or breaks a constraint.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not in (0, 1].</exception>
    public static Strategy Around<T>(T config, double radius, AroundOptions options)
        where T : ISearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(config);
        CheckRadius(radius);
        ArgumentNullException.ThrowIfNull(options);
        SearchSpace<T> space = T.Space;
        if (space.Validate(config) is { IsEmpty: false } errors)
        {
            throw new ArgumentException($"The config to search around is not in the search space '{space.Name}': {string.Join(" ", errors)}", nameof(config));
        }

        double[] vector = new double[space.DimensionCount];
        space.Encode(config, vector);
        return new AroundStrategy(space, vector, radius, options);
    }

    /// <summary>Searches near the best trial of the strategy before it in <see cref="Then"/>.</summary>
    /// <inheritdoc cref="AroundBest(double, int, AroundOptions)"/>
    public static Strategy AroundBest(double radius) => AroundBest(radius, 1, new AroundOptions());

    /// <summary>Searches near the best trial of the strategy before it in <see cref="Then"/>, by any strategy.</summary>
    /// <param name="radius">How far each value may be away, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <param name="strategy">What searches there, for instance <see cref="Grid(int)"/>.</param>
    /// <inheritdoc cref="AroundBest(double, int, AroundOptions)"/>
    public static Strategy AroundBest(double radius, Strategy strategy) => AroundBest(radius, 1, new AroundOptions { Strategy = strategy });

    /// <summary>Searches near the best trials of the strategy before it in <see cref="Then"/>: of each region, the best one.</summary>
    /// <remarks>
    /// <para>Regions take turns. The first one is around the best of all trials before its own, the next one around the best of those outside of the first, and so
    /// on; there are fewer, where nothing lies outside. What a radius means is said at <see cref="Around{T}(T, double, AroundOptions)"/>. With several
    /// objectives, the best trial is the one whose ranks in them are lowest in sum. Where no trial has completed, the default point is in its place.</para>
    /// <para>The strategy of a region is told the trials in it, and a Gaussian process the first 500 of all.</para>
    /// </remarks>
    /// <param name="radius">How far each value may be away, in shares of the parameter's distribution; above 0, at most 1.</param>
    /// <param name="regions">Around how many trials; at least 1.</param>
    /// <param name="options">What searches there.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not in (0, 1], or there is no region.</exception>
    public static Strategy AroundBest(double radius, int regions, AroundOptions options)
    {
        CheckRadius(radius);
        Guard.AtLeast(regions, 1);
        ArgumentNullException.ThrowIfNull(options);
        return new AroundBestStrategy(radius, regions, options);
    }

    private static void CheckRadius(double radius)
    {
        if (!(radius > 0 && radius <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(radius), radius, $"The radius is a share of each parameter's range: above 0, at most 1. It is {NumberFormat.Invariant(radius)}.");
        }
    }
}
