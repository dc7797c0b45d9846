using HyperTune.Numerics;
using HyperTune.Strategies.Grid;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Tries every config of a space whose parameters are all discrete, each once, and then ends the study.</summary>
    /// <remarks><inheritdoc cref="Grid(GridOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Grid() => new GridStrategy(new GridOptions());

    /// <summary>Tries every combination of discrete values and of the same number of points on each continuous parameter, each once, and then ends the
    /// study.</summary>
    /// <param name="pointsPerContinuousAxis">The number of points on each continuous parameter; at least 1, and 1 means the middle alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <remarks><inheritdoc cref="Grid(GridOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Grid(int pointsPerContinuousAxis)
    {
        Guard.AtLeast(pointsPerContinuousAxis, 1);
        return new GridStrategy(new GridOptions { PointsPerContinuousAxis = pointsPerContinuousAxis });
    }

    /// <summary>Tries every point of a grid once and then ends the study.</summary>
    /// <param name="options">How fine the grid is and in which order it is walked.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of points is below 1.</exception>
    /// <remarks>
    /// <para>The n points of a continuous parameter lie at the quantiles k/(n - 1), k = 0 ... n - 1, of its distribution: equally spaced on a uniform
    /// range, at equal ratios on a logarithmic one, both ends included. At an end without a limit, which has no last point, the outermost quantile
    /// is 1/(2n) away from the end instead, so that an unbounded normal parameter gets the quantiles (k + 1/2)/n.</para>
    /// <para>Configs that would differ only in inactive parameters are tried once; points that break a constraint are skipped, and so are points
    /// that were already tried, because they were enqueued or in an earlier session of the study. The grid is never held in memory, so it can be of
    /// any size.</para>
    /// </remarks>
    public static Strategy Grid(GridOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.PointsPerContinuousAxis ?? 1, 1, nameof(GridOptions.PointsPerContinuousAxis));
        foreach ((string name, int points) in options.PointsPerParameter)
        {
            Guard.AtLeast(points, 1, $"{nameof(GridOptions.PointsPerParameter)}[\"{name}\"]");
        }

        return new GridStrategy(options);
    }
}
