namespace HyperTune.Benchmarks;

/// <summary>What a study says of noise and of its best trial: the noise's size under noise, and no noise where there is none.</summary>
internal sealed class BestCommand : Command
{
    private static readonly string[] Parts = ["noisy", "rough", "exact", "long"];

    public override string Name => "best";

    public override string Summary => "whether studies tell noise from shape, and how far the expected value of the best trial is from the truth";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--parts", "a,b,...", "of noisy, rough, exact, long; default all"),
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default random, sobol, tpe, bayesian"),
        new("--objectives", "a,b,...", $"noisy objectives, of {string.Join(", ", NoisyObjective.Names)}; default all"),
        new("--sizes", "a,b,...", "numbers of trials of noisy studies; default 60,200,1000"),
        new("--trials", "count", "trials of each study of rough and exact instead of the problem's own number"),
        new("--seeds", "count", "studies for each cell; default 10"),
        new("--first", "seed", "the first seed, if not 0"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> parts = arguments.Names("--parts", Parts, Parts);
        IReadOnlyList<string> strategies = arguments.Names("--strategy", ["random", "sobol", "tpe", "bayesian"], StrategyNames.Known);
        ulong[] seeds = [.. Enumerable.Range(arguments.Count("--first", 0), arguments.Count("--seeds", 10)).Select(static seed => (ulong)seed)];
        if (parts.Contains("noisy"))
        {
            IReadOnlyList<string> objectives = arguments.Names("--objectives", [.. NoisyObjective.Names], NoisyObjective.Names);
            NoisyTable.Write(objectives, strategies, arguments.Counts("--sizes", [60, 200, 1000]), seeds, output, progress);
        }

        int? trials = arguments.Has("--trials") ? arguments.Count("--trials", 1) : null;
        if (parts.Contains("rough"))
        {
            output.WriteLine($"Rough functions without noise, {seeds.Length} studies of each.");
            ExactTable.Write([("bowl with waves", NoisyObjective.WavesTrials, static _ => NoisyObjective.Waves()), .. UnitProblems.Rough.Select(ExactTable.Of)], trials, strategies, seeds, output, progress);
        }

        if (parts.Contains("exact"))
        {
            output.WriteLine($"The public problems without noise, shifted, and those of UnitProblems, {seeds.Length} studies of each.");
            Problem[] problems = [.. PublicProblems.All.Where(static problem => problem.NoiseStandardDeviation == 0), .. UnitProblems.All];
            ExactTable.Write([.. problems.Select(ExactTable.Of)], trials, strategies, seeds, output, progress);
        }

        if (parts.Contains("long"))
        {
            LongTable.Write(output);
        }
    }
}
