using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What stopping rules save, what that costs in regret, and how long they take to look.</summary>
internal sealed class StoppingCommand : Command
{
    private static readonly (string Name, StoppingRule Rule)[] Rules =
    [
        ("patience", StoppingRule.Patience()),
        ("expected improvement", StoppingRule.ExpectedImprovement()),
    ];

    public override string Name => "stopping";

    public override string Summary => "how many trials stopping rules save, and what regret that costs";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default bayesian,tpe"),
        new("--problems", "a,b,...", $"problems, of {string.Join(", ", PublicProblems.Names)}; default all"),
        new("--seeds", "count", "studies for each cell; default 10"),
        new("--trials", "count", "trials of each study; default 200"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["bayesian", "tpe"], StrategyNames.Known);
        IReadOnlyList<string> names = arguments.Names("--problems", [.. PublicProblems.Names], PublicProblems.Names);
        int seeds = arguments.Count("--seeds", 10);
        int trials = arguments.Count("--trials", 200);
        Problem[] problems = [.. PublicProblems.All.Where(problem => names.Contains(problem.Name))];
        output.WriteLine($"{trials} trials, {seeds} seeds, shifted optima. Of each rule: in how many studies it is met, the median of the trials it saves of all, and of the regret there.");
        output.WriteLine();
        output.WriteLine($"| strategy | problem | regret at the end |{string.Concat(Rules.Select(static rule => $" {rule.Name}: met | saved | regret |"))}");
        output.WriteLine($"|---|---|---|{string.Concat(Rules.Select(static _ => "---|---|---|"))}");
        var counter = new Progress(strategies.Count * problems.Length * seeds, progress);
        foreach ((string strategy, Problem problem) in from strategy in strategies from problem in problems select (strategy, problem))
        {
            var studies = new List<StoppingStudy>();
            for (ulong seed = 0; seed < (ulong)seeds; seed++)
            {
                Problem shifted = problem.CreateVariant(Variant.Shifted, seed) ?? problem;
                studies.Add(StoppingStudy.Run(shifted, StrategyNames.Create(strategy), [.. Rules.Select(static rule => rule.Rule)], trials, seed));
                counter.Done($"{strategy} on {problem.Name}");
            }

            IEnumerable<string> cells = Rules.Select((_, rule) => string.Create(
                CultureInfo.InvariantCulture,
                $" {studies.Count(study => study.Ends[rule] < trials)} | {Quartiles.Of(studies.Select(study => (double)(trials - study.Ends[rule]))).Median:F0} | {Median(studies, study => study.Regrets[study.Ends[rule] - 1])} |"));
            output.WriteLine($"| {strategy} | {problem.Name} | {Median(studies, static study => study.Regrets[^1])} |{string.Concat(cells)}");
        }

        WriteFolds(seeds, trials, output);
        WriteTimes(output);
    }

    private static string Median(List<StoppingStudy> studies, Func<StoppingStudy, double> value) => Quartiles.Format(Quartiles.Of(studies.Select(value)).Median);

    private static void WriteFolds(int seeds, int trials, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"A smooth objective over {FoldsConfig.FoldCount} folds of which some are harder than others: how many of {trials} trials the noise of the folds saves, and the regret there.");
        output.WriteLine();
        output.WriteLine("| strategy | met | saved | regret |");
        output.WriteLine("|---|---|---|---|");
        foreach (string strategy in new[] { "bayesian", "tpe" })
        {
            StudyResult<FoldsConfig>[] results = [.. Enumerable.Range(0, seeds).Select(seed => Study.Minimize<FoldsConfig>(new StudyOptions { Strategy = StrategyNames.Create(strategy), Seed = seed }).Run(
                static (config, trial) =>
                {
                    for (int fold = 0; fold < FoldsConfig.FoldCount; fold++)
                    {
                        trial.ReportInstance(fold, config.Value(fold));
                    }

                    return config.Regret;
                },
                new Budget { Trials = trials, StopWhen = [StoppingRule.CrossValidationNoise()] }))];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {strategy} | {results.Count(static result => result.StopReason == StopReason.WithinNoise)} | {Quartiles.Of(results.Select(result => (double)(trials - result.Trials.Count))).Median:F0} | {Quartiles.Of(results.Select(static result => result.BestObserved.Config.Regret))} |"));
        }
    }

    private static void WriteTimes(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Milliseconds for one trial told to a rule, mean over all trials of random studies in six dimensions.");
        output.WriteLine();
        output.WriteLine("| trials | patience | expected improvement | of them the slowest |");
        output.WriteLine("|---|---|---|---|");
        foreach (int trials in new[] { 100, 1000 })
        {
            Problem problem = PublicProblems.All.First(static problem => problem.Name == "hartmann6");
            (double patience, _) = Time(problem, StoppingRule.Patience(), trials);
            (double improvement, double slowest) = Time(problem, StoppingRule.ExpectedImprovement(), trials);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {trials} | {patience:F4} | {improvement:F1} | {slowest:F0} |"));
        }
    }

    private static (double Mean, double Slowest) Time(Problem problem, StoppingRule rule, int trials)
    {
        Stopping.StoppingRun run = rule.Start(new Stopping.StoppingContext { Space = problem.Space, IsDeterministic = null, Sign = 1 });
        StrategyRun random = Strategy.Random().Start(new StrategyContext { Space = problem.Space, Seed = 1, TrialBudget = trials });
        double total = 0;
        double slowest = 0;
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            random.TrySuggest(number, vector, CancellationToken.None);
            var result = new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { problem.Evaluate(vector) } };
            long start = Stopwatch.GetTimestamp();
            run.Tell(new Stopping.StoppingTrial(result, default, IsImported: false));
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            total += milliseconds;
            slowest = Math.Max(slowest, milliseconds);
        }

        return (total / trials, slowest);
    }
}
