namespace HyperTune.Tests;

/// <summary>Pruners decide about the same curves as they did when the golden files were written.</summary>
public sealed class GoldenPrunerTests
{
    private const int Trials = 36;
    private const int Steps = 16;
    private const int GroupSize = 3;

    private static readonly Dictionary<string, Pruner> Pruners = new(StringComparer.Ordinal)
    {
        ["none"] = Pruner.None,
        ["auto"] = Pruner.Auto(),
        ["hyperband with weights"] = Pruner.Hyperband(minimumResource: 1, maximumResource: Steps, reductionFactor: 2, bracketWeights: [0, 1, 2, 1, 1]),
        ["median"] = Pruner.Median(),
        ["median with options"] = Pruner.Median(startupTrials: 3, warmupSteps: 4, interval: 2, minimumTrials: 3),
        ["percentile"] = Pruner.Percentile(),
        ["percentile of 60"] = Pruner.Percentile(60, startupTrials: 2),
        ["successive halving"] = Pruner.SuccessiveHalving(),
        ["successive halving with options"] = Pruner.SuccessiveHalving(minimumResource: 2, reductionFactor: 2, skippedRungs: 1, bootstrapTrials: 3),
        ["hyperband"] = Pruner.Hyperband(),
        ["hyperband of 16 steps"] = Pruner.Hyperband(minimumResource: 1, maximumResource: Steps, reductionFactor: 2),
        ["threshold"] = Pruner.Threshold(lower: 0.05, upper: 0.95, warmupSteps: 2),
        ["patient"] = Pruner.Patient(patience: 3),
        ["patient median"] = Pruner.Patient(Pruner.Median(), patience: 1, minimumDelta: 0.01),
        ["wilcoxon"] = Pruner.Wilcoxon(),
        ["wilcoxon with options"] = Pruner.Wilcoxon(significance: 0.25, startupSteps: 4),
    };

    public static TheoryData<string> Everything { get; } = [.. Pruners.Keys];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Decisions_are_those_of_the_past(string pruner)
    {
        await CheckAsync(pruner, OptimizationDirection.Minimize);
        await CheckAsync(pruner, OptimizationDirection.Maximize);
    }

    [Fact]
    public void A_changed_number_is_found_and_a_changed_last_bit_is_not()
    {
        string[] expected = [GoldenText.Line(0, TrialState.Completed, 0.1, [1e-7, double.NaN])];
        Assert.Null(GoldenFile.FindDifference(expected, [GoldenText.Line(0, TrialState.Completed, Math.BitIncrement(0.1), [1e-7, double.NaN])]));
        Assert.NotNull(GoldenFile.FindDifference(expected, [GoldenText.Line(0, TrialState.Completed, 0.1, [1.00001e-7, double.NaN])]));
        Assert.NotNull(GoldenFile.FindDifference(expected, [GoldenText.Line(0, TrialState.Completed, 0.1, [1e-7, 0])]));
        Assert.NotNull(GoldenFile.FindDifference(expected, [GoldenText.Line(0, TrialState.Pruned, 0.1, [1e-7, double.NaN])]));
        Assert.NotNull(GoldenFile.FindDifference(expected, [GoldenText.Line(0, TrialState.Completed, 0.1, [1e-7])]));
        Assert.NotNull(GoldenFile.FindDifference(expected, []));
    }

    private static async Task CheckAsync(string pruner, OptimizationDirection direction)
    {
        var options = new StudyOptions { Name = "golden", Seed = 5, Strategy = Strategy.Random(), Pruner = Pruners[pruner] };
        Study<ContinuousConfig> study = direction == OptimizationDirection.Minimize
            ? Study.Minimize<ContinuousConfig>(options)
            : Study.Maximize<ContinuousConfig>(options);
        var lines = new List<string>();
        while (lines.Count < Trials)
        {
            lines.AddRange(await RunGroupAsync(study));
        }

        GoldenFile.Verify($"pruner.{pruner}.{direction}", [.. study.Trials.Select(trial =>
            GoldenText.Line(trial.Number, trial.State, trial.Value, trial.Reports.Select(static report => report.Value)) + lines[trial.Number])]);
    }

    /// <summary>Trials side by side, each one step ahead of the next; the advice after each report as 0 or 1.</summary>
    private static async Task<string[]> RunGroupAsync(Study<ContinuousConfig> study)
    {
        var running = new List<(Trial<ContinuousConfig> Trial, int Place)>();
        for (int place = 0; place < GroupSize; place++)
        {
            running.Add((await study.AskAsync(), place));
        }

        string[] advice = [.. Enumerable.Repeat(" |", GroupSize)];
        for (int time = 0; running.Count > 0; time++)
        {
            foreach ((Trial<ContinuousConfig> trial, int place) in running.ToArray())
            {
                int step = time - place;
                if (step < 0)
                {
                    continue;
                }

                double value = Curve(trial.Number, step);
                trial.Report(step, value);
                bool prunes = trial.ShouldPrune;
                advice[place] += prunes ? " 1" : " 0";
                if (prunes || step == Steps - 1)
                {
                    await study.TellAsync(trial, prunes ? TrialOutcome.Pruned : value);
                    running.Remove((trial, place));
                }
            }
        }

        return advice;
    }

    /// <summary>A curve that falls or rises to a level of its own, with noise that is the trial's; between 0 and 1 but for the noise.</summary>
    private static double Curve(int number, int step)
    {
        var character = new RandomStream(31, (ulong)number);
        double level = character.NextUnit();
        double start = character.NextUnit();
        double pace = character.NextUnit();
        var noise = new RandomStream(32 + (ulong)step, (ulong)number);
        return level + ((start - level) / (1 + (pace * step))) + (0.08 * (noise.NextUnit() - 0.5));
    }
}
