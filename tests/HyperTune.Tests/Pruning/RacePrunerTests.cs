using HyperTune.Pruning.Race;

namespace HyperTune.Tests;

public sealed class RacePrunerTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Probabilities_outside_0_to_1_are_refused(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>("significance", () => Pruner.Race(probability));
        Assert.Throws<ArgumentOutOfRangeException>("futility", () => Pruner.Race(futility: probability));
    }

    [Fact]
    public void Fewer_than_two_startup_folds_are_refused()
        => Assert.Throws<ArgumentOutOfRangeException>("startupFolds", () => Pruner.Race(startupFolds: 1));

    // With 2 degrees of freedom, the upper tail of t is (1 - t / sqrt(2 + t^2)) / 2; with 6, that of 1.943 is 0.05.
    [Fact]
    public void The_tail_is_that_of_students_distribution()
    {
        Assert.Equal(0.5 * (1 - (3 / Math.Sqrt(11))), PairedTest.UpperTail(3, 2), 1e-12);
        Assert.Equal(0.05, PairedTest.UpperTail(1.943180, 6), 1e-6);
        Assert.Equal(0, PairedTest.UpperTail(double.PositiveInfinity, 4));
    }

    // Three of ten folds with mean 2 and variance 1: t is 2 / sqrt(1/3 + 1/9) = 3 against chance, and 2 / sqrt(1/3 - 1/10) against a recovery.
    [Fact]
    public void The_statistics_are_those_of_the_formulas()
    {
        (double chance, double recovery) = PairedTest.Run([1, 2, 3], foldCount: 10, double.NaN);
        Assert.Equal(PairedTest.UpperTail(3, 2), chance, 1e-12);
        Assert.Equal(PairedTest.UpperTail(2 / Math.Sqrt((1 / 3.0) - 0.1), 2), recovery, 1e-12);

        // The variance of others is 4, and counts like four degrees: (4 * 4 + 2 * 1) / 6 = 3.
        (chance, recovery) = PairedTest.Run([1, 2, 3], foldCount: 10, typicalVariance: 4);
        Assert.Equal(PairedTest.UpperTail(3 / Math.Sqrt(3), 6), chance, 1e-12);
        Assert.Equal(PairedTest.UpperTail(2 / Math.Sqrt(3 * ((1 / 3.0) - 0.1)), 6), recovery, 1e-12);
    }

    [Fact]
    public void Skewed_differences_are_ranked()
    {
        Assert.Equal((1 / 32.0, 1.0), PairedTest.Run([0.1, 0.2, 0.3, 0.4, 50], foldCount: 10, 1e-6));
        Assert.NotEqual(1 / 32.0, PairedTest.Run([0.1, 0.2, 0.3, 0.4, 0.5], foldCount: 10, 1e-6).Chance);
    }

    [Fact]
    public void A_trial_that_is_worse_by_far_is_stopped_when_it_has_its_startup_folds()
    {
        foreach (OptimizationDirection direction in Enum.GetValues<OptimizationDirection>())
        {
            double sign = direction == OptimizationDirection.Minimize ? 1 : -1;
            var lab = new PruningLab(Pruner.Race(), direction);
            lab.Complete([.. Values(0).Select(value => sign * value)]);
            Assert.Equal([false, false, true, true, true, true, true, true, true, true], lab.Watch([.. Values(5).Select(value => sign * value)]));
            Assert.DoesNotContain(true, lab.Watch([.. Values(-5).Select(value => sign * value)]));
        }
    }

    [Fact]
    public void More_startup_folds_wait_longer()
    {
        var lab = new PruningLab(Pruner.Race(startupFolds: 5));
        lab.Complete(Values(0));
        Assert.Equal(4, Array.IndexOf(lab.Watch(Values(5)), true));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Reports_that_are_not_finite_stop_nothing(double value)
    {
        var lab = new PruningLab(Pruner.Race());
        lab.Complete(Values(0));
        Assert.DoesNotContain(true, lab.Watch([value, .. Values(5)[1..]]));
    }

    // Trials as good as the best one, under the test alone: 2,000 of them, of which 10 in 100 may be stopped; three deviations of that are 2.
    [Fact]
    public void A_trial_as_good_as_the_best_one_is_stopped_with_at_most_the_significance()
    {
        int stopped = 0;
        var random = new RandomStream(7);
        for (int i = 0; i < 2000; i++)
        {
            PrunerRun run = Start(Pruner.Race(0.1, futility: 0), Noise(ref random), Noise(ref random), Noise(ref random));
            stopped += IsStopped(run, Noise(ref random)) ? 1 : 0;
        }

        Assert.InRange(stopped / 2000.0, 0, 0.12);
    }

    // Of the trials that are stopped, at most 5 in 100 would have become the best one, here where trials are as likely to be better as to be worse; of
    // about 600 stopped trials, three deviations of that are 2.7.
    [Fact]
    public void Few_of_the_stopped_trials_would_have_become_the_best_one()
    {
        int stopped = 0;
        int wronged = 0;
        var random = new RandomStream(8);
        for (int i = 0; i < 2000; i++)
        {
            TrialReport[] best = Noise(ref random);
            PrunerRun run = Start(Pruner.Race(), best, Noise(ref random, 0.5), Noise(ref random, 0.5));
            TrialReport[] trial = Noise(ref random, random.NextNormal());
            if (IsStopped(run, trial))
            {
                stopped++;
                wronged += trial.Average(static report => report.Value) < best.Average(static report => report.Value) ? 1 : 0;
            }
        }

        Assert.InRange(stopped, 400, 1200);
        Assert.InRange((double)wronged / stopped, 0, 0.077);
    }

    // Folds differ by far more than configs do, and the stopped trials had the easy ones or the hard ones, as it came.
    [Fact]
    public void A_stopped_trial_has_the_value_that_it_would_have_over_all_folds()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(new StudyOptions { Strategy = Strategy.Random(), Seed = 2, Pruner = Pruner.Race(), IsDeterministic = true });
        StudyResult<TestConfig> result = study.Run(
            (config, trial) => trial.CrossValidate(
                Folds.KFold(100, 10), fold => (10 * config.X * config.X) + (100 * fold.Number) + (0.01 * Math.Sin((fold.Number * 7) + trial.Number))),
            40);
        TrialRecord<TestConfig>[] stopped = [.. result.Trials.Where(static trial => trial.State == TrialState.Pruned)];
        Assert.InRange(stopped.Length, 20, 39);
        Assert.All(stopped, static trial => Assert.Equal((10 * trial.Config.X * trial.Config.X) + 450, trial.Value!.Value, 0.05));
        Assert.Contains(stopped, static trial => trial.Reports.Average(static report => report.Value) < 300);
        Assert.All(stopped, trial => Assert.True(trial.Value > result.Best.Value));
    }

    private static double[] Values(double offset) => [.. Enumerable.Range(0, 10).Select(fold => offset + (100 * fold) + Math.Sin((fold * 3) + offset))];

    private static TrialReport[] Noise(ref RandomStream random, double mean = 0)
    {
        var reports = new TrialReport[10];
        for (int fold = 0; fold < reports.Length; fold++)
        {
            reports[fold] = new TrialReport(fold, mean + random.NextNormal()) { Kind = ReportKind.Instance };
        }

        return reports;
    }

    // The first trial stays the best one, whatever chance made of the others.
    private static PrunerRun Start(Pruner pruner, params TrialReport[][] completed)
    {
        PrunerRun run = pruner.Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        for (int trial = 0; trial < completed.Length; trial++)
        {
            run.Tell(trial, TrialState.Completed, trial, completed[trial]);
        }

        return run;
    }

    private static bool IsStopped(PrunerRun run, TrialReport[] reports)
        => Enumerable.Range(1, reports.Length - 1).Any(count => run.ShouldPrune(99, reports.AsSpan(0, count)));
}
