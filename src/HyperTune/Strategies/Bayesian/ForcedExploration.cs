using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>When and where to explore on purpose.</summary>
/// <remarks>
/// <para>Near its best values a model sees every other category as hopeless long before it has tried it properly; exploration therefore fixes another value of
/// a categorical parameter and looks for the best config with it. Without categorical parameters it looks anywhere but near the best trial, while a study makes
/// no progress; closer to it, and in every suggestion, once steps in a trust region have converged there.</para>
/// <para>With categorical parameters it does not wait for that: a study can polish the config of a wrong category to many digits, and each digit looks like
/// progress.</para>
/// </remarks>
/// <param name="cube">The space.</param>
/// <param name="stagnationTrials">After how many trials without progress a study stagnates.</param>
internal sealed class ForcedExploration(UnitCube cube, int stagnationTrials)
{
    private const double AwayRadius = 0.1;

    // The next basin can be closer. Before the steps have converged, though, suggestions this close are on the slopes of the same basin: comparisons on wide ones found
    // more studies in a wrong one.
    private const double ConvergedRadius = 0.05;

    // Beside two models of weight 1: comparisons found weights of 1 and 2 alike on continuous spaces, and 3 to leave the fewest studies in a wrong
    // category.
    private const double ContinuousWeight = 2;
    private const double CategoricalWeight = 3;

    // Up to so many trials categories are explored whether there is progress or not. Later, in long studies, all have had their turn.
    private const int SearchedTrials = 80;

    /// <summary>Whether there are categories to explore.</summary>
    public bool HasCategories { get; } = cube.Categorical.Any(static dimension => !dimension.IsFixed);

    /// <summary>The share of suggestions that explore, while exploration is due.</summary>
    public double Share
    {
        get
        {
            double weight = HasCategories ? CategoricalWeight : ContinuousWeight;
            return weight / (2 + weight);
        }
    }

    /// <summary>Whether some suggestions are to explore.</summary>
    /// <param name="count">How many trials started or ended.</param>
    /// <param name="values">The values in the order of the trials, smaller is better.</param>
    public bool IsDue(int count, ReadOnlySpan<double> values)
        => (HasCategories && count >= stagnationTrials && count < SearchedTrials) || Stagnation.TrialsWithoutProgress(values) >= stagnationTrials;

    /// <summary>Chooses where to look: with another category, each alike, or away from the best trial.</summary>
    /// <param name="best">The best trial.</param>
    /// <param name="hasConverged">Whether nothing is left to be found around it.</param>
    /// <param name="random">The choice's randomness.</param>
    public SearchRegion Choose(Observation best, bool hasConverged, ref RandomStream random)
    {
        var point = new double[cube.Dimensions.Length];
        ModelPoint.Encode(cube, best.Vector.Span, point);
        int[] active =
        [
            .. Enumerable.Range(cube.Numeric.Length, point.Length - cube.Numeric.Length)
                .Where(k => point[k] != ModelPoint.InactiveCategory && !cube.Dimensions[k].IsFixed),
        ];
        long others = active.Sum(k => cube.Dimensions[k].Count!.Value - 1);
        if (others == 0)
        {
            return SearchRegion.AwayFrom(cube, point, hasConverged ? ConvergedRadius : AwayRadius);
        }

        long drawn = random.NextInteger(others);
        int explored = 0;
        for (; drawn >= cube.Dimensions[active[explored]].Count!.Value - 1; explored++)
        {
            drawn -= cube.Dimensions[active[explored]].Count!.Value - 1;
        }

        long value = drawn >= point[active[explored]] ? drawn + 1 : drawn;
        return SearchRegion.WithFixed(cube, With((active[explored], value), point));
    }

    private double[] With((int Dimension, long Value) category, double[] best)
    {
        var coordinates = new double[best.Length];
        Array.Fill(coordinates, double.NaN);

        // A conditional parameter exists only while those it depends on keep their values.
        Parameter explored = cube.Dimensions[category.Dimension].Parameter;
        for (ParameterCondition? condition = explored.Condition; condition is not null; condition = condition.Parent.Condition)
        {
            if (cube.Find(condition.Parent) is { } parent)
            {
                coordinates[parent.Index] = best[parent.Index];
            }
        }

        coordinates[category.Dimension] = category.Value;
        return coordinates;
    }
}
