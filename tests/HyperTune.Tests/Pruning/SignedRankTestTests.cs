namespace HyperTune.Tests;

public sealed class SignedRankTestTests
{
    [Fact]
    public void The_probability_is_the_share_of_all_sign_assignments()
    {
        var random = new RandomStream(5);
        for (int round = 0; round < 200; round++)
        {
            // Small whole numbers, so that there are zeros and equal sizes.
            double[] differences = [.. Draw(ref random, 1 + (round % 10)).Select(static value => Math.Round(3 * value))];
            Assert.Equal(ByCounting(differences), SignedRankTest.ProbabilityOfLargerSum(differences), 1e-12);
        }
    }

    [Fact]
    public void A_textbook_value_is_met()
    {
        // Ten pairs whose negative ranks are 1, 2, 3 and 4: the sum 10, whose one-sided probability is 43 / 1024.
        double[] differences = [-1, -2, -3, -4, 5, 6, 7, 8, 9, 10];
        Assert.Equal(43.0 / 1024, SignedRankTest.ProbabilityOfLargerSum(differences), 1e-12);
    }

    [Fact]
    public void Large_samples_come_close_to_the_share_of_drawn_assignments()
    {
        const int Assignments = 20_000;
        var random = new RandomStream(9);
        double[] differences = [.. Draw(ref random, 80).Select(static value => value + 0.15)];
        double observed = PositiveSum(differences);
        int larger = 0;
        for (int i = 0; i < Assignments; i++)
        {
            double[] assigned = [.. differences];
            foreach (ref double difference in assigned.AsSpan())
            {
                difference *= random.NextUnit() < 0.5 ? -1 : 1;
            }

            larger += PositiveSum(assigned) >= observed ? 1 : 0;
        }

        // Five standard deviations of a share that is drawn 20,000 times.
        double drawn = (double)larger / Assignments;
        Assert.InRange(SignedRankTest.ProbabilityOfLargerSum(differences), drawn - 0.018, drawn + 0.018);
    }

    [Fact]
    public void No_difference_at_all_is_what_chance_gives() => Assert.Equal(1, SignedRankTest.ProbabilityOfLargerSum([0, 0, 0]));

    private static List<double> Draw(ref RandomStream random, int count)
    {
        var values = new List<double>(count);
        for (int i = 0; i < count; i++)
        {
            values.Add(random.NextNormal());
        }

        return values;
    }

    private static double ByCounting(double[] differences)
    {
        double observed = PositiveSum(differences);
        int[] nonZero = [.. Enumerable.Range(0, differences.Length).Where(i => differences[i] != 0)];
        int larger = 0;
        for (int assignment = 0; assignment < 1 << nonZero.Length; assignment++)
        {
            double[] assigned = [.. differences];
            for (int bit = 0; bit < nonZero.Length; bit++)
            {
                assigned[nonZero[bit]] = Math.Abs(assigned[nonZero[bit]]) * ((assignment >> bit & 1) == 0 ? 1 : -1);
            }

            larger += PositiveSum(assigned) >= observed ? 1 : 0;
        }

        return (double)larger / (1 << nonZero.Length);
    }

    private static double PositiveSum(double[] differences)
        => differences.Where(static difference => difference > 0).Sum(difference => Rank(difference, differences))
            + (0.5 * differences.Where(static difference => difference == 0).Sum(difference => Rank(difference, differences)));

    // The mean of the places that all differences of this size take together.
    private static double Rank(double difference, double[] all)
        => all.Count(other => Math.Abs(other) < Math.Abs(difference)) + ((all.Count(other => Math.Abs(other) == Math.Abs(difference)) + 1) / 2.0);
}
