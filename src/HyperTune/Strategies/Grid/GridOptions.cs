using System.Collections.Immutable;

namespace HyperTune;

/// <summary>How fine a grid is and in which order its points are tried.</summary>
public sealed record GridOptions
{
    /// <summary>How many points a continuous parameter gets when <see cref="PointsPerParameter"/> does not name it.</summary>
    /// <value>At least 1; the default, <see langword="null"/>, requires <see cref="PointsPerParameter"/> to name every continuous
    /// parameter.</value>
    public int? PointsPerContinuousAxis { get; init; }

    /// <summary>
    /// The number of points for individual parameters, by <see cref="Parameter.Name"/>. A discrete parameter may be named as well: it then gets at most
    /// that many of its values, evenly spread, its first and last among them; otherwise it gets all of them.
    /// </summary>
    /// <value>Each number at least 1; a single point is the middle one. Default: empty.</value>
    public ImmutableDictionary<string, int> PointsPerParameter
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(PointsPerParameter));
    }
    = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Whether the points come in an order that looks random, chosen by the study's seed, so that a study that ends early has seen all parts of the
    /// grid. In order, the last parameter changes fastest.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool Shuffle { get; init; }
}
