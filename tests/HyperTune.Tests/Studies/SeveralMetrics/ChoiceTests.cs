namespace HyperTune.Tests.SeveralMetrics;

/// <summary>One trial of a front.</summary>
public sealed class ChoiceTests
{
    private static readonly Tradeoff[] Outcomes = [new(0.80, 1), new(0.90, 2), new(0.91, 6), new(0.92, 20), new(0.5, 0.9), new(0.6, 5), new(0.99, 1, 7)];

    [Fact]
    public void Front_leaves_out_the_beaten_and_those_outside_the_limits()
        => Assert.Equal([0, 1, 2, 3, 4], Result().ParetoFront.Select(static trial => trial.Number));

    [Fact]
    public void Knee_is_farthest_below_the_plane_through_the_ends()
    {
        TrialChoice<Plane, Tradeoff> knee = Result().Knee;
        Assert.Equal(1, knee.Trial.Number);
        Assert.StartsWith("Trial 1 is the knee of 5 trials in the front", knee.Reason, StringComparison.Ordinal);
        Assert.Equal(knee.Trial.Metrics, knee.Metrics);
    }

    [Fact]
    public void Score_chooses_the_largest()
    {
        TrialChoice<Plane, Tradeoff> chosen = Result().Choose(static metrics => metrics.Accuracy - (0.001 * metrics.LatencyMs));
        Assert.Equal(2, chosen.Trial.Number);
        Assert.Equal("Trial 2 has the largest score of 5 trials in the front, 0.904; the next best has 0.9.", chosen.Reason);
        Assert.Equal(1, Result().Choose(static metrics => metrics.Accuracy == 0.90 ? 1 : double.NaN).Trial.Number);
    }

    [Fact]
    public void Order_of_importance_chooses_within_tolerances()
    {
        TrialChoice<Plane, Tradeoff> chosen = Result().Choose((Tradeoff.Metrics.Accuracy, 0.025), (Tradeoff.Metrics.LatencyMs, 0));
        Assert.Equal(1, chosen.Trial.Number);
        Assert.Equal("Trial 1 of 5 in the front: 3 within 0.025 of the best Accuracy, 0.92, of these 1 within 0 of the best LatencyMs, 2.", chosen.Reason);
        Assert.Equal(3, Result().Choose((Tradeoff.Metrics.Accuracy, 0)).Trial.Number);
        Assert.Equal(4, Result().Choose((Tradeoff.Metrics.LatencyMs, 0), (Tradeoff.Metrics.Accuracy, 1)).Trial.Number);
    }

    [Fact]
    public void Choice_needs_objectives_of_the_study_and_sensible_tolerances()
    {
        Assert.Throws<ArgumentException>(() => Result().Choose());
        Assert.Equal("Memory is no objective of Tradeoff. (Parameter 'order')", Assert.Throws<ArgumentException>(() => Result().Choose((Tradeoff.Metrics.Memory, 0))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Result().Choose((Tradeoff.Metrics.Accuracy, -1)));
        Assert.Throws<InvalidOperationException>(() => Study.Optimize<Plane, Tradeoff>().GetResult().Knee);
    }

    [Fact]
    public void Volume_is_between_the_front_and_the_reference()
    {
        // Accuracy above 0.85 and latency below 10: (0.90, 2) gives 0.05 * 8, (0.91, 6) adds 0.01 * 4.
        Assert.Equal((0.05 * 8) + (0.01 * 4), Result().Hypervolume(new Tradeoff(0.85, 10)), 1e-12);
        Assert.Equal(0, Result().Hypervolume(new Tradeoff(1, 0)));
        string message = Assert.Throws<ArgumentException>(() => Result().Hypervolume(new Tradeoff(0, double.PositiveInfinity))).Message;
        Assert.StartsWith("The reference must be finite in every objective, but its LatencyMs is Infinity.", message, StringComparison.Ordinal);
    }

    private static StudyResult<Plane, Tradeoff> Result()
        => Study.Optimize<Plane, Tradeoff>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() }).Run(static (_, trial) => Outcomes[trial.Number], Outcomes.Length);
}
