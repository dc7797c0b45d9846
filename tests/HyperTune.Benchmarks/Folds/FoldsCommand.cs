namespace HyperTune.Benchmarks;

/// <summary>What stopping a trial after some of its folds costs the strategy that learns from it.</summary>
internal sealed class FoldsCommand : Command
{
    private static readonly (string Name, ReportKind Kind, Func<Pruner> Pruner)[] Rows =
    [
        ("none", ReportKind.Instance, static () => Pruner.None),
        ("Wilcoxon, folds as progress", ReportKind.Progress, static () => Pruner.Wilcoxon()),
        ("Wilcoxon, folds as instances", ReportKind.Instance, static () => Pruner.Wilcoxon()),
    ];

    public override string Name => "folds";

    public override string Summary => "regret after a study whose trials are stopped between folds that differ by constants";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default bayesian"),
        new("--seeds", "count", "studies of each row; default 20"),
        new("--trials", "count", "trials of a study; default 40"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["bayesian"], StrategyNames.Known);
        int seeds = arguments.Count("--seeds", 20);
        int trials = arguments.Count("--trials", 40);
        var counter = new Progress(strategies.Count * Rows.Length * seeds, progress);
        output.WriteLine($"Three parameters, {FoldsConfig.FoldCount} folds of fixed offsets, {trials} trials, {seeds} seeds.");
        output.WriteLine();
        output.WriteLine("| strategy | pruner | regret, median [quartiles] | folds a study, median | trials stopped, median |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (string strategy in strategies)
        {
            foreach ((string name, ReportKind kind, Func<Pruner> pruner) in Rows)
            {
                var studies = new List<FoldsStudy>(seeds);
                for (long seed = 0; seed < seeds; seed++)
                {
                    studies.Add(FoldsStudy.Run(StrategyNames.Create(strategy), pruner(), kind, trials, seed));
                    counter.Done($"{strategy}, pruner {name}");
                }

                output.WriteLine($"| {strategy} | {name} | {Quartiles.Of(studies.Select(static study => study.Regret))} |"
                    + $" {Quartiles.Of(studies.Select(static study => (double)study.Folds)).Median} |"
                    + $" {Quartiles.Of(studies.Select(static study => (double)study.Pruned)).Median} |");
            }
        }
    }
}
