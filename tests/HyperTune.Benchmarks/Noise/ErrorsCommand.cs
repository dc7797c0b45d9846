using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What it brings that strategy and choice know the standard errors of repeats.</summary>
internal sealed class ErrorsCommand : Command
{
    private const int Repeats = 4;

    public override string Name => "errors";

    public override string Summary => "loss of the chosen config after studies of repeats whose noise differs, with and without their standard errors";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--seeds", "count", "studies of each row; default 40"),
        new("--first", "seed", "the first seed; default 100"),
        new("--trials", "count", "trials of a study; default 40"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int seeds = arguments.Count("--seeds", 40);
        int first = arguments.Count("--first", 100);
        int trials = arguments.Count("--trials", 40);
        var counter = new Progress(ErrorsConfig.Noises.Count * 2 * seeds, progress);
        output.WriteLine($"Two parameters, {Repeats} repeats, {trials} trials of Strategy.Bayesian(), {seeds} seeds from {first}: loss of the chosen config.");
        output.WriteLine();
        output.WriteLine("| noise | errors | median | mean |");
        output.WriteLine("|---|---|---|---|");
        foreach ((string name, Func<ErrorsConfig, double> deviation) in ErrorsConfig.Noises)
        {
            foreach (bool knowsErrors in (bool[])[true, false])
            {
                var losses = new List<double>(seeds);
                for (int i = 0; i < seeds; i++)
                {
                    losses.Add(ChosenLoss(first + i, trials, knowsErrors, deviation));
                    counter.Done(name);
                }

                losses.Sort();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {name} | {(knowsErrors ? "known" : "unknown")} | {losses[seeds / 2]:G2} | {losses.Average():G2} |"));
            }
        }
    }

    // Both see the same scores; one of them only their mean.
    private static double ChosenLoss(long seed, int trials, bool knowsErrors, Func<ErrorsConfig, double> deviation)
    {
        Study<ErrorsConfig> study = Study.Minimize<ErrorsConfig>(new StudyOptions { Strategy = Strategy.Bayesian(), Seed = seed });
        return study.Run(
            (config, trial) => knowsErrors
                ? trial.Repeat(Repeats, repeat => Score(config, trial.Number, repeat.Number), freshSeeds: true)
                : Enumerable.Range(0, Repeats).Average(repeat => Score(config, trial.Number, repeat)),
            trials).Best.Config.Loss;

        double Score(ErrorsConfig config, int trial, int repeat)
        {
            var random = new RandomStream((ulong)seed, (ulong)((trial * 10) + repeat));
            return config.Loss + (deviation(config) * random.NextNormal());
        }
    }
}
