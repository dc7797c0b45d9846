using System.Runtime.Intrinsics;

namespace HyperTune.Tests;

public sealed class SimdMathTests
{
    [Fact]
    public void Exp_of_negative_numbers_has_all_digits()
    {
        for (double x = 0; x > -700; x -= 0.37)
        {
            double actual = SimdMath.ExpOfNegative(Vector256.Create(x))[2];
            double expected = Math.Exp(x);
            Assert.InRange(Math.Abs(actual - expected) / expected, 0, 5e-16);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1e300, 3.4e-308)]
    [InlineData(double.NegativeInfinity, 3.4e-308)]
    public void Exp_reaches_its_ends(double x, double largest)
        => Assert.InRange(SimdMath.ExpOfNegative(Vector256.Create(x))[0], x == 0 ? 1 : 0, largest);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(29)]
    public void Dot_and_scaled_sum_take_exactly_the_given_count(int count)
    {
        double[] left = [.. Enumerable.Range(1, 40).Select(static i => (double)i)];
        double[] right = [.. Enumerable.Range(1, 40).Select(static i => 0.5 * i)];
        Assert.Equal(left.Zip(right).Take(count).Sum(static pair => pair.First * pair.Second), SimdMath.Dot(left, right, count), 1e-9);
        double[] expected = [.. left.Zip(right).Select((pair, i) => i < count ? pair.Second + (3 * pair.First) : pair.Second)];
        SimdMath.AddScaled(3, left, right, count);
        Assert.Equal(expected, right);
    }
}
