namespace HyperTune.Metrics.Scores;

/// <summary>Positive and negative samples in the order of their scores.</summary>
internal readonly ref struct Ranking
{
    private readonly ReadOnlySpan<bool> _expected;
    private readonly SampleWeights _weights;
    private readonly double[] _sorted;
    private readonly int[] _order;

    public Ranking(ReadOnlySpan<bool> expected, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        _weights = Samples.Check(expected.Length, scores.Length, nameof(scores), weights);
        _expected = expected;
        for (int i = 0; i < expected.Length; i++)
        {
            double weight = _weights[i];
            if (weight > 0 && double.IsNaN(scores[i]))
            {
                throw new ArgumentOutOfRangeException(nameof(scores), scores[i], $"The score at {i} must be a number.");
            }

            Positive += expected[i] ? weight : 0;
            Negative += expected[i] ? 0 : weight;
        }

        if (Positive == 0 || Negative == 0)
        {
            throw new ArgumentException(
                $"All samples of a weight above 0 are {(Positive == 0 ? "negative" : "positive")}; there must be at least one positive and one negative sample.",
                nameof(expected));
        }

        _sorted = scores.ToArray();
        _order = new int[_sorted.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        Array.Sort(_sorted, _order);
    }

    /// <summary>The weight of all positive samples; above 0.</summary>
    public double Positive { get; }

    /// <summary>The weight of all negative samples; above 0.</summary>
    public double Negative { get; }

    /// <summary>The weights of the positive and of the negative samples that have the largest score among the first ones in ascending order.</summary>
    /// <param name="end">How many of the first ones are left; receives how many are left without those.</param>
    public (double Positives, double Negatives) TakeTied(ref int end)
    {
        double score = _sorted[end - 1];
        double positives = 0;
        double negatives = 0;
        do
        {
            int sample = _order[--end];
            positives += _expected[sample] ? _weights[sample] : 0;
            negatives += _expected[sample] ? 0 : _weights[sample];
        }
        while (end > 0 && _sorted[end - 1] == score);

        return (positives, negatives);
    }
}
