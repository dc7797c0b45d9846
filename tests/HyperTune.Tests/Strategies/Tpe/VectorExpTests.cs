using System.Runtime.Intrinsics;

namespace HyperTune.Tests;

public sealed class VectorExpTests
{
    [Fact]
    public void Exponential_is_accurate_down_to_its_limit()
    {
        for (float x = 0; x >= -87; x -= 0.0137f)
        {
            double expected = Math.Exp(x);
            Assert.InRange(VectorExp.OfNonPositive(Vector256.Create(x))[0], expected * (1 - 3e-7), expected * (1 + 3e-7));
        }
    }

    [Theory]
    [InlineData(-88f)]
    [InlineData(-1e30f)]
    [InlineData(float.NegativeInfinity)]
    public void Exponential_far_below_is_next_to_nothing(float x) => Assert.InRange(VectorExp.OfNonPositive(Vector256.Create(x))[3], 0, 2e-38f);

    [Fact]
    public void Log_sum_neither_overflows_nor_loses_small_terms()
    {
        var sum = new LogSum();
        sum.Add([-1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -200]);
        Assert.Equal(-200, sum.Value, 1e-4);
        sum.Add([500, -1e30f, 499, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f]);
        Assert.Equal(500 + Math.Log(1 + Math.Exp(-1)), sum.Value, 1e-4);
    }
}
