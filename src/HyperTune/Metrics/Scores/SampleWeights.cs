namespace HyperTune.Metrics.Scores;

/// <summary>The weight of each sample; 1 for each where none are given.</summary>
internal readonly ref struct SampleWeights
{
    private readonly ReadOnlySpan<double> _weights;

    public SampleWeights(ReadOnlySpan<double> weights, int count)
    {
        _weights = weights;
        Total = weights.IsEmpty ? count : Sum(weights, count);
    }

    /// <summary>The sum of all weights; above 0.</summary>
    public double Total { get; }

    public double this[int sample] => _weights.IsEmpty ? 1 : _weights[sample];

    private static double Sum(ReadOnlySpan<double> weights, int count)
    {
        if (weights.Length != count)
        {
            throw new ArgumentException($"There are {weights.Length} weights for {count} samples; there must be one for each, or none at all.", nameof(weights));
        }

        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weights[i], $"The weight at {i} must be at least 0 and finite.");
            }

            sum += weights[i];
        }

        if (!(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), sum, "The sum of the weights must be above 0 and finite.");
        }

        return sum;
    }
}
