namespace HyperTune.Tests;

public sealed class AutoPrunerTests
{
    private const int Steps = 27;

    // Of the second block of twenty trials one is immune; the other one is not.
    private static readonly int Immune = Enumerable.Range(20, 20).First(new ImmuneTrials("test").Contains);
    private static readonly int Mortal = Immune == 39 ? 38 : 39;

    [Fact]
    public void A_hopeless_trial_is_stopped_at_the_first_check_and_not_before()
    {
        bool[] advice = Advise(Learned(20), Mortal, Curve(9));

        // Reports are at the times 1 to 27, and the first check comes at 0.37 of them.
        Assert.Equal(10, Array.IndexOf(advice, true) + 1);
        Assert.All(advice[9..^1], Assert.True);
    }

    [Fact]
    public void A_trial_that_has_made_all_its_steps_is_not_stopped_any_more() => Assert.False(Advise(Learned(20), Mortal, Curve(9))[^1]);

    [Fact]
    public void A_trial_that_may_be_the_best_goes_on() => Assert.DoesNotContain(true, Advise(Learned(20), Mortal, Curve(-0.05)));

    [Fact]
    public void An_immune_trial_goes_on() => Assert.DoesNotContain(true, Advise(Learned(20), Immune, Curve(9)));

    [Fact]
    public void Nothing_is_stopped_before_twelve_trials_have_completed()
    {
        Assert.DoesNotContain(true, Advise(Learned(11), Mortal, Curve(9)));
        Assert.Contains(true, Advise(Learned(12), Mortal, Curve(9)));
    }

    [Fact]
    public void Where_early_values_say_nothing_of_the_end_nothing_is_stopped()
    {
        var random = new RandomStream(1);
        PrunerRun run = Start();
        int stopped = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            // Values that are drawn anew at half of the way.
            double early = random.NextUnit();
            double late = random.NextUnit();
            double[] values = [.. Enumerable.Range(0, Steps).Select(step => step < 25 ? early : late)];
            stopped += Play(run, trial, values) ? 1 : 0;
        }

        Assert.InRange(stopped, 0, 6);
    }

    [Fact]
    public void Where_early_values_rank_as_late_ones_do_most_trials_are_stopped_and_the_best_is_not()
    {
        var random = new RandomStream(2);
        PrunerRun run = Start();
        int stopped = 0;
        double bestOfStopped = double.PositiveInfinity;
        double best = double.PositiveInfinity;
        for (int trial = 0; trial < 200; trial++)
        {
            double[] values = Curve(random.NextUnit(), 0.002, trial);
            bool isStopped = Play(run, trial, values);
            stopped += isStopped ? 1 : 0;
            (best, bestOfStopped) = isStopped ? (best, Math.Min(bestOfStopped, values[^1])) : (Math.Min(best, values[^1]), bestOfStopped);
        }

        Assert.InRange(stopped, 120, 180);
        Assert.True(best < bestOfStopped);
        Assert.Matches("^of [1-9] immune trials that would have been stopped, 0 ended better than the best$", run.Explanation);
    }

    [Fact]
    public void The_last_step_may_be_given()
    {
        // Of twice as many steps a third is not reached before the time 20.
        PrunerRun run = Start(lastStep: (2 * Steps) - 1);
        Learn(run, 20);
        bool[] advice = Advise(run, Mortal, Curve(9));
        Assert.Equal(20, Array.IndexOf(advice, true) + 1);
        Assert.Equal("Auto(last step 53)", Pruner.Auto(53).ToString());
        Assert.Equal("lastStep", Assert.Throws<ArgumentOutOfRangeException>(static () => Pruner.Auto(0)).ParamName);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    public void Few_steps_have_fewer_checks(int steps, int firstStopAt)
    {
        PrunerRun run = Start();
        for (int trial = 0; trial < 20; trial++)
        {
            Play(run, trial, Curve((trial % 7) / 10.0)[..steps], obeys: false);
        }

        Assert.Equal(firstStopAt, Array.IndexOf(Advise(run, Mortal, Curve(9)[..steps]), true) + 1);
    }

    [Fact]
    public void Missing_steps_and_reports_in_another_order_are_taken_as_they_come()
    {
        PrunerRun run = Learned(20);
        double[] values = Curve(9);
        var reports = new List<TrialReport>();
        foreach (int step in new[] { 0, 4, 2, 7, 13, 20 })
        {
            var report = new TrialReport(step, values[step]);
            reports.Add(report);
            run.Report(Mortal, report);
            reports.Sort(static (a, b) => a.Step.CompareTo(b.Step));
            Assert.Equal(step >= 13, run.ShouldPrune(Mortal, reports.ToArray()));
        }
    }

    [Fact]
    public void Reports_that_are_no_numbers_count_as_bad_and_do_no_harm()
    {
        PrunerRun run = Learned(20);
        Play(run, 20, [.. Enumerable.Repeat(double.NaN, Steps - 1), 0.3], obeys: false);
        Play(run, 21, [.. Enumerable.Repeat(double.PositiveInfinity, Steps - 1), 0.4], obeys: false);
        Play(run, 22, [.. Enumerable.Repeat(double.NegativeInfinity, Steps - 1), 0.4], obeys: false);
        Assert.DoesNotContain(true, Advise(run, 23, [.. Enumerable.Repeat(double.NegativeInfinity, Steps)]));
        Assert.DoesNotContain(true, Advise(run, 24, Curve(0)));
    }

    [Fact]
    public void The_end_of_a_stopped_trial_is_predicted_at_its_last_check_and_never_better_than_the_best()
    {
        // Trials that end by 0.1 below what they have at the first check, whatever that is.
        PrunerRun run = Start();
        for (int trial = 0; trial < 40; trial++)
        {
            Play(run, trial, Curve(trial % 13, falls: 0.1), obeys: false);
        }

        double? Predict(int trial, double level, int steps)
        {
            double[] values = Curve(level, falls: 0.1)[..steps];
            Advise(run, trial, values);
            return run.PredictFinal(trial, [.. values.Select(static (value, step) => new TrialReport(step, value))]);
        }

        Assert.Null(Predict(40, 7.5, 9));
        Assert.Equal(7.5, Predict(41, 7.5, 10)!.Value, 0.1);
        Assert.Equal(7.5, Predict(42, 7.5, 12)!.Value, 0.1);
        Assert.Equal(0, Predict(43, -20, 10)!.Value, 1e-12);
        Assert.Null(Start().PredictFinal(0, [new TrialReport(0, 1)]));
    }

    [Fact]
    public void Instances_are_compared_with_those_of_the_best_and_never_continued()
    {
        PrunerRun run = Start();
        TrialReport[] Instances(double level, int count)
            => [.. Enumerable.Range(0, count).Select(i => new TrialReport(i, level + (i % 3)) { Kind = ReportKind.Instance })];
        for (int trial = 0; trial < 2; trial++)
        {
            run.Tell(trial, TrialState.Completed, 1, Instances(1, 10));
        }

        List<bool> Ask(int trial, double level) =>
        [
            .. Enumerable.Range(1, 10).Select(count =>
            {
                run.Report(trial, Instances(level, count)[^1]);
                return run.ShouldPrune(trial, Instances(level, count));
            }),
        ];

        // All of five pairs are worse with a probability of 1/32.
        List<bool> worse = Ask(Mortal, 1.5);
        Assert.Equal(5, worse.IndexOf(true) + 1);
        Assert.True(worse[8]);
        Assert.False(worse[9], "All ten instances were done.");
        Assert.DoesNotContain(true, Ask(38 == Mortal ? 37 : 38, 0.5));
        Assert.DoesNotContain(true, Ask(Immune, 1.5));
        Assert.Null(run.PredictFinal(Mortal, Instances(1.5, 5)));
    }

    [Fact]
    public void One_trial_of_every_twenty_is_immune_and_names_draw_others()
    {
        var first = new ImmuneTrials("first");
        for (int block = 0; block < 50; block++)
        {
            Assert.Equal(1, Enumerable.Range(20 * block, 20).Count(first.Contains));
        }

        var second = new ImmuneTrials("second");
        Assert.NotEqual(Enumerable.Range(0, 200).Where(first.Contains), Enumerable.Range(0, 200).Where(second.Contains));
        Assert.Equal(20, Enumerable.Range(0, 1000).Where(first.Contains).Select(static number => number % 20).Distinct().Count());
    }

    private static PrunerRun Start(int? lastStep = null)
        => Pruner.Auto(lastStep).Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });

    private static PrunerRun Learned(int trials)
    {
        PrunerRun run = Start();
        Learn(run, trials);
        return run;
    }

    private static void Learn(PrunerRun run, int trials)
    {
        for (int trial = 0; trial < trials; trial++)
        {
            Play(run, trial, Curve((trial % 7) / 10.0), obeys: false);
        }
    }

    /// <summary>A curve that falls to a level; what comes on top differs between trials.</summary>
    private static double[] Curve(double level, double noise = 0, int trial = 0, double? falls = null)
    {
        var random = new RandomStream(9, (ulong)trial);
        return [.. Enumerable.Range(1, Steps).Select(t => level + (falls is { } height ? height * (t < Steps ? 1 : 0) : 0.5 / t) + (noise * random.NextNormal()))];
    }

    private static bool[] Advise(PrunerRun run, int trial, double[] values)
    {
        TrialReport[] reports = [.. values.Select(static (value, step) => new TrialReport(step, value))];
        return [.. values.Select((_, step) =>
        {
            run.Report(trial, reports[step]);
            return run.ShouldPrune(trial, reports.AsSpan(0, step + 1));
        })];
    }

    // Whether it was stopped.
    private static bool Play(PrunerRun run, int trial, double[] values, bool obeys = true)
    {
        TrialReport[] reports = [.. values.Select(static (value, step) => new TrialReport(step, value))];
        for (int step = 0; step < values.Length; step++)
        {
            run.Report(trial, reports[step]);
            if (obeys && run.ShouldPrune(trial, reports.AsSpan(0, step + 1)))
            {
                run.Tell(trial, TrialState.Pruned, double.NaN, reports.AsSpan(0, step + 1));
                return true;
            }
        }

        run.Tell(trial, TrialState.Completed, values[^1], reports);
        return false;
    }
}
