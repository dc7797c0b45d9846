using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What racing between folds saves, and what it costs of the choice.</summary>
internal sealed class RacingCommand : Command
{
    private static readonly double[] Spreads = [1, 3, 10];

    private static readonly (string Name, Func<Pruner> Pruner)[] Rows =
    [
        ("Race", static () => Pruner.Race()),
        ("Race, futility 0: the test alone", static () => Pruner.Race(futility: 0)),
        ("Race, futility 0.01", static () => Pruner.Race(futility: 0.01)),
        ("Wilcoxon", static () => Pruner.Wilcoxon()),
    ];

    public override string Name => "racing";

    public override string Summary => "folds that racing saves in ten-fold cross-validation of random configs, and how often the choice stays the same";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--seeds", "count", "studies of each row; default 200"),
        new("--first", "seed", "the first seed but one; default 0, for seeds from 1"),
        new("--trials", "count", "trials of a study; default 60"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int seeds = arguments.Count("--seeds", 200);
        int first = arguments.Text("--first") is null ? 0 : arguments.Count("--first", 1);
        int trials = arguments.Count("--trials", 60);
        var counter = new Progress(Spreads.Length * (Rows.Length + 1) * seeds, progress);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{trials} random configs, {RacingConfig.FoldCount} folds, {seeds} seeds from {first + 1}. Spread: of configs, in deviations of a fold's noise."));
        output.WriteLine();
        output.WriteLine("| spread | pruner | folds scored, share of all | trials stopped, mean | same choice | choice within one standard error |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (double spread in Spreads)
        {
            RacingStudy[] full = RunAll(static () => Pruner.None, spread, trials, first, seeds, counter);
            foreach ((string name, Func<Pruner> pruner) in Rows)
            {
                RacingStudy[] raced = RunAll(pruner, spread, trials, first, seeds, counter);
                double share = raced.Average(static study => study.Folds) / (trials * RacingConfig.FoldCount);
                double same = full.Zip(raced).Average(static pair => pair.First.Choice == pair.Second.Choice ? 1 : 0);
                double close = full.Zip(raced).Average(pair => IsClose(pair.First, pair.Second, spread) ? 1 : 0);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {spread} | {name} | {share:P1} | {raced.Average(static study => study.Stopped):F1} | {same:P1} | {close:P1} |"));
            }
        }
    }

    private static RacingStudy[] RunAll(Func<Pruner> pruner, double spread, int trials, int first, int seeds, Progress counter)
    {
        var studies = new RacingStudy[seeds];
        for (int i = 0; i < seeds; i++)
        {
            studies[i] = RacingStudy.Run(pruner(), spread, trials, first + i + 1);
            counter.Done("racing");
        }

        return studies;
    }

    // On all folds, whichever of them racing looked at.
    private static bool IsClose(RacingStudy full, RacingStudy raced, double spread)
        => full.FullMean(raced.Choice, spread) <= full.FullMean(full.Choice, spread) + full.ChoiceError;
}
