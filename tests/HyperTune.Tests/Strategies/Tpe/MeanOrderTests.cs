namespace HyperTune.Tests;

public sealed class MeanOrderTests
{
    [Theory]
    [InlineData("spread", 0)]
    [InlineData("spread", 1)]
    [InlineData("spread", 27)]
    [InlineData("spread", 500)]
    [InlineData("crowded", 500)]
    [InlineData("descending in a corner", 500)]
    [InlineData("few values", 500)]
    [InlineData("beyond the ends", 500)]
    public void Kernels_are_in_the_order_of_their_means_and_then_of_their_slots(string kind, int count)
    {
        var random = new RandomStream((ulong)count);
        double[] means = new double[count];
        int[] slots = new int[count];
        for (int i = 0; i < count; i++)
        {
            double unit = random.NextUnit();
            means[i] = kind switch
            {
                "crowded" => 0.3 + (1e-6 * unit),
                "descending in a corner" => 1e-5 * (count - i),
                "few values" => Math.Floor(4 * unit) / 4,
                "beyond the ends" => (5 * unit) - 2,
                _ => unit,
            };
            slots[i] = (i * 37 % 501) - 1;
        }

        (double, int)[] expected = [.. means.Zip(slots).Order()];
        MeanOrder.Sort(means, slots);
        Assert.Equal(expected, means.Zip(slots));
    }
}
