using HyperTune.Models.BestTrials;

namespace HyperTune.Tests;

public sealed class FoldBiasTests
{
    [Fact]
    public void A_winner_that_needs_no_instance_is_not_flattered()
        => Assert.Equal(0, FoldBias.Of([[3, 4, 5], [1, 2, 3], [2, 3, 4]]));

    [Fact]
    public void Is_what_the_winner_without_each_instance_loses_on_it()
    {
        // The totals are 6, 7 and 8, so the first wins. Without instance 0 the second has 2, without 1 the first 4 (as the third, which comes later), without 2 the
        // first 3: (5 - 1) / 3.
        Assert.Equal(4.0 / 3, FoldBias.Of([[1, 2, 3], [5, 1, 1], [2, 4, 2]]), 12);
    }

    [Theory]
    [InlineData(20, 5)]
    [InlineData(100, 10)]
    public void Is_right_on_average(int trials, int instances)
    {
        // Trials whose levels differ by half of their noise: the best mean is lucky by about one and a half of its deviation.
        var random = new RandomStream(5);
        double actual = 0;
        double estimated = 0;
        const int Studies = 400;
        for (int study = 0; study < Studies; study++)
        {
            var losses = new double[trials][];
            var levels = new double[trials];
            for (int row = 0; row < trials; row++)
            {
                levels[row] = 0.5 * random.NextNormal() / Math.Sqrt(instances);
                losses[row] = new double[instances];
                for (int i = 0; i < instances; i++)
                {
                    losses[row][i] = levels[row] + i + random.NextNormal();
                }
            }

            int winner = Array.IndexOf(losses, losses.MinBy(static row => row.Sum()));
            actual += levels[winner] + ((instances - 1) / 2.0) - losses[winner].Average();
            estimated += FoldBias.Of(losses);
        }

        Assert.InRange(actual / Studies * Math.Sqrt(instances), 1, 3);
        Assert.InRange(estimated / actual, 0.85, 1.15);
    }
}
