using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>Which trial to report from noisy studies: the best observed, the best by posterior mean, or what the study's rule says.</summary>
internal sealed class NoiseCommand : Command
{
    // Regrets below so much of the values' spread are all the same.
    private const double Floor = 1e-4;

    private static readonly Problem[] Problems = [.. PublicProblems.All.Where(static problem => problem.NoiseStandardDeviation == 0), .. UnitProblems.All];

    private static readonly string[] ProblemNames = [.. Problems.Select(static problem => problem.Name)];

    private static readonly string[] VariantNames = [.. Enum.GetNames<Variant>().Select(static name => name.ToLowerInvariant())];

    public override string Name => "noise";

    public override string Summary => "true regret of the trial that a noisy study reports, by different rules";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random, tpe, bayesian"),
        new("--problems", "a,b,...", "problems to run; default the nine public ones without noise and the eight of UnitProblems"),
        new("--variants", "a,b,...", "original, shifted, rotated; default shifted"),
        new("--noise", "a,b,...", "standard deviations of added noise in percent of the interquartile range of random values; default 3,10,30; 0 is always run"),
        new("--seeds", "count", "studies for each cell; default 10"),
        new("--first", "seed", "the first seed, if not 0"),
        new("--trials", "count", "trials of each study instead of the problem's own number"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "tpe", "bayesian"], StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problems", ProblemNames, ProblemNames);
        IReadOnlyList<string> variants = arguments.Names("--variants", ["shifted"], VariantNames);
        int[] levels = [0, .. arguments.Counts("--noise", [3, 10, 30])];
        int seeds = arguments.Count("--seeds", 10);
        int first = arguments.Count("--first", 0);
        var cells = (
            from strategy in strategies
            from variant in variants.Select(static name => Enum.Parse<Variant>(name, ignoreCase: true))
            from problem in Problems.Where(problem => problems.Contains(problem.Name))
            where problem.CreateVariant(variant, 0) is not null
            from level in levels
            select (strategy, variant, problem, level)).ToList();
        output.WriteLine($"Medians over {seeds} seeds; regret of the reported trial's true value.");
        output.WriteLine();
        output.WriteLine("| strategy | problem | noise | fitted share [quartiles] | judged noisy | best observed | by mean | by rule | mean better / worse |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var ratios = new Dictionary<(string Strategy, int Level), List<(double ByMean, double ByRule)>>();
        var counter = new Progress(cells.Count * seeds, progress);
        foreach ((string strategy, Variant variant, Problem problem, int level) in cells)
        {
            var studies = new List<NoisyStudy>(seeds);
            for (ulong seed = (ulong)first; seed < (ulong)(first + seeds); seed++)
            {
                Problem variation = problem.CreateVariant(variant, seed)!;
                int trials = arguments.Has("--trials") ? arguments.Count("--trials", 1) : problem.Trials;
                studies.Add(NoisyStudy.Run(StrategyNames.Create(strategy), variation, trials, level / 100.0, seed));
                counter.Done($"{strategy} on {problem.Name}");
            }

            (double observed, double byMean, double byRule) = (Median(studies, static study => study.Observed), Median(studies, static study => study.ByMean), Median(studies, static study => study.ByRule));
            double floor = Floor * studies[0].Spread;
            if (!ratios.TryGetValue((strategy, level), out List<(double, double)>? those))
            {
                ratios[(strategy, level)] = those = [];
            }

            those.Add(((byMean + floor) / (observed + floor), (byRule + floor) / (observed + floor)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {strategy} | {problem.Name}, {variant.ToString().ToLowerInvariant()} | {level} % |")
                + $" {Quartiles.Of(studies.Select(static study => study.NoiseShare))} | {studies.Count(static study => study.IsNoisy)} of {seeds} |"
                + $" {Quartiles.Format(observed)} | {Quartiles.Format(byMean)} | {Quartiles.Format(byRule)} |"
                + $" {studies.Count(static study => study.ByMean < study.Observed)} / {studies.Count(static study => study.ByMean > study.Observed)} |");
        }

        WriteRatios(ratios, output);
    }

    private static void WriteRatios(Dictionary<(string Strategy, int Level), List<(double ByMean, double ByRule)>> ratios, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Regret over that of the best observed trial, geometric mean of the problems' medians.");
        output.WriteLine();
        output.WriteLine("| strategy | noise | by mean | by rule |");
        output.WriteLine("|---|---|---|---|");
        foreach (((string strategy, int level), List<(double ByMean, double ByRule)> those) in ratios)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {strategy} | {level} % | {GeometricMean(those.Select(static ratio => ratio.ByMean)):F2} | {GeometricMean(those.Select(static ratio => ratio.ByRule)):F2} |"));
        }
    }

    private static double GeometricMean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));

    private static double Median(List<NoisyStudy> studies, Func<NoisyStudy, double> regret) => Quartiles.Of(studies.Select(regret)).Median;
}
