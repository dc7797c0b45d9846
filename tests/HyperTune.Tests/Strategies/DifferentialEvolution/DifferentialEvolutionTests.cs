namespace HyperTune.Tests;

public sealed class DifferentialEvolutionTests
{
    [Theory]
    [InlineData("sphere", 1e-6)]
    [InlineData("ellipsoid", 1e-3)]
    [InlineData("rosenbrock", 1)]
    public void Smooth_functions_are_solved(string function, double tolerance)
    {
        // Of the best value after 4,000 trials in five coordinates.
        for (ulong seed = 0; seed < 3; seed++)
        {
            var driver = new StrategyDriver(TestFunctions.Space(5), Strategy.DifferentialEvolution(), seed, budget: 4000);
            Assert.InRange(driver.Advance(4000, TestFunctions.Of(function)).Best, 0, tolerance);
        }
    }

    [Fact]
    public void Population_shrinks_to_four_over_a_known_number_of_trials()
    {
        DifferentialEvolutionProcess process = Create(budget: 400, population: 40);
        DifferentialState state = process.Begin([]);
        var sizes = new List<int>();
        int number = 0;
        while (number < 400)
        {
            int size = process.SizeOf(state);
            state = process.Next(state, [.. Enumerable.Range(number, size).Select(Trial)]);
            number += size;
            sizes.Add(state.Members.Length);
        }

        Assert.Equal(40 - (int)Math.Round(36 * 80 / 400.0), sizes[1]);
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.Equal(4, sizes[^1]);
        Assert.InRange(state.Archive.Length, 0, (int)(2.6 * 4));
    }

    [Fact]
    public void Population_stays_where_the_number_of_trials_is_not_known()
    {
        DifferentialEvolutionProcess process = Create(budget: null, population: 12);
        DifferentialState state = process.Begin([]);
        for (int number = 0; number < 240; number += 12)
        {
            state = process.Next(state, [.. Enumerable.Range(number, 12).Select(Trial)]);
        }

        Assert.Equal(12, state.Members.Length);
        Assert.Equal(Enumerable.Range(0, 12), state.Order.Order());
    }

    [Fact]
    public void Members_only_ever_become_better()
    {
        DifferentialEvolutionProcess process = Create(budget: null, population: 8);
        DifferentialState state = process.Next(process.Begin([]), [.. Enumerable.Range(0, 8).Select(Trial)]);
        for (int number = 8; number < 200; number += 8)
        {
            double[] before = [.. state.Members.Select(static member => member.Standing.Value)];
            state = process.Next(state, [.. Enumerable.Range(number, 8).Select(Trial)]);
            Assert.All(state.Members.Select(static member => member.Standing.Value).Zip(before), static pair => Assert.True(pair.First <= pair.Second));
        }
    }

    [Fact]
    public void Memory_takes_the_weighted_lehmer_means_place_by_place()
    {
        SuccessMemory memory = new SuccessMemory().Next([(0.2, 0.9, 1), (0.8, 0.5, 3)]);
        Assert.Equal(((0.2 * 0.2) + (3 * 0.8 * 0.8)) / (0.2 + (3 * 0.8)), memory.Scales[0], 12);
        Assert.Equal(((0.9 * 0.9) + (3 * 0.5 * 0.5)) / (0.9 + (3 * 0.5)), memory.Rates[0], 12);
        Assert.Equal(0.5, memory.Scales[1]);
        Assert.Same(memory, memory.Next([]));
        Assert.True(double.IsNaN(memory.Next([(0.5, 0, 1)]).Rates[1]));
    }

    [Fact]
    public void Trials_known_before_are_the_first_population()
    {
        TestSpace space = TestSpace.Cube(4);
        StrategyRun run = StrategyDriver.Start(space, Strategy.DifferentialEvolution(new DifferentialEvolutionOptions { Population = 10 }));
        for (int number = 0; number < 100; number++)
        {
            var random = new RandomStream(5, (ulong)number);
            double[] vector = space.Sample(ref random);
            run.Tell(StrategyDriver.Completed(number, vector, Loss(vector)) with { IsGiven = true });
        }

        double mean = Enumerable.Range(100, 20).Average(number => Loss(StrategyDriver.Suggest(run, space, number)));

        // Of a random config it is 0.73, of the best ten known ones about 0.2.
        Assert.InRange(mean, 0, 0.45);

        static double Loss(double[] x) => x.Sum(static v => Math.Pow(v - 0.8, 2));
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Equal(
            "Population", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.DifferentialEvolution(new DifferentialEvolutionOptions { Population = 3 })).ParamName);
        Assert.Equal("DifferentialEvolution", Strategy.DifferentialEvolution().ToString());
    }

    private static DifferentialEvolutionProcess Create(int? budget, int population)
    {
        var cube = new UnitCube(TestSpace.Cube(3));
        return new DifferentialEvolutionProcess(
            cube,
            new DifferentialEvolutionOptions { Population = population },
            new DifferentialVariation(cube),
            static number => new RandomStream(1, (ulong)number),
            new StrategyContext { Space = cube.Space, Seed = 1, TrialBudget = budget });
    }

    private static RankedTrial Trial(int number)
    {
        var random = new RandomStream(3, (ulong)number);
        double[] point = [random.NextUnit(), random.NextUnit(), random.NextUnit()];
        return new RankedTrial(number, point, TrialStanding.Of(StrategyDriver.Completed(number, point, point.Sum())), [], IsGiven: false);
    }
}
