namespace HyperTune.Benchmarks;

/// <summary>How much of the front strategies find.</summary>
internal sealed class FrontsCommand : Command
{
    private static readonly string[] Problems = [.. FrontProblem.All.Select(static problem => problem.Name)];

    public override string Name => "multiobjective";

    public override string Summary => "dominated volume after a study of several objectives, with and without limits";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random,nsga2"),
        new("--problem", "a,b,...", $"problems, of {string.Join(", ", Problems)}; default all"),
        new("--seeds", "count", "studies of each row; default 10"),
        new("--trials", "count", "trials of a study; default 200"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "nsga2"], StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problem", Problems, Problems);
        int seeds = arguments.Count("--seeds", 10);
        int trials = arguments.Count("--trials", 200);
        var counter = new Progress(strategies.Count * problems.Count * seeds, progress);
        output.WriteLine($"{trials} trials, {seeds} seeds.");
        output.WriteLine();
        output.WriteLine("| problem | strategy | volume, median [quartiles] | own time a trial, median |");
        output.WriteLine("|---|---|---|---|");
        foreach (FrontProblem problem in FrontProblem.All.Where(problem => problems.Contains(problem.Name)))
        {
            foreach (string strategy in strategies)
            {
                var studies = new List<FrontStudy>(seeds);
                for (int seed = 0; seed < seeds; seed++)
                {
                    studies.Add(FrontStudy.Run(StrategyNames.Create(strategy), problem, trials, (ulong)seed));
                    counter.Done($"{strategy} on {problem.Name}");
                }

                Quartiles volume = Quartiles.Of(studies.Select(static study => study.Volume));
                Quartiles time = Quartiles.Of(studies.Select(static study => study.MicrosecondsPerTrial));
                output.WriteLine(FormattableString.Invariant(
                    $"| {problem.Name} | {strategy} | {volume.Median:F3} [{volume.Lower:F3}, {volume.Upper:F3}] | {time.Median / 1000:F3} ms |"));
            }
        }
    }
}
