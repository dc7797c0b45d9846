namespace HyperTune.Tests;

public sealed class CombinedPrunerTests
{
    [Fact]
    public void All_have_to_agree_or_one_is_enough()
    {
        Pruner low = Pruner.Threshold(lower: 0);
        Pruner high = Pruner.Threshold(upper: 10);
        Assert.Equal([false, true, true], new PruningLab(Pruner.AnyOf(low, high)).Watch(5, -1, 11));
        Assert.Equal([false, false, false], new PruningLab(Pruner.AllOf(low, high)).Watch(5, -1, 11));
        Assert.Equal([false, true], new PruningLab(Pruner.AllOf(low, Pruner.Threshold(lower: -5, upper: -2))).Watch(5, -1));
        Assert.Equal([false, true], new PruningLab(Pruner.AllOf(low)).Watch(5, -1));
    }

    [Fact]
    public void Every_part_is_told_and_asked_whatever_the_others_say()
    {
        var first = new RecordingPruner((0, 0));
        var second = new RecordingPruner();
        var lab = new PruningLab(Pruner.AnyOf(first, second));
        lab.Complete(3, 2);
        Assert.Equal(["0@0=3", "0@1=2", "0 Completed 2"], first.Told);
        Assert.Equal(first.Told, second.Told);
    }

    [Fact]
    public void The_first_part_that_can_tell_an_end_does()
    {
        PrunerRun run = Pruner.AllOf(Pruner.Median(), new Oracle(7), new Oracle(8)).Start(Context);
        Assert.Equal(7, run.PredictFinal(0, []));
        Assert.Equal("sees 7; sees 8", run.Explanation);
        PrunerRun silent = Pruner.AnyOf(Pruner.Median()).Start(Context);
        Assert.Null(silent.PredictFinal(0, []));
        Assert.Null(silent.Explanation);
        Assert.Equal(7, Pruner.Patient(new Oracle(7)).Start(Context).PredictFinal(0, []));
    }

    [Fact]
    public void Nothing_and_pruners_with_a_metric_of_their_own_cannot_be_combined()
    {
        Assert.Throws<ArgumentException>(static () => Pruner.AllOf());
        Assert.Throws<ArgumentNullException>(static () => Pruner.AnyOf(null!, Pruner.None));
        Pruner judging = Pruner.Median().By(SingleObjective.Minimize.Objectives[0]);
        Assert.Throws<ArgumentException>(() => Pruner.AnyOf(Pruner.None, judging));
        Assert.Equal("AllOf(None, Threshold([0, Infinity), warm-up 0, interval 1))", Pruner.AllOf(Pruner.None, Pruner.Threshold(lower: 0)).ToString());
        Assert.Equal("AnyOf(None)", Pruner.AnyOf(Pruner.None).ToString());
    }

    private static PrunerContext Context => new() { StudyName = "test", Direction = OptimizationDirection.Minimize };

    private sealed class Oracle(double value) : Pruner
    {
        public override string ToString() => "Oracle";

        public override PrunerRun Start(PrunerContext context) => new Run(value);

        private sealed class Run(double value) : PrunerRun
        {
            public override string Explanation => FormattableString.Invariant($"sees {value}");

            public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;

            public override double? PredictFinal(int trialNumber, ReadOnlySpan<TrialReport> reports) => value;
        }
    }
}
