namespace HyperTune.Tests;

/// <summary>Runs a strategy on an objective, one trial after the other, and keeps what happened.</summary>
internal sealed class StrategyDriver(SearchSpace space, Strategy strategy, ulong seed = 1, int? budget = null)
{
    private readonly List<TrialResult> _results = [];

    public StrategyRun Run { get; } = Start(space, strategy, seed, budget);

    public IReadOnlyList<TrialResult> Results => _results;

    public double Best => _results.Where(static result => result.State == TrialState.Completed).Min(static result => result.Values.Span[0]);

    public static StrategyRun Start(SearchSpace space, Strategy strategy, ulong seed = 1, int? budget = null)
        => strategy.Start(new StrategyContext { Space = space, Seed = seed, TrialBudget = budget });

    public static TrialResult Completed(int number, double[] vector, double value)
        => new() { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } };

    public double[] Suggest(int number) => Suggest(Run, space, number);

    public static double[] Suggest(StrategyRun run, SearchSpace space, int number)
    {
        double[] vector = new double[space.DimensionCount];
        Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
        Assert.True(space.Contains(vector), $"[{string.Join(", ", vector)}] is outside the space.");
        Assert.Null(space.FindViolatedConstraint(vector));
        return vector;
    }

    /// <summary>Runs trials whose outcome the function gives.</summary>
    public StrategyDriver Advance(int count, Func<int, double[], TrialResult> outcome)
    {
        for (int end = _results.Count + count; _results.Count < end;)
        {
            int number = _results.Count;
            double[] vector = Suggest(number);
            Run.Announce(number, vector);
            TrialResult result = outcome(number, vector);
            Run.Tell(result);
            _results.Add(result);
        }

        return this;
    }

    /// <summary>Runs trials that all complete.</summary>
    public StrategyDriver Advance(int count, Func<double[], double> objective)
        => Advance(count, (number, vector) => Completed(number, vector, objective(vector)));
}
