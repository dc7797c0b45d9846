namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>The means of factors that led to better trials lately. Never changed, only followed by another.</summary>
/// <remarks>Equation numbers are those of R. Tanabe and A. Fukunaga, "Success-history based parameter adaptation for differential evolution", CEC 2013.</remarks>
internal sealed class SuccessMemory
{
    // H of L-SHADE, and the value that all places have at the start.
    private const int Length = 6;
    private const double Start = 0.5;
    private const double Spread = 0.1;

    private readonly double[] _scales;
    private readonly double[] _rates;
    private readonly int _place;

    public SuccessMemory()
        : this([.. Enumerable.Repeat(Start, Length)], [.. Enumerable.Repeat(Start, Length)], 0)
    {
    }

    private SuccessMemory(double[] scales, double[] rates, int place) => (_scales, _rates, _place) = (scales, rates, place);

    /// <summary>The mean scale factors, place by place.</summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>The mean crossover rates, place by place; not a number where none is to be tried any more.</summary>
    public IReadOnlyList<double> Rates => _rates;

    /// <summary>Draws the factors of a new config (equations 1 and 2).</summary>
    /// <returns>F, the scale of differences, in (0, 1], and CR, the probability that a coordinate changes, in [0, 1].</returns>
    public (double Scale, double Rate) Draw(ref RandomStream random)
    {
        int place = (int)random.NextInteger(Length);
        double rate = double.IsNaN(_rates[place]) ? 0 : Math.Clamp(_rates[place] + (Spread * random.NextNormal()), 0, 1);
        double scale;
        do
        {
            // Cauchy's distribution around the mean.
            scale = _scales[place] + (Spread * Math.Tan(Math.PI * (random.NextUnit() - 0.5)));
        }
        while (scale <= 0);
        return (Math.Min(1, scale), rate);
    }

    /// <summary>The memory after a generation: one place takes the weighted Lehmer means of what succeeded (equations 5 to 9).</summary>
    /// <param name="successes">The factors of trials that became members, with the weight of each.</param>
    public SuccessMemory Next(IReadOnlyList<(double Scale, double Rate, double Weight)> successes)
    {
        double total = successes.Sum(static success => success.Weight);
        if (!(total > 0) || !double.IsFinite(total))
        {
            return this;
        }

        double[] scales = [.. _scales];
        double[] rates = [.. _rates];
        scales[_place] = Lehmer(successes.Select(static success => (success.Scale, success.Weight)));

        // Once no coordinate but the forced one should change, it stays so for that place.
        rates[_place] = double.IsNaN(rates[_place]) || successes.All(static success => success.Rate <= 0) ? double.NaN
            : Lehmer(successes.Select(static success => (success.Rate, success.Weight)));
        return new SuccessMemory(scales, rates, (_place + 1) % Length);
    }

    private static double Lehmer(IEnumerable<(double Value, double Weight)> values)
    {
        double squares = 0;
        double sum = 0;
        foreach ((double value, double weight) in values)
        {
            squares += weight * value * value;
            sum += weight * value;
        }

        return squares / sum;
    }
}
