namespace HyperTune.Tests;

public sealed class CategoryDistributionTests
{
    private static readonly double[] Weights = [0.5, 0.3, 0.2];

    [Fact]
    public void Probabilities_follow_the_best_values_and_keep_a_margin()
    {
        CategoryDistribution distribution = Create(4, 2);
        for (int generation = 0; generation < 50; generation++)
        {
            distribution = distribution.Next([2, 0, 2, 1, 2, 0], Weights);
        }

        double margin = (1 - Math.Sqrt(0.73)) / 3;
        double[] first = distribution.Of(0).ToArray();
        Assert.Equal(1, first.Sum(), 12);
        Assert.All(first, value => Assert.True(value >= margin - 1e-12));
        Assert.True(first[2] > 0.7);
        Assert.Equal(1, distribution.Of(1).ToArray().Sum(), 12);
        Assert.True(distribution.Of(1)[0] > distribution.Of(1)[1]);
    }

    [Fact]
    public void Parameter_that_exists_in_no_trial_keeps_its_probabilities()
    {
        CategoryDistribution distribution = Create(3, 5).Next([1, -1, 1, -1, 0, -1], Weights);
        Assert.All(distribution.Of(1).ToArray(), static value => Assert.Equal(0.2, value, 12));
        Assert.True(distribution.Of(0)[1] > 0.4);
    }

    [Fact]
    public void Draws_have_the_probabilities()
    {
        CategoryDistribution distribution = Create(3, 2).Next([1, 0, 1, 1, 0, 0], Weights);
        var random = new RandomStream(3);
        const int Count = 20_000;
        int[] counts = new int[3];
        for (int i = 0; i < Count; i++)
        {
            counts[distribution.Sample(0, ref random)]++;
        }

        // Six standard deviations of a share of a half: 6 * sqrt(0.25 / 20,000).
        Assert.All(counts.Select((count, k) => (double)count / Count - distribution.Of(0)[k]), static difference => Assert.InRange(difference, -0.0213, 0.0213));
    }

    private static CategoryDistribution Create(params int[] sizes)
        => new(new UnitCube(new TestSpace(sizes.Select(static size => new ChoiceDistribution([.. Enumerable.Range(0, size).Select(static k => $"v{k}")])))).Categorical);
}
