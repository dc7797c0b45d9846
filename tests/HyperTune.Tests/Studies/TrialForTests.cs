using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Objectives are tested with a trial of their own, and results are chosen by a number of one's own.</summary>
public sealed class TrialForTests
{
    [Fact]
    public void Objective_is_called_without_a_study()
    {
        Trial<Plane> trial = Trial.For(new Plane { X = 0.5, Y = 0.25 });
        TrialOutcome outcome = Objective(trial.Config, trial);
        Assert.Equal(0.75, outcome.Value);
        Assert.Equal<TrialReport>([new(0, 0.5), new(1, 0.75)], [.. trial.Reports]);
        Assert.False(trial.ShouldPrune);
    }

    [Fact]
    public void Pruner_judges_such_a_trial()
    {
        Trial<Plane> trial = Trial.For(new Plane { X = 0.5 }, Pruner.Threshold(upper: 0.4));
        Assert.Equal(TrialState.Pruned, Objective(trial.Config, trial).State);
        Assert.Throws<TrialPrunedException>(trial.ThrowIfPruned);
    }

    [Fact]
    public void Trial_of_metrics_keeps_its_reports_too()
    {
        Trial<Plane, Tradeoff> trial = Trial.For<Plane, Tradeoff>(new Plane(), Pruner.Median().By(Tradeoff.Metrics.LatencyMs));
        trial.Report(3, new Tradeoff(0.5, 2));
        Assert.Equal([new TrialReport<Tradeoff>(3, 2, new Tradeoff(0.5, 2))], trial.Reports.AsEnumerable());
        Assert.Throws<ArgumentException>(() => Trial.For<Plane, Tradeoff>(new Plane(), Pruner.Median()));
    }

    [Fact]
    public void Config_outside_the_space_is_refused()
        => Assert.Contains("X: 1.5 is not allowed", Assert.Throws<ArgumentException>(() => Trial.For(new Plane { X = 1.5 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Best_by_a_number_of_ones_own_is_in_the_direction_of_the_study()
    {
        StudyResult<Plane> least = Study.Minimize<Plane>(Studies.Seeded).Run(static config => config.X, 20);
        Assert.Equal(least.Trials.MinBy(static trial => trial.Config.Y)!.Number, least.BestBy(static trial => trial.Config.Y).Number);
        Assert.Equal(7, least.BestBy(static trial => trial.Number == 7 ? 0 : double.NaN).Number);
        StudyResult<Plane> most = Study.Maximize<Plane>(Studies.Seeded).Run(static config => config.X, 20);
        Assert.Equal(most.Trials.MaxBy(static trial => trial.Config.Y)!.Number, most.BestBy(static trial => trial.Config.Y).Number);
        Assert.Equal("No trial of study 'test' has a number to compare.", Assert.Throws<InvalidOperationException>(() => most.BestBy(static _ => double.NaN)).Message);
        Assert.Throws<InvalidOperationException>(() => Study.Maximize<Plane>().GetResult().BestBy(static _ => 0));
    }

    private static TrialOutcome Objective(Plane config, Trial<Plane> trial)
    {
        trial.Report(0, config.X);
        if (trial.ShouldPrune)
        {
            return TrialOutcome.Pruned;
        }

        trial.Report(1, config.X + config.Y);
        return config.X + config.Y;
    }
}
