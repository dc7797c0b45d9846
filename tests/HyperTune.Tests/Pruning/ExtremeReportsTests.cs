namespace HyperTune.Tests;

/// <summary>Pruners decide by order and size, whatever finite numbers are reported.</summary>
public sealed class ExtremeReportsTests
{
    private static readonly Dictionary<string, Pruner> Pruners = new(StringComparer.Ordinal)
    {
        ["median"] = Pruner.Median(startupTrials: 1),
        ["percentile"] = Pruner.Percentile(40, startupTrials: 1),
        ["patient"] = Pruner.Patient(1),
        ["wilcoxon"] = Pruner.Wilcoxon(),
        ["race"] = Pruner.Race(),
        ["halving"] = Pruner.SuccessiveHalving(1, 2),
        ["hyperband"] = Pruner.Hyperband(1, 9),
        ["threshold"] = Pruner.Threshold(upper: 10),
    };

    public static TheoryData<string> Names => new(Pruners.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_diverging_trial_is_stopped_like_any_bad_one_and_a_good_one_goes_on(string pruner)
    {
        foreach (double bad in new[] { 1e3, 1e163, 1e308, double.MaxValue })
        {
            Assert.Equal(Judge(pruner, bad: 1e3, good: 1), Judge(pruner, bad, good: 1));
            Assert.Equal(Judge(pruner, bad: 1e3, good: 1), Judge(pruner, bad, good: double.Epsilon));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_whose_differences_and_sums_overflow_are_decided_by_their_order(string pruner)
    {
        if (pruner != "threshold")
        {
            Assert.Equal(Judge(pruner, bad: 1e3, good: -1e3), Judge(pruner, double.MaxValue, double.MinValue));
            Assert.Equal(Judge(pruner, bad: 4, good: 2), Judge(pruner, double.MaxValue, double.MaxValue / 2));
            Assert.Equal(Judge(pruner, bad: -2, good: -4), Judge(pruner, double.MinValue / 2, double.MinValue));
        }
    }

    [Fact]
    public void Quantiles_of_the_largest_numbers_are_finite()
    {
        var values = new SortedValues();
        values.Add(double.MinValue);
        values.Add(double.MaxValue);
        Assert.Equal(0, values.Quantile(0.5));
        Assert.Equal(double.MaxValue / 2, values.Quantile(0.75), 1e293);
        values.Add(double.NegativeInfinity);
        Assert.Equal(double.NegativeInfinity, values.Quantile(0.25));
    }

    // The advice at each report of a bad and a good trial after four good ones that completed.
    private static string Judge(string pruner, double bad, double good)
    {
        PrunerRun run = Pruners[pruner].Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        for (int trial = 0; trial < 4; trial++)
        {
            Advise(run, trial, good, good);
            run.Tell(trial, TrialState.Completed, good, Reports(good, good, 9));
        }

        return $"{Advise(run, 4, good, bad)} {Advise(run, 5, good, good)} {Advise(run, 6, bad, bad)}";
    }

    private static string Advise(PrunerRun run, int trial, double first, double rest)
    {
        var advice = new List<int>();
        for (int count = 1; count <= 9; count++)
        {
            TrialReport[] reports = Reports(first, rest, count);
            run.Report(trial, reports[^1]);
            advice.Add(run.ShouldPrune(trial, reports) ? 1 : 0);
        }

        return string.Concat(advice);
    }

    private static TrialReport[] Reports(double first, double rest, int count)
        => [.. Enumerable.Range(0, count).Select(step => new TrialReport(step, step == 0 ? first : rest))];
}
