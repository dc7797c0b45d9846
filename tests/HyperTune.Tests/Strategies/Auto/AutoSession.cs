namespace HyperTune.Tests;

/// <summary>A study of the automatic strategy, or of one to compare with, driven by hand.</summary>
internal sealed class AutoSession(TestSpace space, int? trialBudget, int parallelism = 1, Strategy? strategy = null)
{
    public StrategyRun Run { get; } = (strategy ?? Strategy.Auto()).Start(
        new StrategyContext { Space = space, Seed = 11, TrialBudget = trialBudget, Parallelism = parallelism });

    public static double[] Draw(TestSpace space, int number)
    {
        var random = new RandomStream(5, (ulong)number);
        return space.Sample(ref random);
    }

    public double[] Suggest(int number)
    {
        double[] vector = new double[space.DimensionCount];
        Assert.True(Run.TrySuggest(number, vector, CancellationToken.None));
        return vector;
    }

    public void Tell(int number, double[] vector, TimeSpan? duration = null)
        => Run.Tell(new TrialResult
        {
            Number = number,
            Vector = vector,
            State = TrialState.Completed,
            Values = new[] { Studies.Bowl(vector) },
            Duration = duration,
        });

    /// <summary>Runs the whole budget.</summary>
    public IEnumerable<double[]> SuggestAll()
    {
        double[] vector = new double[space.DimensionCount];
        for (int number = 0; number < trialBudget && Run.TrySuggest(number, vector, CancellationToken.None); number++)
        {
            Run.Announce(number, vector);
            Tell(number, [.. vector]);
            yield return [.. vector];
        }
    }
}
