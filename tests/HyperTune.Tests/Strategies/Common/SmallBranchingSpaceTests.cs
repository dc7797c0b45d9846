namespace HyperTune.Tests;

/// <summary>Strategies in a space of a few dozen configs on two branches, which studies exhaust.</summary>
public sealed class SmallBranchingSpaceTests
{
    private const int Configs = (5 * 5) + 5;

    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    public void Every_config_is_suggested_once_before_any_comes_again(string strategy)
    {
        TestSpace space = CreateSpace();
        for (ulong seed = 0; seed < 10; seed++)
        {
            StrategyDriver driver = new StrategyDriver(space, Create(strategy), seed).Advance(Configs + 5, static vector => vector.Where(double.IsFinite).Sum());
            Assert.Equal(Configs, driver.Results.Take(Configs).Select(static result => Text(result.Vector.Span)).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    public void Study_in_which_everything_fails_goes_on_when_nothing_is_left(string strategy)
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            StrategyDriver driver = new StrategyDriver(CreateSpace(), Create(strategy), seed)
                .Advance(2 * Configs, static (number, vector) => new TrialResult { Number = number, Vector = vector, State = TrialState.Failed });
            Assert.Equal(Configs, driver.Results.Select(static result => Text(result.Vector.Span)).Distinct().Count());
        }
    }

    // Exploring from the first stagnation on.
    private static Strategy Create(string strategy)
        => strategy == "tpe" ? Strategy.Tpe() : Strategy.Bayesian(new BayesianOptions { StagnationTrials = 1 });

    private static string Text(ReadOnlySpan<double> vector) => string.Join(',', vector.ToArray());

    private static TestSpace CreateSpace()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b"]));
        var list = new ChoiceDistribution(["p", "q", "r", "s", "t"]);
        return TestSpace.Of(
            branch,
            TestSpace.CreateParameter("a.first", 1, list, ParameterCondition.OneOf(branch, 0)),
            TestSpace.CreateParameter("a.second", 2, list, ParameterCondition.OneOf(branch, 0)),
            TestSpace.CreateParameter("b.only", 3, list, ParameterCondition.OneOf(branch, 1)));
    }
}
