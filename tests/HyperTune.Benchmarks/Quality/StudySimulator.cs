using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>Runs studies by talking to the strategy directly, without objectives that take time.</summary>
internal static class StudySimulator
{
    private const ulong DurationStream = 0xD0_0000_0000;
    private const ulong GuessStream = 0x6E55;

    /// <summary>Runs one study.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The seed of the strategy and of the noise.</param>
    /// <param name="settings">How many trials there are, how many run side by side, and whether the strategy knows.</param>
    public static StudyRun Run(Strategy strategy, Problem problem, ulong seed, StudySettings settings)
    {
        int trials = settings.Trials ?? problem.Trials;
        StrategyRun run = strategy.Start(new StrategyContext
        {
            Space = problem.Space,
            Seed = seed,
            TrialBudget = settings.BudgetKnown ? trials : null,
            Parallelism = settings.Window ?? settings.Workers,
        });
        var feed = new ResultFeed(run, settings.Window);
        double[] regrets = new double[trials];
        FailingRegion? failing = settings.FailingShare > 0 ? new FailingRegion(problem, settings.FailingShare, seed) : null;
        int failed = 0;
        double bestObserved = double.PositiveInfinity;
        double regret = double.PositiveInfinity;
        var running = new PriorityQueue<(int Number, double[] Vector), (double End, int Number)>();
        var stopwatch = new Stopwatch();
        double clock = 0;
        int started = 0;
        for (int finished = 0; finished < trials; finished++)
        {
            while (started < trials && running.Count < settings.Workers && feed.MayStart(started))
            {
                double[] vector = new double[problem.Space.DimensionCount];
                stopwatch.Start();
                feed.TellBefore(started);
                if (started == 0 && settings.GuessDistance is { } distance)
                {
                    Guess(problem, distance, seed).CopyTo(vector, 0);
                }
                else if (!run.TrySuggest(started, vector, CancellationToken.None))
                {
                    throw new InvalidOperationException($"{strategy} stopped after {started} trials of {problem.Name}.");
                }

                run.Announce(started, vector);
                stopwatch.Stop();
                Check(strategy, problem, vector);
                running.Enqueue((started, vector), (clock + Duration(settings.Durations, seed, started), started));
                started++;
            }

            running.TryDequeue(out (int Number, double[] Vector) trial, out (double End, int Number) order);
            clock = order.End;
            if (failing is not null && failing.Contains(trial.Vector))
            {
                failed++;
                feed.End(new TrialResult { Number = trial.Number, Vector = trial.Vector, State = TrialState.Failed });
                regrets[finished] = regret;
                continue;
            }

            double value = problem.Evaluate(trial.Vector);
            double observed = problem.Observe(value, seed, trial.Number);
            stopwatch.Start();
            feed.End(new TrialResult { Number = trial.Number, Vector = trial.Vector, State = TrialState.Completed, Values = new[] { observed } });
            stopwatch.Stop();
            if (observed < bestObserved)
            {
                bestObserved = observed;
                regret = value - problem.Optimum;
            }

            regrets[finished] = regret;
        }

        return new StudyRun(regrets, stopwatch.Elapsed.TotalMilliseconds / trials, (double)failed / trials, clock);
    }

    // What a user who knows roughly where to look would try first.
    private static double[] Guess(Problem problem, double distance, ulong seed)
    {
        IReadOnlyList<double> place = problem.Place
            ?? throw new UsageException($"A guess needs to know where the optimum is; '{problem.Name}' does not in this variant.");
        var random = new RandomStream(seed, GuessStream);
        double[] vector = new double[place.Count];
        for (int i = 0; i < vector.Length; i++)
        {
            Distribution distribution = problem.Space.Parameters[i].Distribution;
            double unit = distribution.ToUnit(place[i]) + (distance * ((2 * random.NextUnit()) - 1));
            vector[i] = distribution.FromUnit(Math.Clamp(unit, 0, 1));
        }

        return vector;
    }

    // Side by side, trials must not end in the order in which they start.
    private static double Duration(DurationKind kind, ulong seed, int trial)
    {
        double unit = new RandomStream(seed, DurationStream + (ulong)trial).NextUnit();
        return kind == DurationKind.Exponential ? -Math.Log(unit) : 0.5 + unit;
    }

    private static void Check(Strategy strategy, Problem problem, double[] vector)
    {
        if (!problem.Space.Contains(vector))
        {
            throw new InvalidOperationException($"{strategy} suggested [{string.Join(", ", vector)}], which is outside the space of {problem.Name}.");
        }
    }
}
