using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What it costs that a study is the same with any number of workers.</summary>
internal sealed class ReproducibleCommand : Command
{
    private const int Workers = 8;

    private static readonly string[] Problems = ["branin", "hartmann6", "rosenbrock5", "levy8", "styblinski6"];

    // What a study knows when it suggests: the window says it for any number of workers up to its own.
    private static readonly (string Name, StudySettings Settings)[] Ways =
    [
        ("1 worker", new StudySettings()),
        ($"{Workers} workers", new StudySettings(Workers: Workers)),
        ($"up to {Workers} workers", new StudySettings(Workers: Workers, Window: Workers)),
        ($"up to {2 * Workers} workers", new StudySettings(Workers: Workers, Window: 2 * Workers)),
    ];

    public override string Name => "reproducible";

    public override string Summary => "what ReproducibleUpTo costs in regret and in time";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default bayesian,tpe"),
        new("--problems", "a,b,...", $"problems, of {string.Join(", ", PublicProblems.Names)}; default {string.Join(", ", Problems)}"),
        new("--seeds", "count", "studies for each cell; default 20"),
        new("--trials", "count", "trials of each study; default 60"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["bayesian", "tpe"], StrategyNames.Known);
        IReadOnlyList<string> names = arguments.Names("--problems", Problems, PublicProblems.Names);
        int seeds = arguments.Count("--seeds", 20);
        int trials = arguments.Count("--trials", 60);
        Problem[] problems = [.. PublicProblems.All.Where(problem => names.Contains(problem.Name))];
        var counter = new Progress(strategies.Count * problems.Length * Ways.Length, progress);
        output.WriteLine($"{trials} trials, {seeds} seeds, shifted optima; median regret. \"Up to\" is ReproducibleUpTo, the same with any number of workers below it.");
        output.WriteLine();
        output.WriteLine($"| strategy | problem | {string.Join(" | ", Ways.Select(static way => way.Name))} |");
        output.WriteLine($"|---|---|{string.Concat(Ways.Select(static _ => "---|"))}");
        foreach (string strategy in strategies)
        {
            var results = new List<QualityResult>[Ways.Length];
            for (int way = 0; way < results.Length; way++)
            {
                results[way] = [];
            }

            foreach (Problem problem in problems)
            {
                for (int way = 0; way < Ways.Length; way++)
                {
                    results[way].Add(Study(strategy, problem, Ways[way].Settings with { Trials = trials }, seeds));
                    counter.Done($"{strategy} on {problem.Name}, {Ways[way].Name}");
                }

                output.WriteLine($"| {strategy} | {problem.Name} | {string.Join(" | ", results.Select(static result => Quartiles.Format(result[^1].Final.Median)))} |");
            }

            output.WriteLine();
            output.WriteLine($"{strategy}: up to {Workers} against {Workers} workers: {PairedComparison.Of(results[2], results[1])}.");
            output.WriteLine($"{strategy}: up to {Workers} against 1 worker: {PairedComparison.Of(results[2], results[0])}.");
            output.WriteLine($"{strategy}: {Workers} workers against 1: {PairedComparison.Of(results[1], results[0])}.");
            output.WriteLine();
        }

        WriteTimes(seeds, trials, output);
    }

    private static QualityResult Study(string strategy, Problem problem, StudySettings settings, int seeds)
    {
        var runs = new StudyRun[seeds];
        for (int seed = 0; seed < seeds; seed++)
        {
            Problem shifted = problem.CreateVariant(Variant.Shifted, (ulong)seed)!;
            runs[seed] = StudySimulator.Run(StrategyNames.Create(strategy), shifted, (ulong)seed, settings);
        }

        return new QualityResult(strategy, problem, Variant.Shifted, runs);
    }

    // How long trials wait for others does not depend on what is tried.
    private static void WriteTimes(int seeds, int trials, TextWriter output)
    {
        output.WriteLine($"Simulated time of {trials} trials with {Workers} workers, mean over the seeds; a trial takes 1 on average.");
        output.WriteLine();
        output.WriteLine("| durations | without | up to 8 | ratio | up to 16 | ratio |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (DurationKind kind in Enum.GetValues<DurationKind>())
        {
            double[] times =
            [
                .. Ways.Skip(1).Select(way => Study("random", PublicProblems.All[0], way.Settings with { Trials = trials, Durations = kind }, seeds)
                    .Runs.Average(static run => run.Duration)),
            ];
            string name = kind == DurationKind.Even ? "0.5 to 1.5" : "exponential";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {times[0]:F1} | {times[1]:F1} | {times[1] / times[0]:F2} | {times[2]:F1} | {times[2] / times[0]:F2} |"));
        }
    }
}
