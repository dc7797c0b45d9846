namespace HyperTune.Benchmarks;

/// <summary>The true regret of the trials that one noisy study might report.</summary>
/// <param name="Spread">The interquartile range of the values of random configs, or their deviation where the quartiles are the same.</param>
/// <param name="NoiseShare">What the study takes for noise, as a share of its values' variance.</param>
/// <param name="IsNoisy">Whether it calls the objective noisy.</param>
/// <param name="Observed">The regret of the best observed trial.</param>
/// <param name="ByMean">The regret of the trial with the best mean.</param>
/// <param name="ByRule">The regret of the trial that the study reports.</param>
internal sealed record NoisyStudy(double Spread, double NoiseShare, bool IsNoisy, double Observed, double ByMean, double ByRule)
{
    private const int ScaleDraws = 400;

    /// <summary>Runs a study.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="problem">A problem without noise of its own.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="noise">The standard deviation of the noise as a share of the spread of random configs' values.</param>
    /// <param name="seed">The seed of everything.</param>
    public static NoisyStudy Run(Strategy strategy, Problem problem, int trials, double noise, ulong seed)
    {
        double spread = SpreadOf(problem, seed);
        double deviation = noise * spread;
        StrategyRun run = strategy.Start(new StrategyContext { Space = problem.Space, Seed = seed, TrialBudget = trials });
        var results = new List<TrialResult>(trials);
        var truths = new double[trials];
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            truths[number] = problem.Evaluate(vector);
            double observed = truths[number] + (deviation * ObservationNoise.Gauss(seed, (ulong)number));
            results.Add(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { observed } });
            run.Tell(results[^1]);
        }

        BestTrial choice = BestTrial.Of(problem.Space, results, results.MinBy(static result => result.Values.Span[0]).Number);
        double Regret(int number) => truths[number] - problem.Optimum;
        return new NoisyStudy(spread, choice.NoiseShare, choice.IsNoisy, Regret(choice.Observed), Regret(choice.ByMean), Regret(choice.Best));
    }

    /// <summary>The values of random configs.</summary>
    internal static double[] RandomValues(Problem problem, ulong seed)
    {
        var random = new RandomStream(seed, 17);
        double[] vector = new double[problem.Space.DimensionCount];
        var values = new double[ScaleDraws];
        for (int i = 0; i < ScaleDraws; i++)
        {
            problem.Space.SampleVector(ref random, vector);
            values[i] = problem.Evaluate(vector);
        }

        return values;
    }

    private static double SpreadOf(Problem problem, ulong seed)
    {
        double[] values = RandomValues(problem, seed);
        Quartiles quartiles = Quartiles.Of(values);
        double mean = values.Average();
        return quartiles.Upper > quartiles.Lower ? quartiles.Upper - quartiles.Lower : Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
