namespace HyperTune.Benchmarks;

/// <summary>A problem of noise: a function of what parameters are on the unit interval, and of a place that differs from seed to seed.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="space">The space.</param>
/// <param name="trials">How many trials a study gets.</param>
/// <param name="function">
/// The value at shares of the ranges, which are not a number where a parameter does not exist and the number of the value for categories, given the place.
/// </param>
/// <param name="seed">The seed of the place.</param>
internal sealed class UnitProblem(string name, SearchSpace space, int trials, Func<double[], double[], double> function, ulong seed)
    : Problem(name, space, trials, optimum: 0, noiseStandardDeviation: 0)
{
    private const double Margin = 0.15;
    private const ulong Stream = 0x9015E;

    private readonly double[] _place = PlaceOf(space, seed);

    public override double Evaluate(ReadOnlySpan<double> vector)
    {
        var shares = new double[vector.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            Distribution distribution = Space.Parameters[i].Distribution;
            shares[i] = distribution.IsCategorical || double.IsNaN(vector[i]) ? vector[i] : distribution.ToUnit(vector[i]);
        }

        return function(shares, _place);
    }

    /// <summary>The same function around another place.</summary>
    public override Problem? CreateVariant(Variant variant, ulong seed)
        => variant is Variant.Shifted ? new UnitProblem(Name, Space, Trials, function, seed) : null;

    private static double[] PlaceOf(SearchSpace space, ulong seed)
    {
        var random = new RandomStream(seed, Stream);
        var place = new double[space.DimensionCount];
        for (int i = 0; i < place.Length; i++)
        {
            place[i] = Margin + ((1 - (2 * Margin)) * random.NextUnit());
        }

        return place;
    }
}
