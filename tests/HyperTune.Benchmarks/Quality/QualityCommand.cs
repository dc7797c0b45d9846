namespace HyperTune.Benchmarks;

/// <summary>Which regret strategies reach on the public problems, beside the figures of other tuners.</summary>
internal sealed class QualityCommand : Command
{
    private static readonly string[] VariantNames = [.. Enum.GetNames<Variant>().Select(static name => name.ToLowerInvariant())];

    private static readonly string[] PlateauNames = [.. Enum.GetNames<PlateauKind>().Select(static name => name.ToLowerInvariant())];

    private static readonly IReadOnlyList<Problem> Problems = [.. PublicProblems.All, .. WideProblems.All, .. ShapedProblems.All, .. MixedProblems.All];

    public override string Name => "quality";

    public override string Summary => "final regret of strategies on the public problems, beside other tuners' figures";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to run, of {string.Join(", ", StrategyNames.Known)}; default {string.Join(", ", StrategyNames.Usual)}"),
        new("--problems", "a,b,...", $"problems to run; default the public ten; beside them {string.Join(", ", WideProblems.All.Concat(ShapedProblems.All).Concat(MixedProblems.All).Select(static problem => problem.Name))}"),
        new("--variants", "a,b,...", "original, shifted, rotated, edge; default original"),
        new("--seeds", "count", "studies for each cell; default 20"),
        new("--first-seed", "seed", "the seed of the first study; default 0, the others follow"),
        new("--trials", "count", "trials of each study instead of the problem's own number"),
        new("--workers", "count", "trials that run side by side in each study; default 1"),
        new("--unknown-budget", null, "do not tell strategies the number of trials"),
        new("--failing", "percent", "share of the space in which trials fail; not for original problems; default none"),
        new("--guess", "percent", "start from a guess that misses the optimum by at most so much of each range; not for original problems"),
        new("--plateaus", "kind", $"give many configs the same value: {string.Join(" or ", PlateauNames)}; default neither"),
        new("--parallel", "count", "studies computed at the same time; default 1"),
        new("--judge", "name", "compare this strategy, seed by seed, with the best of the other ones on each problem, with a test; the best is chosen on other seeds"),
        new("--choice-seeds", "count", "studies for each cell by which the best other strategy is chosen; default 10; with --judge"),
        new("--choice-first-seed", "seed", "the seed of the first of these; default the one after the last judged seed; with --judge"),
        new("--json", "file", "write all figures to a file, too"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> strategies = arguments.Names("--strategy", StrategyNames.Usual, StrategyNames.Known);
        IReadOnlyList<string> problems = arguments.Names("--problems", [.. PublicProblems.Names], [.. Problems.Select(static problem => problem.Name)]);
        IReadOnlyList<string> variants = arguments.Names("--variants", ["original"], VariantNames);
        int seeds = arguments.Count("--seeds", 20);
        ulong firstSeed = Seed(arguments, "--first-seed", 0);
        string? judged = arguments.Names("--judge", [], strategies) is [var named, ..] ? named : null;
        int choiceSeeds = arguments.Count("--choice-seeds", 10);
        ulong firstChoiceSeed = Seed(arguments, "--choice-first-seed", firstSeed + (ulong)seeds);
        CheckChoice(arguments, judged, strategies, firstSeed, seeds, firstChoiceSeed, choiceSeeds);
        var settings = new StudySettings(
            arguments.Has("--trials") ? arguments.Count("--trials", 1) : null,
            arguments.Count("--workers", 1),
            BudgetKnown: !arguments.Has("--unknown-budget"),
            FailingShare: arguments.Has("--failing") ? arguments.Count("--failing", 1) / 100.0 : 0,
            GuessDistance: arguments.Has("--guess") ? arguments.Count("--guess", 1) / 100.0 : null,
            Plateaus: arguments.Names("--plateaus", [], PlateauNames) is [var kind, ..] ? Enum.Parse<PlateauKind>(kind, ignoreCase: true) : null);

        var cells = (
            from variant in variants.Select(static name => Enum.Parse<Variant>(name, ignoreCase: true))
            from problem in Problems.Where(problem => problems.Contains(problem.Name))
            where problem.CreateVariant(variant, 0) is not null
            from strategy in strategies
            select new QualityResult(strategy, problem, variant, new StudyRun[seeds])).ToList();

        var studies = new QualityStudies(settings, arguments.Count("--parallel", 1), progress);
        studies.Run(cells, firstSeed);
        QualityReport.Write(cells, settings, output);
        Judgement? judgement = null;
        if (judged is not null)
        {
            List<QualityResult> choices = [.. cells.Where(cell => cell.Strategy != judged).Select(cell => cell with { Runs = new StudyRun[choiceSeeds] })];
            studies.Run(choices, firstChoiceSeed);
            judgement = Judgement.Of(judged, cells, choices, firstChoiceSeed);
            JudgementReport.Write(judgement, output);
        }

        if (arguments.Text("--json") is { } file)
        {
            QualityJson.Write(cells, settings, firstSeed, judgement, file);
        }
    }

    private static ulong Seed(Arguments arguments, string name, ulong otherwise)
        => arguments.Text(name) switch
        {
            null => otherwise,
            "0" => 0,
            _ => (ulong)arguments.Count(name, 1),
        };

    private static void CheckChoice(
        Arguments arguments, string? judged, IReadOnlyList<string> strategies, ulong firstSeed, int seeds, ulong firstChoiceSeed, int choiceSeeds)
    {
        if (judged is null)
        {
            if (arguments.Has("--choice-seeds") || arguments.Has("--choice-first-seed"))
            {
                throw new UsageException("Seeds for a choice need a strategy to judge: --judge.");
            }

            return;
        }

        if (strategies.Count < 2)
        {
            throw new UsageException($"'{judged}' is judged beside other strategies: name some with --strategy.");
        }

        if (firstSeed < firstChoiceSeed + (ulong)choiceSeeds && firstChoiceSeed < firstSeed + (ulong)seeds)
        {
            throw new UsageException("Seeds of the choice must not be among the judged ones.");
        }
    }
}
