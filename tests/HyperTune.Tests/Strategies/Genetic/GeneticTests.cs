namespace HyperTune.Tests;

public sealed class GeneticTests
{
    [Fact]
    public void Sphere_is_solved()
    {
        // Of the best value after 3,000 trials in five coordinates.
        for (ulong seed = 0; seed < 3; seed++)
        {
            var driver = new StrategyDriver(TestFunctions.Space(5), Strategy.Genetic(), seed, budget: 3000);
            Assert.InRange(driver.Advance(3000, TestFunctions.Of("sphere")).Best, 0, 1e-3);
        }
    }

    [Theory]
    [InlineData("union")]
    [InlineData("list")]
    [InlineData("mixed")]
    [InlineData("hostile")]
    public void Conditional_spaces_are_searched_better_than_by_chance(string name)
    {
        SearchSpace space = ConformanceSpaces.Of(name);
        Assert.True(Mean(Strategy.Genetic()) < Mean(Strategy.Random()));

        double Mean(Strategy strategy)
            => Enumerable.Range(0, 4).Average(seed => new StrategyDriver(space, strategy, (ulong)seed, budget: 150).Advance(150, x => ConformanceSpaces.Loss(space, x)).Best);
    }

    [Fact]
    public void Parents_are_the_best_trials_whenever_they_came()
    {
        var selection = new GeneticSelection(population: 10);
        GeneticState state = selection.Begin([Trial(0, 5)]);
        for (int number = 1; number < 41; number += 2)
        {
            Assert.Equal(2, selection.SizeOf(state));
            state = selection.Next(state, [Trial(number, 100 - number), Trial(number + 1, number)]);
        }

        Assert.Equal([1, 3, 5, 5, 7, 9, 11, 13, 15, 17], state.Parents.Select(static parent => parent.Standing.Value));
        Assert.Equal(41, state.Trials);
    }

    [Fact]
    public void Failed_trials_are_no_parents()
    {
        var selection = new GeneticSelection(population: 10);
        var failed = new TrialResult { Number = 1, Vector = new[] { 0.5 }, State = TrialState.Failed };
        GeneticState state = selection.Next(selection.Begin([]), [Trial(0, 3), new RankedTrial(1, [0.5], TrialStanding.Of(failed), [], IsGiven: false)]);
        Assert.Equal(3, Assert.Single(state.Parents).Standing.Value);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Equal("Population", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Genetic(new GeneticOptions { Population = 3 })).ParamName);
        Assert.Equal("StartTrials", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Genetic(new GeneticOptions { StartTrials = 1 })).ParamName);
        Assert.Equal("CrossoverProbability", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Genetic(new GeneticOptions { CrossoverProbability = 1.1 })).ParamName);
        Assert.Equal("MutationProbability", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Genetic(new GeneticOptions { MutationProbability = -0.1 })).ParamName);
        Assert.Equal("Genetic", Strategy.Genetic().ToString());
    }

    private static RankedTrial Trial(int number, double value)
        => new(number, [0.5], TrialStanding.Of(StrategyDriver.Completed(number, [0.5], value)), [], IsGiven: false);
}
