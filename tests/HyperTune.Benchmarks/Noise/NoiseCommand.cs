using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Which trial to report from noisy studies: the best observed, the best by posterior mean, or what the study's rule says.</summary>
internal sealed class NoiseCommand : Command
{
    private static readonly string[] VariantNames = [.. Enum.GetNames<Variant>().Select(static name => name.ToLowerInvariant())];

    public override string Name => "noise";

    public override string Summary => "true regret of the trial that a noisy study reports, by different rules";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random, tpe, bayesian"),
        new("--problems", "a,b,...", "problems to run; default all ten"),
        new("--variants", "a,b,...", "original, shifted, rotated; default shifted"),
        new("--noise", "a,b,...", "standard deviations of added noise in percent of the interquartile range of random values; default 3,10,30; 0 is always run"),
        new("--seeds", "count", "studies for each cell; default 10"),
        new("--trials", "count", "trials of each study instead of the problem's own number"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "tpe", "bayesian"], StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problems", [.. PublicProblems.Names], PublicProblems.Names);
        IReadOnlyList<string> variants = arguments.Names("--variants", ["shifted"], VariantNames);
        int[] levels = [0, .. arguments.Counts("--noise", [3, 10, 30])];
        int seeds = arguments.Count("--seeds", 10);
        var cells = (
            from strategy in strategies
            from variant in variants.Select(static name => Enum.Parse<Variant>(name, ignoreCase: true))
            from problem in PublicProblems.All.Where(problem => problems.Contains(problem.Name) && problem.NoiseStandardDeviation == 0)
            where problem.CreateVariant(variant, 0) is not null
            from level in levels
            select (strategy, variant, problem, level)).ToList();
        output.WriteLine($"Medians over {seeds} seeds; regret of the reported trial's true value.");
        output.WriteLine();
        output.WriteLine("| strategy | problem | noise | fitted share [quartiles] | judged noisy | best observed | by mean | by rule | mean better / worse |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var counter = new Progress(cells.Count * seeds, progress);
        foreach ((string strategy, Variant variant, Problem problem, int level) in cells)
        {
            var studies = new List<NoisyStudy>(seeds);
            for (ulong seed = 0; seed < (ulong)seeds; seed++)
            {
                Problem variation = problem.CreateVariant(variant, seed)!;
                int trials = arguments.Has("--trials") ? arguments.Count("--trials", 1) : problem.Trials;
                studies.Add(NoisyStudy.Run(StrategyNames.Create(strategy), variation, trials, level / 100.0, seed));
                counter.Done($"{strategy} on {problem.Name}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {strategy} | {problem.Name}, {variant.ToString().ToLowerInvariant()} | {level} % |")
                + $" {Quartiles.Of(studies.Select(static study => study.NoiseShare))} | {studies.Count(static study => study.IsNoisy)} of {seeds} |"
                + $" {Median(studies, static study => study.Observed)} | {Median(studies, static study => study.ByMean)} | {Median(studies, static study => study.ByRule)} |"
                + $" {studies.Count(static study => study.ByMean < study.Observed)} / {studies.Count(static study => study.ByMean > study.Observed)} |");
        }
    }

    private static string Median(List<NoisyStudy> studies, Func<NoisyStudy, double> regret) => Quartiles.Format(Quartiles.Of(studies.Select(regret)).Median);
}
