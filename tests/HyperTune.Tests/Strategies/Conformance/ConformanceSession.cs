namespace HyperTune.Tests;

/// <summary>A study by hand: up to three trials at once, which end out of order and in every way there is.</summary>
internal sealed class ConformanceSession(Strategy strategy, SearchSpace space, ulong seed, int? budget = null, bool alwaysCompletes = false, int objectives = 1)
{
    private const int Workers = 3;

    private readonly List<(int Number, double[] Vector)> _running = [];

    public StrategyRun Run { get; } = Start(strategy, space, seed, budget, objectives);

    /// <summary>All suggestions so far.</summary>
    public List<double[]> Suggestions { get; } = [];

    /// <summary>The trials that ended, in the order in which they did.</summary>
    public List<TrialResult> Results { get; } = [];

    public IReadOnlyList<(int Number, double[] Vector)> Running => _running;

    public static StrategyRun Start(Strategy strategy, SearchSpace space, ulong seed, int? budget = null, int objectives = 1)
        => strategy.Start(new StrategyContext { Space = space, Seed = seed, TrialBudget = budget, Parallelism = Workers, ObjectiveCount = objectives });

    /// <summary>The suggestion for a trial, checked; <see langword="null"/> when the strategy has nothing left.</summary>
    public static double[]? Suggest(StrategyRun run, SearchSpace space, int number)
    {
        double[] vector = new double[space.DimensionCount];
        if (!run.TrySuggest(number, vector, CancellationToken.None))
        {
            return null;
        }

        Assert.True(space.Contains(vector), $"Trial {number}: [{string.Join(", ", vector)}] is outside the space.");
        Assert.Null(space.FindViolatedConstraint(vector));
        return vector;
    }

    /// <summary>Starts trials until <paramref name="count"/> have started or the strategy has nothing left.</summary>
    public ConformanceSession Advance(int count)
    {
        while (Suggestions.Count < count && Suggest(Run, space, Suggestions.Count) is { } vector)
        {
            int number = Suggestions.Count;
            Suggestions.Add(vector);
            _running.Add((number, vector));
            Run.Announce(number, vector);
            while (_running.Count >= Workers)
            {
                Finish();
            }
        }

        return this;
    }

    /// <summary>A completed trial; with several objectives, there is a limit that about half of the space keeps.</summary>
    public TrialResult Complete(int number, double[] vector)
    {
        double[] losses = [.. Enumerable.Range(0, objectives).Select(objective => ConformanceSpaces.Loss(space, vector, 0.3 + (0.2 * objective)))];
        double[] excess = objectives == 1 ? [] : [losses[0] - (0.15 * space.DimensionCount)];
        return new TrialResult
        {
            Number = number,
            Vector = vector,
            State = TrialState.Completed,
            Values = losses,
            Excess = excess,
            Violation = excess.Sum(static value => Math.Max(0, value)),
        };
    }

    private void Finish()
    {
        var random = new RandomStream(77, (ulong)Results.Count);
        int place = (int)random.NextInteger(_running.Count);
        (int number, double[] vector) = _running[place];
        _running.RemoveAt(place);
        TrialResult completed = Complete(number, vector);
        TrialResult result = alwaysCompletes ? completed : random.NextInteger(8) switch
        {
            0 => completed with { State = TrialState.Failed, Values = default },
            1 => completed with { State = TrialState.Pruned, LastStep = (int)random.NextInteger(9) },
            2 => completed with { State = TrialState.Pruned, Values = default },
            3 => completed with { Violation = 0.1 + random.NextUnit() },
            _ => completed,
        };
        Results.Add(result);
        Run.Tell(in result);
    }
}
