using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Where to explore on purpose while a study makes no progress.</summary>
/// <remarks>
/// Near its best values a model sees every other category as hopeless long before it has tried it properly; exploration therefore fixes another value of
/// a categorical parameter and looks for the best config with it. Without categorical parameters it looks anywhere but near the best trial.
/// </remarks>
internal sealed class ForcedExploration(UnitCube cube)
{
    private const double AwayRadius = 0.1;

    // Beside two models of weight 1: comparisons found weights of 1 and 2 alike on continuous spaces, and 3 to leave the fewest studies in a wrong
    // category.
    private const double ContinuousWeight = 2;
    private const double CategoricalWeight = 3;

    /// <summary>The share of a stagnating study's suggestions that explore.</summary>
    public double Share
    {
        get
        {
            double weight = cube.Categorical.Any(static dimension => !dimension.IsFixed) ? CategoricalWeight : ContinuousWeight;
            return weight / (2 + weight);
        }
    }

    /// <summary>Chooses where to look.</summary>
    /// <param name="best">The best trial.</param>
    /// <param name="random">The choice's randomness.</param>
    public SearchRegion Choose(Observation best, ref RandomStream random)
    {
        ReadOnlySpan<double> vector = best.Vector.Span;
        var point = new double[cube.Dimensions.Length];
        ModelPoint.Encode(cube, vector, point);
        var active = new List<int>();
        for (int k = cube.Numeric.Length; k < point.Length; k++)
        {
            if (point[k] != ModelPoint.InactiveCategory && !cube.Dimensions[k].IsFixed)
            {
                active.Add(k);
            }
        }

        if (active.Count == 0)
        {
            return SearchRegion.AwayFrom(cube, point, AwayRadius);
        }

        int explored = active[(int)random.NextInteger(active.Count)];
        var coordinates = new double[point.Length];
        Array.Fill(coordinates, double.NaN);

        // A conditional parameter exists only while those it depends on keep their values.
        for (ParameterCondition? condition = cube.Dimensions[explored].Parameter.Condition; condition is not null; condition = condition.Parent.Condition)
        {
            if (cube.Find(condition.Parent) is { } parent)
            {
                coordinates[parent.Index] = point[parent.Index];
            }
        }

        long count = cube.Dimensions[explored].Count!.Value;
        long other = random.NextInteger(count - 1);
        coordinates[explored] = other >= point[explored] ? other + 1 : other;
        return SearchRegion.WithFixed(cube, coordinates);
    }
}
