namespace HyperTune.Tests;

/// <summary>What a journal holds beside an end or a grid point by rounding is that end or point.</summary>
public sealed class ExactEndsInJournalsTests
{
    private static readonly Distribution[] Distributions = [new LogUniformDistribution(0.01, 0.1), new UniformDistribution(-0.3, 0.6, 0.3)];

    private readonly SimulatedMedium _medium = new();

    [Theory]
    [InlineData(0.010000000000000005, -2.8e-17, 0.01, 0)]
    [InlineData(0.10000000000000002, 0.30000000000000004, 0.1, 0.3)]
    [InlineData(0.009999999999999998, -0.30000000000000004, 0.01, -0.3)]
    public void Trials_of_a_journal_whose_values_differ_by_rounding_are_in_the_space_and_can_be_the_best(double x, double y, double expectedX, double expectedY)
    {
        // Written under a wider space, as an earlier version or another program may have had it.
        Study<double[]> wider = Open(new LogUniformDistribution(1e-3, 1), new UniformDistribution(-5, 5));
        wider.Enqueue([x, y]);
        wider.Enqueue([0.05, 0.6]);
        wider.Run(static (_, trial) => trial.Number, 2);

        Study<double[]> study = Open(Distributions);
        TrialRecord<double[]> first = study.Run(static (_, trial) => trial.Number, 1).Trials[0];
        Assert.True(first.Fits);
        Assert.Equal([expectedX, expectedY], first.Config);
        Assert.Equal(0, study.Best.Number);
    }

    [Fact]
    public void A_config_beside_an_end_that_every_start_enqueues_runs_once()
    {
        double[] config = [0.010000000000000002, 0.1 + 0.2];
        for (int start = 0; start < 3; start++)
        {
            Study<double[]> study = Open(Distributions);
            Assert.Equal(0, study.Enqueue(config));
            study.Run(static (_, trial) => trial.Number, start + 1);
            Assert.Equal(start + 1, study.Trials.Count);
            Assert.Equal(1, study.Trials.Count(static trial => trial.IsEnqueued));
            Assert.Equal([0.01, 0.3], study.Trials[0].Vector.ToArray());
        }
    }

    private Study<double[]> Open(params Distribution[] distributions) => new(
        new TestSpace(distributions),
        OptimizationDirection.Minimize,
        Studies.Seeded with { Storage = new SimulatedStorage(_medium), Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits } });
}
