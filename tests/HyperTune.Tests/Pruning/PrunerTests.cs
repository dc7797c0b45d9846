namespace HyperTune.Tests;

/// <summary>What holds for every pruner.</summary>
public sealed class PrunerTests
{
    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Pruner> All { get; } = new()
    {
        ["None"] = Pruner.None,
        ["Auto"] = Pruner.Auto(),
        ["Auto of 12 steps"] = Pruner.Auto(11),
        ["AllOf"] = Pruner.AllOf(Pruner.Median(), Pruner.Auto()),
        ["AnyOf"] = Pruner.AnyOf(Pruner.Hyperband(), Pruner.Auto()),
        ["Hyperband with weights"] = Pruner.Hyperband(1, 9, bracketWeights: [0, 1, 2]),
        ["Median"] = Pruner.Median(),
        ["Percentile"] = Pruner.Percentile(10, startupTrials: 0),
        ["SuccessiveHalving"] = Pruner.SuccessiveHalving(),
        ["SuccessiveHalving from 1"] = Pruner.SuccessiveHalving(1, 2),
        ["Hyperband"] = Pruner.Hyperband(),
        ["Hyperband to 9"] = Pruner.Hyperband(1, 9),
        ["Threshold"] = Pruner.Threshold(lower: -100, upper: 100),
        ["Patient"] = Pruner.Patient(0),
        ["Patient median"] = Pruner.Patient(Pruner.Median(), 0),
        ["Wilcoxon"] = Pruner.Wilcoxon(),
        ["Race"] = Pruner.Race(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_trial_is_not_stopped(string name) => Assert.Equal([false], new PruningLab(All[name]).Watch(1));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trial_without_reports_is_not_stopped(string name)
    {
        var lab = new PruningLab(All[name]);
        for (int i = 0; i < 10; i++)
        {
            lab.Complete(1, 1, 1);
        }

        Assert.False(lab.Ask().ShouldPrune);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Failed_trials_and_trials_without_reports_do_no_harm(string name)
    {
        var lab = new PruningLab(All[name]);
        lab.Tell(lab.Ask(), TrialOutcome.Failed("no"));
        lab.Tell(lab.Ask(), TrialOutcome.Pruned);
        lab.Tell(lab.Ask(), 1);
        lab.Complete(5, 5);
        Assert.Equal([false], lab.Watch(4));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_history_gives_the_same_advice(string name)
    {
        bool[] first = Replay(new PruningLab(All[name]));
        Assert.Equal(first, Replay(new PruningLab(All[name])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Maximizing_is_minimizing_the_negative(string name)
        => Assert.Equal(Replay(new PruningLab(All[name])), Replay(new PruningLab(All[name], OptimizationDirection.Maximize), sign: -1));

    [Fact]
    public void Every_pruner_says_what_it_is()
    {
        Assert.Equal("None", Pruner.None.ToString());
        Assert.Equal("Percentile(50, startup 5, warm-up 0, interval 1, minimum 1)", Pruner.Median().ToString());
        Assert.Equal("SuccessiveHalving(first rung automatic, reduction 4)", Pruner.SuccessiveHalving().ToString());
        Assert.Equal("SuccessiveHalving(first rung at 2, reduction 3, 1 skipped, bootstrap 5)", Pruner.SuccessiveHalving(2, 3, 1, 5).ToString());
        Assert.Equal("Hyperband(1 to automatic, reduction 3)", Pruner.Hyperband().ToString());
        Assert.Equal("Auto(last step automatic)", Pruner.Auto().ToString());
        Assert.Equal("Hyperband(1 to 9, reduction 3, weights 0 1 2.5)", Pruner.Hyperband(1, 9, bracketWeights: [0, 1, 2.5]).ToString());
        Assert.Equal("Hyperband(2 to 81, reduction 3, bootstrap 4)", Pruner.Hyperband(2, 81, 3, 4).ToString());
        Assert.Equal("Threshold([0.5, Infinity), warm-up 0, interval 1)", Pruner.Threshold(lower: 0.5).ToString());
        Assert.Equal("Patient(patience 5, minimum delta 0.5)", Pruner.Patient(5, 0.5).ToString());
        Assert.Equal("Patient(None, patience 2, minimum delta 0)", Pruner.Patient(Pruner.None, 2).ToString());
        Assert.Equal("Wilcoxon(significance 0.1, startup 2)", Pruner.Wilcoxon().ToString());
    }

    private static bool[] Replay(PruningLab lab, double sign = 1)
    {
        var random = new RandomStream(3);
        var advice = new List<bool>();
        for (int i = 0; i < 40; i++)
        {
            double level = random.NextUnit();
            double[] values = [.. Enumerable.Range(0, 12).Select(step => sign * (level + (1.0 / (step + 1)) + (0.1 * random.NextNormal())))];
            Trial<double[]> trial = lab.Ask();
            for (int step = 0; step < values.Length; step++)
            {
                trial.Report(step, values[step]);
                advice.Add(trial.ShouldPrune);
                if (advice[^1])
                {
                    break;
                }
            }

            lab.Tell(trial, advice[^1] ? TrialOutcome.Pruned : values[^1]);
        }

        return [.. advice];
    }
}
