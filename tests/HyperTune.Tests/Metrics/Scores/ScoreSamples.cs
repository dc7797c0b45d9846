namespace HyperTune.Tests.Scores;

/// <summary>Random samples of every kind that scores are of, with ties and rare classes among them.</summary>
internal sealed record ScoreSamples(
    int[] Classes,
    int[] PredictedClasses,
    bool[] Positive,
    bool[] PredictedPositive,
    double[] Probabilities,
    double[][] ClassProbabilities,
    double[] Values,
    double[] PredictedValues)
{
    public const int ClassCount = 4;

    public int Count => Classes.Length;

    /// <summary>Draws samples of which the first two are a positive and a negative one with different values.</summary>
    public static ScoreSamples Draw(int seed, int count)
    {
        var random = new System.Random(seed);
        bool[] positive = [true, false, .. Enumerable.Range(2, count - 2).Select(_ => random.Next(3) == 0)];
        return new ScoreSamples(
            [.. Enumerable.Range(0, count).Select(_ => random.Next(ClassCount - 1))],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(1, ClassCount))],
            positive,
            [.. positive.Select(one => random.Next(4) == 0 ? !one : one)],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(11) / 10.0)],
            [.. Enumerable.Range(0, count).Select(_ => Simplex(random))],
            [1, 2, .. Enumerable.Range(2, count - 2).Select(_ => (random.NextDouble() * 10) - 5)],
            [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 10) - 5)]);
    }

    /// <summary>The samples of the given numbers, in that order.</summary>
    public ScoreSamples Take(IReadOnlyCollection<int> numbers) => new(
        [.. numbers.Select(i => Classes[i])],
        [.. numbers.Select(i => PredictedClasses[i])],
        [.. numbers.Select(i => Positive[i])],
        [.. numbers.Select(i => PredictedPositive[i])],
        [.. numbers.Select(i => Probabilities[i])],
        [.. numbers.Select(i => ClassProbabilities[i])],
        [.. numbers.Select(i => Values[i])],
        [.. numbers.Select(i => PredictedValues[i])]);

    private static double[] Simplex(System.Random random)
    {
        double[] parts = [.. Enumerable.Range(0, ClassCount).Select(_ => random.NextDouble())];
        return [.. parts.Select(part => part / parts.Sum())];
    }
}
