using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What a study says of noise and of its best trial: the noise's size under noise, and no noise where there is none.</summary>
internal sealed class BestCommand : Command
{
    private const double Tolerance = 0.3;
    private const int RoughTrials = 100;
    private const double LongNoise = 10;

    private static readonly int[] LongStudies = [1_000, 10_000, 100_000, 1_000_000];

    private static readonly string[] Parts = ["noisy", "rough", "exact", "long"];

    public override string Name => "best";

    public override string Summary => "whether studies tell noise from shape, and how far the expected value of the best trial is from the truth";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--parts", "a,b,...", "of noisy, rough, exact, long; default all"),
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random, sobol, tpe, bayesian"),
        new("--objectives", "a,b,...", $"noisy objectives, of {string.Join(", ", NoisyObjective.Names)}; default all"),
        new("--sizes", "a,b,...", "numbers of trials of noisy studies; default 60,200,1000"),
        new("--seeds", "count", "studies for each cell; default 10"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> parts = arguments.Names("--parts", Parts, Parts);
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "sobol", "tpe", "bayesian"], StrategyNames.Known);
        int seeds = arguments.Count("--seeds", 10);
        if (parts.Contains("noisy"))
        {
            IReadOnlyList<string> objectives = arguments.Names("--objectives", [.. NoisyObjective.Names], NoisyObjective.Names);
            WriteNoisy(objectives, strategies, arguments.Counts("--sizes", [60, 200, 1000]), seeds, output, progress);
        }

        if (parts.Contains("rough"))
        {
            WriteRough(strategies, seeds, output, progress);
        }

        if (parts.Contains("exact"))
        {
            WriteExact(strategies, seeds, output, progress);
        }

        if (parts.Contains("long"))
        {
            WriteLong(output);
        }
    }

    private static void WriteLong(TextWriter output)
    {
        output.WriteLine("First `Best` of a study of random trials in memory; milliseconds of processor time, and by the clock.");
        output.WriteLine();
        output.WriteLine("| trials | ms, processor | ms, clock | best trial |");
        output.WriteLine("|---|---|---|---|");
        foreach (int trials in LongStudies)
        {
            StudyResult<Branin> result = Study.Minimize<Branin>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() }).Run(
                static (config, trial) => config.Value() + (LongNoise * ObservationNoise.Gauss(1, (ulong)trial.Number)), trials);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long clock = Stopwatch.GetTimestamp();
            int best = result.Best.Number;
            processor = Environment.CpuUsage.TotalTime - processor;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(clock);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {trials} | {processor.TotalMilliseconds:F0} | {elapsed.TotalMilliseconds:F0} | {best} |"));
        }
    }

    private static void WriteNoisy(
        IReadOnlyList<string> objectives, IReadOnlyList<string> strategies, int[] sizes, int seeds, TextWriter output, TextWriter progress)
    {
        output.WriteLine($"Noise of known size, {seeds} studies each; optimism: true value minus expected value of `Best` in deviations of the noise, mean.");
        output.WriteLine();
        output.WriteLine("| objective | strategy | trials | noise within 30 % | noise over truth [quartiles] | called noisy | optimism | ms, processor |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        var counter = new Progress(objectives.Count * strategies.Count * sizes.Length * seeds, progress);
        foreach ((string objective, string strategy, int size) in
            from objective in objectives from strategy in strategies from size in sizes select (objective, strategy, size))
        {
            var studies = new List<BestStudy>();
            for (ulong seed = 0; seed < (ulong)seeds; seed++)
            {
                studies.Add(BestStudy.Run(NoisyObjective.Of(objective, seed), StrategyNames.Create(strategy), size, seed));
                counter.Done($"{objective} by {strategy}, {size} trials");
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {objective} | {strategy} | {size} | {studies.Count(static study => Math.Abs(study.NoiseRatio - 1) <= Tolerance)} of {seeds} | {Quartiles.Of(studies.Select(static study => study.NoiseRatio))} | {studies.Count(static study => study.IsNoisy)} | {studies.Average(static study => study.Optimism):F2} | {Quartiles.Of(studies.Select(static study => study.Milliseconds)).Median:F0} |"));
        }

        output.WriteLine();
    }

    private static void WriteRough(IReadOnlyList<string> strategies, int seeds, TextWriter output, TextWriter progress)
    {
        output.WriteLine($"A bowl with waves in 5 dimensions, without noise, {RoughTrials} trials, {seeds} studies each.");
        output.WriteLine();
        output.WriteLine("| strategy | called noisy | `Best` is not the best observed |");
        output.WriteLine("|---|---|---|");
        var counter = new Progress(strategies.Count * seeds, progress);
        foreach (string strategy in strategies)
        {
            var studies = new List<BestStudy>();
            for (ulong seed = 0; seed < (ulong)seeds; seed++)
            {
                studies.Add(BestStudy.Run(NoisyObjective.Waves(), StrategyNames.Create(strategy), RoughTrials, seed));
                counter.Done($"waves by {strategy}");
            }

            output.WriteLine($"| {strategy} | {studies.Count(static study => study.IsNoisy)} | {studies.Count(static study => !study.IsObserved)} |");
        }

        output.WriteLine();
    }

    private static void WriteExact(IReadOnlyList<string> strategies, int seeds, TextWriter output, TextWriter progress)
    {
        Problem[] problems = [.. PublicProblems.All.Where(static problem => problem.NoiseStandardDeviation == 0)];
        output.WriteLine($"The public problems without noise, shifted, {seeds} studies of each.");
        output.WriteLine();
        output.WriteLine("| strategy | problem | called noisy | `Best` is not the best observed |");
        output.WriteLine("|---|---|---|---|");
        var counter = new Progress(strategies.Count * problems.Length * seeds, progress);
        foreach (string strategy in strategies)
        {
            foreach (Problem problem in problems)
            {
                var studies = new List<BestStudy>();
                for (ulong seed = 0; seed < (ulong)seeds; seed++)
                {
                    Problem moved = problem.CreateVariant(Variant.Shifted, seed) ?? problem;
                    var objective = new NoisyObjective(moved.Space, vector => moved.Evaluate(vector), 0);
                    studies.Add(BestStudy.Run(objective, StrategyNames.Create(strategy), problem.Trials, seed));
                    counter.Done($"{problem.Name} by {strategy}");
                }

                output.WriteLine($"| {strategy} | {problem.Name} | {studies.Count(static study => study.IsNoisy)} | {studies.Count(static study => !study.IsObserved)} |");
            }
        }
    }
}
