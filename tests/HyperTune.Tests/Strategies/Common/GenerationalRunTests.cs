namespace HyperTune.Tests;

/// <summary>What holds for every strategy that goes by generations.</summary>
public sealed class GenerationalRunTests
{
    [Theory]
    [InlineData("cmaes", 600, 1e-10)]
    [InlineData("de", 1500, 1e-6)]
    [InlineData("genetic", 1000, 1e-4)]
    public void Trial_that_never_ends_holds_nobody_up(string strategy, int trials, double reached)
    {
        TestSpace space = TestSpace.Cube(3);
        StrategyRun run = StrategyDriver.Start(space, ConformanceStrategies.Of(strategy));
        double best = double.PositiveInfinity;
        for (int number = 0; number < trials; number++)
        {
            double[] vector = StrategyDriver.Suggest(run, space, number);
            run.Announce(number, vector);
            if (number % 50 != 7)
            {
                double loss = vector.Sum(static v => Math.Pow(v - 0.3, 2));
                best = Math.Min(best, loss);
                run.Tell(StrategyDriver.Completed(number, vector, loss));
            }
        }

        Assert.InRange(best, 0, reached);
    }
}
