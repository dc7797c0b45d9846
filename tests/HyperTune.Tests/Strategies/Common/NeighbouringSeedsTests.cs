namespace HyperTune.Tests;

/// <summary>Repeating a study with seeds next to each other is a repetition: they share no draws.</summary>
public sealed class NeighbouringSeedsTests
{
    private const int Seeds = 10;
    private const int Trials = 16;

    // A model leads every study to the same corner.
    private const int TrialsBeforeTheModel = 6;

    public static TheoryData<string> Drawing => ["random", "sobol", "bayesian", "tpe", "auto"];

    [Theory]
    [MemberData(nameof(Drawing))]
    public void No_two_studies_in_a_constrained_space_share_trials(string strategy)
    {
        // 4.5 % of the square is allowed, so that nearly every point is drawn many times.
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] + x[1] < 0.3);
        var seen = new Dictionary<(double, double), ulong>();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            StrategyRun run = ConformanceStrategies.Of(strategy).Start(new StrategyContext { Space = space, Seed = seed });
            double[] vector = new double[2];
            for (int number = 0; number < (strategy is "bayesian" or "auto" ? TrialsBeforeTheModel : Trials); number++)
            {
                Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
                Assert.True(seen.TryAdd((vector[0], vector[1]), seed), $"Seeds {seen[(vector[0], vector[1])]} and {seed} both tried {vector[0]:R}, {vector[1]:R}.");
                run.Announce(number, vector);
                run.Tell(new TrialResult { Number = number, Vector = vector.ToArray(), State = TrialState.Completed, Values = new[] { vector[0] - vector[1] } });
            }
        }
    }

    [Fact]
    public void No_two_shuffled_grids_have_the_same_order()
    {
        var space = new TestSpace(new UniformDistribution(0, 99, 1), new UniformDistribution(0, 99, 1));
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            StrategyRun run = ConformanceStrategies.Of("shuffled grid").Start(new StrategyContext { Space = space, Seed = seed });
            double[] vector = new double[2];
            Assert.True(run.TrySuggest(0, vector, CancellationToken.None));
            Assert.True(orders.Add(string.Join('|', vector)));
        }
    }

    [Fact]
    public void Derived_seeds_of_neighbouring_seeds_and_numbers_are_all_different()
    {
        var seen = new HashSet<ulong>();
        for (ulong seed = 0; seed < 200; seed++)
        {
            for (ulong number = 0; number < 200; number++)
            {
                Assert.True(seen.Add(RandomStream.Derive(seed, number)));
                Assert.NotEqual(seed, RandomStream.Derive(seed, number));
            }
        }
    }

    [Fact]
    public void Bits_of_derived_seeds_follow_neither_the_seed_nor_the_number()
    {
        // A bit of the seed or of the number changes each bit of what is derived with probability 1/2; 64 * 4,000 / 2 changes, standard deviation
        // 253.
        int changed = 0;
        for (ulong i = 0; i < 2_000; i++)
        {
            changed += System.Numerics.BitOperations.PopCount(RandomStream.Derive(i, 5) ^ RandomStream.Derive(i ^ (1UL << (int)(i % 64)), 5));
            changed += System.Numerics.BitOperations.PopCount(RandomStream.Derive(9, i) ^ RandomStream.Derive(9, i ^ (1UL << (int)(i % 64))));
        }

        Assert.InRange(changed, 128_000 - 1_300, 128_000 + 1_300);
    }
}
