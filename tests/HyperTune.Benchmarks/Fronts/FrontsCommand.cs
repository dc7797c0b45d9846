namespace HyperTune.Benchmarks;

/// <summary>How much of the front strategies find.</summary>
internal sealed class FrontsCommand : Command
{
    private static readonly string[] Problems = [.. FrontProblem.All.Select(static problem => problem.Name)];
    private static readonly string[] OptunaSamplers = ["NSGAIISampler", "TPESampler"];

    public override string Name => "multiobjective";

    public override string Summary => "dominated volume after a study of several objectives, with and without limits, beside Optuna's";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random,nsga2"),
        new("--problem", "a,b,...", $"problems, of {string.Join(", ", Problems)}; default all"),
        new("--seeds", "count", "studies of each row; default 10"),
        new("--first", "seed", "the first seed; default 0"),
        new("--trials", "count", "trials of a study; default 200"),
        new("--optuna", "count", $"studies of each row of Optuna's {string.Join(" and ", OptunaSamplers)}; default none"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "nsga2"], StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problem", Problems, Problems);
        int seeds = arguments.Count("--seeds", 10);
        int first = arguments.Count("--first", 0);
        int trials = arguments.Count("--trials", 200);
        string? optuna = arguments.Has("--optuna") ? OptunaProcess.FindVersion() : null;
        int optunaSeeds = optuna is null ? 0 : arguments.Count("--optuna", 1);
        var counter = new Progress(problems.Count * ((strategies.Count * seeds) + (OptunaSamplers.Length * optunaSeeds)), progress);
        output.WriteLine($"{trials} trials, {seeds} seeds from {first}.");
        if (arguments.Has("--optuna") && optuna is null)
        {
            output.WriteLine(OptunaProcess.Missing);
        }

        output.WriteLine();
        output.WriteLine("| problem | strategy | volume, median [quartiles] | own time a trial, median |");
        output.WriteLine("|---|---|---|---|");
        foreach (FrontProblem problem in FrontProblem.All.Where(problem => problems.Contains(problem.Name)))
        {
            foreach (string strategy in strategies)
            {
                WriteRow(strategy, Enumerable.Range(first, seeds).Select(seed => new StrategyTuner(StrategyNames.Create(strategy), problem, trials, (ulong)seed)));
            }

            foreach (string sampler in OptunaSamplers.Where(_ => optunaSeeds > 0))
            {
                WriteRow($"Optuna {optuna}, {sampler}", Enumerable.Range(0, optunaSeeds).Select(seed => new OptunaTuner(sampler, problem, seed)));
            }

            void WriteRow(string name, IEnumerable<IFrontTuner> tuners)
            {
                var studies = new List<FrontStudy>();
                foreach (IFrontTuner tuner in tuners)
                {
                    using (tuner as IDisposable)
                    {
                        studies.Add(FrontStudy.Run(tuner, problem, trials));
                    }

                    counter.Done($"{name} on {problem.Name}");
                }

                Quartiles volume = Quartiles.Of(studies.Select(static study => study.Volume));
                Quartiles time = Quartiles.Of(studies.Select(static study => study.MicrosecondsPerTrial));
                output.WriteLine(FormattableString.Invariant(
                    $"| {problem.Name} | {name} | {volume.Median:F3} [{volume.Lower:F3}, {volume.Upper:F3}] | {time.Median / 1000:F3} ms |"));
            }
        }
    }
}
