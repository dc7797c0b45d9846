namespace HyperTune.Benchmarks;

/// <summary>
/// Numbers beside categories: each combination of categories has a best value of its own, little worse than the best of all, and its own place where it is reached.
/// </summary>
/// <remarks>
/// <para>A combination's best value is a sum over its categories and pairs of them, raised so that the second best is <see cref="Margin"/> worse than the best. Its
/// place is the sum of a place that all share and a move for each category, each number at a value that it can have, so that the optimum is exact.</para>
/// <para>Around the place each number adds h z^2 / (1 + z^2 / 4), where z is its distance plus 0.4 times that of the next one, over the width of a category's basin.</para>
/// </remarks>
internal sealed class MixedProblem : Problem
{
    /// <summary>By how much the second best combination is worse than the best: a larger regret than this is that of a wrong one.</summary>
    public const double Margin = 0.01;

    private const ulong Stream = 0x3B1A5;
    private const double Skew = 0.4;
    private const double Flatness = 0.25;

    // Of the unit interval.
    private const double Width = 0.25;
    private const double LargestMainEffect = 0.025;
    private const double LargestPairEffect = 0.01;

    private readonly double _spread;
    private readonly Parameter[] _categories;
    private readonly Parameter[] _numbers;
    private readonly double[] _heights;
    private readonly double[] _places;
    private readonly double[][][] _moves;
    private readonly double[][] _widths;
    private readonly double[][] _effects;
    private readonly double[][][][] _pairEffects;
    private readonly double _best;
    private readonly double _second;

    /// <param name="name">The name in tables.</param>
    /// <param name="space">The space.</param>
    /// <param name="spread">How far apart the places of the combinations are, as a share of the range.</param>
    /// <param name="seed">What all constants are drawn from.</param>
    public MixedProblem(string name, SearchSpace space, double spread, ulong seed = 0)
        : base(name, space, trials: 100, optimum: 0, noiseStandardDeviation: 0)
    {
        var random = new RandomStream(seed, Stream);
        _spread = spread;
        _categories = [.. space.Parameters.Where(static parameter => parameter.Distribution.IsCategorical)];
        _numbers = [.. space.Parameters.Where(static parameter => !parameter.Distribution.IsCategorical)];
        _heights = Draw(_numbers.Length, 0.05, 0.2, ref random);
        _places = Draw(_numbers.Length, 0.2, 0.8, ref random);
        _moves = new double[_categories.Length][][];
        _widths = new double[_categories.Length][];
        _effects = new double[_categories.Length][];
        _pairEffects = new double[_categories.Length][][][];
        for (int k = 0; k < _categories.Length; k++)
        {
            int count = CountOf(k);
            _moves[k] = new double[count][];
            _widths[k] = Draw(count, 0.7, 1.4, ref random);
            _effects[k] = Draw(count, -LargestMainEffect, LargestMainEffect, ref random);
            _pairEffects[k] = new double[count][][];
            for (int value = 0; value < count; value++)
            {
                _moves[k][value] = Draw(_numbers.Length, -spread, spread, ref random);
                _pairEffects[k][value] = new double[k][];
                for (int other = 0; other < k; other++)
                {
                    _pairEffects[k][value][other] = Draw(CountOf(other), -LargestPairEffect, LargestPairEffect, ref random);
                }
            }
        }

        double[] floors = [.. Combinations().Select(Effects).Order()];
        (_best, _second) = (floors[0], floors[1]);
    }

    /// <summary>All combinations of categories with numbers at their best.</summary>
    public IReadOnlyList<double[]> Places => [.. Combinations().Select(PlaceOf)];

    public override double Evaluate(ReadOnlySpan<double> vector)
    {
        double[] combination = vector.ToArray();
        double[] place = PlaceOf(combination);
        double width = Width;
        for (int k = 0; k < _categories.Length; k++)
        {
            width *= ValueOf(combination, k) is >= 0 and var value ? _widths[k][value] : 1;
        }

        int[] active = [.. Enumerable.Range(0, _numbers.Length).Where(j => !double.IsNaN(combination[_numbers[j].Index]))];
        double sum = BestOf(combination);
        for (int i = 0; i < active.Length; i++)
        {
            double z = (Distance(_numbers[active[i]]) + (Skew * Distance(_numbers[active[(i + 1) % active.Length]]))) / width;
            sum += _heights[active[i]] * z * z / (1 + (Flatness * z * z));
        }

        return sum;

        double Distance(Parameter number) => number.Distribution.ToUnit(combination[number.Index]) - number.Distribution.ToUnit(place[number.Index]);
    }

    public override Problem? CreateVariant(Variant variant, ulong seed) => variant switch
    {
        Variant.Original => new MixedProblem(Name, Space, _spread),
        Variant.Shifted => new MixedProblem(Name, Space, _spread, seed + 1),
        _ => null,
    };

    /// <summary>The best value of a vector's combination of categories.</summary>
    public double BestOf(double[] vector) => Effects(vector) is var effects && effects > _best ? Margin + effects - _second : 0;

    private static double[] Draw(int count, double low, double high, ref RandomStream random)
    {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++)
        {
            drawn[i] = low + ((high - low) * random.NextUnit());
        }

        return drawn;
    }

    private int CountOf(int category) => (int)_categories[category].Distribution.Count!.Value;

    private int ValueOf(double[] vector, int category) => double.IsNaN(vector[_categories[category].Index]) ? -1 : (int)vector[_categories[category].Index];

    private double Effects(double[] vector)
    {
        double sum = 0;
        for (int k = 0; k < _categories.Length; k++)
        {
            int value = ValueOf(vector, k);
            sum += value < 0 ? 0 : _effects[k][value];
            for (int other = 0; other < k && value >= 0; other++)
            {
                sum += ValueOf(vector, other) is >= 0 and var beside ? _pairEffects[k][value][other][beside] : 0;
            }
        }

        return sum;
    }

    private double[] PlaceOf(double[] vector)
    {
        double[] place = [.. vector];
        for (int j = 0; j < _numbers.Length; j++)
        {
            double unit = _places[j];
            for (int k = 0; k < _categories.Length; k++)
            {
                unit += ValueOf(vector, k) is >= 0 and var value ? _moves[k][value][j] / Math.Sqrt(_categories.Length) : 0;
            }

            int index = _numbers[j].Index;
            place[index] = double.IsNaN(place[index]) ? double.NaN : _numbers[j].Distribution.FromUnit(Math.Clamp(unit, 0.05, 0.95));
        }

        return place;
    }

    private List<double[]> Combinations()
    {
        List<double[]> vectors = [[.. Space.Parameters.Select(static parameter => parameter.DefaultValue)]];
        foreach (Parameter category in _categories)
        {
            vectors = [.. vectors.SelectMany(vector => Enumerable.Range(0, (int)category.Distribution.Count!.Value).Select(value => With(vector, category.Index, value)))];
        }

        foreach (double[] vector in vectors)
        {
            Space.Normalize(vector);
        }

        return [.. vectors.DistinctBy(vector => string.Join(' ', _categories.Select(category => vector[category.Index])))];
    }

    private static double[] With(double[] vector, int index, double value)
    {
        double[] changed = [.. vector];
        changed[index] = value;
        return changed;
    }
}
