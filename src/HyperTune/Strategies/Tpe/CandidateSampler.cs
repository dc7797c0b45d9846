using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>Draws candidates from a mixture of good trials.</summary>
internal sealed class CandidateSampler(UnitCube cube, TpeSettings settings)
{
    private readonly double[] _vector = new double[cube.Space.DimensionCount];

    /// <summary>Draws a candidate.</summary>
    /// <param name="candidate">Receives the point and the bandwidths.</param>
    /// <param name="good">The mixture to draw from.</param>
    /// <param name="branch">The branch to stay on; <see langword="null"/> for any.</param>
    /// <param name="crossed">Whether each parameter comes from a kernel of its own instead of all from one.</param>
    /// <param name="widening">What bandwidths are multiplied with.</param>
    /// <param name="random">The source of randomness.</param>
    public void Draw(TpeCandidate candidate, GoodMixture good, TpeBranch? branch, bool crossed, double widening, ref RandomStream random)
    {
        int common = good.Draw(ref random);
        foreach (Parameter parameter in cube.Space.Parameters)
        {
            bool isActive = parameter.IsActive(_vector);
            CubeDimension? dimension = cube.Find(parameter);
            if (dimension is not null)
            {
                candidate.Point[dimension.Index] = !isActive ? double.NaN
                    : dimension == branch?.Dimension ? branch.Category
                    : DrawCoordinate(candidate, good, crossed ? null : common, dimension, widening, ref random);
            }

            // Conditions look at structural parameters only, and these may be bounded by any.
            _vector[parameter.Index] = !isActive ? double.NaN
                : dimension is { IsStructural: false } && !cube.AreRelated ? 0
                : cube.Decode(parameter, candidate.Point, _vector);
        }
    }

    /// <summary>A draw from the normal distribution truncated to the unit interval, for a mean inside of it.</summary>
    public static double DrawTruncated(double mean, double standardDeviation, ref RandomStream random)
    {
        double draw;
        do
        {
            draw = mean + (standardDeviation * random.NextNormal());
        }
        while (draw is < 0 or > 1);

        return draw;
    }

    private double DrawCoordinate(TpeCandidate candidate, GoodMixture good, int? common, CubeDimension dimension, double widening, ref RandomStream random)
    {
        int kernel = common is { } shared && !double.IsNaN(good.MeanOf(shared, dimension)) ? shared : good.Draw(ref random, dimension);
        candidate.Bandwidths[dimension.Index] = good.BandwidthOf(kernel, dimension);
        return dimension.IsCategorical
            ? DrawCategory(good, kernel, dimension, ref random)
            : DrawNumber(good, kernel, dimension, widening, ref random);
    }

    private static double DrawNumber(GoodMixture good, int kernel, CubeDimension dimension, double widening, ref RandomStream random)
    {
        // A bandwidth of the whole range is as good as uniform; the limit keeps the draws that fall outside few.
        double bandwidth = Math.Min(1, widening * good.BandwidthOf(kernel, dimension));
        return dimension.Snap(DrawTruncated(good.MeanOf(kernel, dimension), bandwidth, ref random));
    }

    private double DrawCategory(GoodMixture good, int kernel, CubeDimension dimension, ref RandomStream random)
    {
        // (1[c] + a) / (1 + a K) is the observed category with probability 1 / (1 + a K), and any one otherwise. The prior has observed none.
        double a = settings.CategoricalPrior / good.Count;
        return kernel != TpePrior.Column && random.NextUnit() * (1 + (a * dimension.Count!.Value)) < 1
            ? good.MeanOf(kernel, dimension)
            : random.NextInteger(dimension.Count!.Value);
    }
}
