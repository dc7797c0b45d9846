using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What a strategy gains from being told by how much a limit is exceeded, instead of a failure.</summary>
internal sealed class ConstrainedCommand : Command
{
    private const double LargestRatio = 0.2;

    private static readonly string[] Problems = [.. DiskProblem.All.Select(static problem => problem.Name)];

    public override string Name => "constrained";

    public override string Summary => "regret within a limit, against the same strategy that only sees failures outside";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default bayesian,tpe,auto"),
        new("--problem", "a,b,...", $"problems, of {string.Join(", ", Problems)}; default all"),
        new("--seeds", "count", "studies of each row; default 20"),
        new("--first", "seed", "the first seed; default 0"),
        new("--trials", "count", "trials of a study; default 60"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["bayesian", "tpe", "auto"], StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problem", Problems, Problems);
        int seeds = arguments.Count("--seeds", 20);
        int first = arguments.Count("--first", 0);
        int trials = arguments.Count("--trials", 60);
        var counter = new Progress(strategies.Count * problems.Count * seeds, progress);
        output.WriteLine($"{trials} trials, {seeds} seeds from {first}; regret of the best allowed trial.");
        output.WriteLine();
        output.WriteLine("| problem | strategy | failed outside, median [quartiles] | limit, median [quartiles] | ratio of the medians | limit better | allowed trials |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (DiskProblem problem in DiskProblem.All.Where(problem => problems.Contains(problem.Name)))
        {
            foreach (string strategy in strategies)
            {
                var failed = new List<ConstrainedStudy>(seeds);
                var limited = new List<ConstrainedStudy>(seeds);
                for (long seed = first; seed < first + seeds; seed++)
                {
                    failed.Add(problem.Run(StrategyNames.Create(strategy), failsOutside: true, trials, seed));
                    limited.Add(problem.Run(StrategyNames.Create(strategy), failsOutside: false, trials, seed));
                    counter.Done($"{strategy} on {problem.Name}");
                }

                Quartiles without = Quartiles.Of(failed.Select(static study => study.Regret));
                Quartiles with = Quartiles.Of(limited.Select(static study => study.Regret));
                int better = failed.Zip(limited).Count(static pair => pair.Second.Regret < pair.First.Regret);
                string shares = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failed.Average(static study => study.AllowedShare):P0}, {limited.Average(static study => study.AllowedShare):P0}");
                output.WriteLine($"| {problem.Name} | {strategy} | {without} | {with} | {Quartiles.Format(with.Median / without.Median)}"
                    + $"{(with.Median <= LargestRatio * without.Median ? "" : " (above 1/5)")} | {better} of {seeds} | {shares} |");
            }
        }
    }
}
