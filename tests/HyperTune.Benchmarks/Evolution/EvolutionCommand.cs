using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Evolutionary strategies over thousands of trials beside the real cmaes, in one run.</summary>
internal sealed class EvolutionCommand : Command
{
    private const string Cmaes = "cmaes";

    private static readonly string[] Dimensions = ["10", "20"];

    public override string Name => "evolution";

    public override string Summary => "best values after thousands of trials on sphere, ellipsoid, Rosenbrock and rotated Rastrigin, beside the real cmaes";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default cmaes,de,genetic"),
        new("--dimensions", "a,b,...", "numbers of parameters, of 10 and 20; default both"),
        new("--trials", "count", "trials of a study; default 2000"),
        new("--seeds", "count", "studies of each row; default 10"),
        new("--first", "seed", "the first seed; default 0"),
        new("--without-peer", null, "leave the real cmaes out"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["cmaes", "de", "genetic"], StrategyNames.Known);
        int[] dimensions = [.. arguments.Names("--dimensions", Dimensions, Dimensions).Select(static text => int.Parse(text, CultureInfo.InvariantCulture))];
        int trials = arguments.Count("--trials", 2000);
        int seeds = arguments.Count("--seeds", 10);
        int first = arguments.Text("--first") is null or "0" ? 0 : arguments.Count("--first", 1);
        string? version = arguments.Has("--without-peer") ? null : OptunaProcess.FindVersion(Cmaes);
        if (version is null && !arguments.Has("--without-peer"))
        {
            output.WriteLine(CmaesProcess.Missing);
        }

        var counter = new Progress(EvolutionProblem.Names.Count * dimensions.Length * seeds * (strategies.Count + (version is null ? 0 : 1)), progress);
        output.WriteLine($"Best values: median [quartiles] of {seeds} studies of {trials} trials, seeds from {first}; in brackets the median after half of them.");
        output.WriteLine();
        output.WriteLine($"| problem |{string.Concat(strategies.Select(static name => $" {name} |"))}{(version is null ? "" : $" the real cmaes {version} |")}");
        output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", strategies.Count + (version is null ? 0 : 1)))}");
        foreach (string name in EvolutionProblem.Names)
        {
            foreach (int count in dimensions)
            {
                string row = $"| {name}, {count} |";
                foreach (string strategy in strategies)
                {
                    row += Cell(seed => Study(strategy, EvolutionProblem.Create(name, count, (ulong)seed), trials, seed));
                }

                row += version is null ? "" : Cell(seed => CmaesProcess.Run(EvolutionProblem.Create(name, count, (ulong)seed), trials, seed));
                output.WriteLine(row);
            }
        }

        string Cell(Func<int, double[]> run)
        {
            var bests = new List<double[]>();
            foreach (int seed in Enumerable.Range(first, seeds))
            {
                bests.Add(run(seed));
                counter.Done("evolution");
            }

            Quartiles middle = Quartiles.Of(bests.Select(best => best[(trials - 1) / 2]));
            return $" {Quartiles.Of(bests.Select(static best => best[^1]))} ({Quartiles.Format(middle.Median)}) |";
        }
    }

    private static double[] Study(string strategy, EvolutionProblem problem, int trials, int seed)
    {
        StrategyRun run = StrategyNames.Create(strategy).Start(new StrategyContext { Space = problem.Space, Seed = (ulong)seed, TrialBudget = trials });
        double[] bests = new double[trials];
        double best = double.PositiveInfinity;
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[problem.Space.DimensionCount];
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            double value = problem.Evaluate(vector);
            bests[number] = best = Math.Min(best, value);
            run.Tell(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } });
        }

        return bests;
    }
}
