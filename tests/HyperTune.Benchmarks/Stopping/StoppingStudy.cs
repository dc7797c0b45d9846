namespace HyperTune.Benchmarks;

/// <summary>One study that runs to its end, with what each of some rules would have made of it.</summary>
/// <param name="Regrets">The true regret of the best observed trial after each trial.</param>
/// <param name="Ends">After how many trials each rule would have ended the study; all of them where it would not.</param>
internal sealed record StoppingStudy(double[] Regrets, int[] Ends)
{
    /// <summary>Runs a study.</summary>
    /// <param name="problem">What it minimizes.</param>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="rules">The rules to watch.</param>
    /// <param name="trials">How many trials it runs.</param>
    /// <param name="seed">The seed of everything.</param>
    public static StoppingStudy Run(Problem problem, Strategy strategy, IReadOnlyList<StoppingRule> rules, int trials, ulong seed)
    {
        var context = new Stopping.StoppingContext { Space = problem.Space, IsDeterministic = null, Sign = 1 };
        Stopping.StoppingRun[] watched = [.. rules.Select(rule => rule.Start(context))];
        int[] ends = [.. rules.Select(_ => trials)];
        StrategyRun run = strategy.Start(new StrategyContext { Space = problem.Space, Seed = seed, TrialBudget = trials });
        var regrets = new double[trials];
        (double observed, double regret) = (double.PositiveInfinity, double.PositiveInfinity);
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            double value = problem.Evaluate(vector);
            double seen = problem.Observe(value, seed, number);
            if (seen < observed)
            {
                (observed, regret) = (seen, value - problem.Optimum);
            }

            regrets[number] = regret;
            var result = new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { seen } };
            run.Tell(result);
            for (int rule = 0; rule < watched.Length; rule++)
            {
                watched[rule].Tell(new Stopping.StoppingTrial(result, default, IsImported: false));
                ends[rule] = watched[rule].IsMet && !run.IsStarting ? Math.Min(ends[rule], number + 1) : ends[rule];
            }
        }

        return new StoppingStudy(regrets, ends);
    }
}
