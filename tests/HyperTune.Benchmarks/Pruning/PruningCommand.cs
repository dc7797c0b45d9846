using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Pruners against no pruning, on curves of real trainings and of formulas.</summary>
internal sealed class PruningCommand : Command
{
    private static readonly Dictionary<string, Func<Pruner>> Pruners = new(StringComparer.Ordinal)
    {
        ["auto"] = static () => Pruner.Auto(),
        ["median"] = static () => Pruner.Median(),
        ["quarter"] = static () => Pruner.Percentile(75, warmupSteps: CurveFamily.Steps / 3),
        ["halving"] = static () => Pruner.SuccessiveHalving(1, 3),
        ["hyperband"] = static () => Pruner.Hyperband(1, CurveFamily.Steps),
    };

    public override string Name => "pruning";

    public override string Summary => "how often a pruner ends better than no pruning with the same number of steps, and what it saves and loses with the same number of trials";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--families", "a,b,...", $"curves, of {string.Join(", ", CurveFamily.Known)}; default all"),
        new("--strategy", "a,b,...", $"strategies, of {string.Join(", ", StrategyNames.Known)}; default random,tpe"),
        new("--workers", "a,b,...", "numbers of workers; default 1,4,16"),
        new("--pruners", "a,b,...", $"pruners, of {string.Join(", ", Pruners.Keys)}; default all"),
        new("--trials", "count", "how many trials without a pruner the steps are enough for; default 100"),
        new("--seeds", "count", "studies of each cell; default 20"),
        new("--first", "seed", "the first seed; default 1000"),
        new("--threads", "count", "how many studies are simulated at once; default 1"),
        new("--cost", null, "nanoseconds for a report and the question whether to stop, after 1,000 trials, instead"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        if (arguments.Has("--cost"))
        {
            PrunerCost.Write(output);
            return;
        }

        IReadOnlyList<string> families = arguments.Names("--families", [.. CurveFamily.Known], CurveFamily.Known);
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "tpe"], StrategyNames.Known);
        int[] workers = arguments.Counts("--workers", [1, 4, 16]);
        IReadOnlyList<string> pruners = arguments.Names("--pruners", [.. Pruners.Keys], Pruners.Keys);
        int trials = arguments.Count("--trials", 100);
        int seeds = arguments.Count("--seeds", 20);
        int first = arguments.Count("--first", 1000);
        int threads = arguments.Count("--threads", 1);
        var counter = new Progress(families.Count * strategies.Count * workers.Length * (pruners.Count + 1), progress);
        var cells = new List<(string Pruner, PruningCell Cell)>();
        output.WriteLine($"{trials} trials' steps, seeds {first} to {first + seeds - 1}.");
        output.WriteLine();
        output.WriteLine("| curves | strategy | workers | pruner | better after 1/4, 1/2, all steps | mean | rank | rank without | steps |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach ((string name, string strategy, int count) in families.SelectMany(name => strategies.SelectMany(strategy => workers.Select(count => (name, strategy, count)))))
        {
            CurveFamily family = CurveFamily.Create(name);
            PruningRun[] none = Simulate(Pruner.None);
            foreach (string pruner in pruners)
            {
                var cell = PruningCell.Of(Simulate(Pruners[pruner]()), none);
                cells.Add((pruner, cell));
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {strategy} | {count} | {pruner} | {string.Join(" / ", cell.Wins.Select(win => (100 * win).ToString("F0", CultureInfo.InvariantCulture)))} | {100 * cell.Win:F1} ± {100 * cell.Error:F1} | {cell.Rank:F1} | {cell.RankOfNone:F1} | {100 * cell.StepShare:F0} % |"));
            }

            PruningRun[] Simulate(Pruner pruner)
            {
                var runs = new PruningRun[seeds];
                Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = threads }, seed => runs[seed] = PruningRun.Of(
                    family, pruner, new SimulationOptions { Strategy = StrategyNames.Create(strategy), Workers = count, Seed = first + seed }, trials));
                counter.Done($"{name}, {strategy}, {count} workers, {pruner}");
                return runs;
            }
        }

        output.WriteLine();
        output.WriteLine("| pruner | mean | worst cell | largest rank - 1.2 times the rank without | steps |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (IGrouping<string, (string Pruner, PruningCell Cell)> group in cells.GroupBy(static cell => cell.Pruner))
        {
            PruningCell worst = group.Select(static cell => cell.Cell).MinBy(static cell => cell.Win)!;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {100 * group.Average(static cell => cell.Cell.Win):F1} | {100 * worst.Win:F1} ± {100 * worst.Error:F1} | {group.Max(static cell => cell.Cell.Rank - (1.2 * cell.Cell.RankOfNone)):F1} | {100 * group.Average(static cell => cell.Cell.StepShare):F0} % |"));
        }
    }
}
