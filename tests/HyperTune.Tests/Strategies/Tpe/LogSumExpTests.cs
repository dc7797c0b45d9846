namespace HyperTune.Tests;

public sealed class LogSumExpTests
{
    [Fact]
    public void Log_sum_neither_overflows_nor_loses_small_terms()
    {
        var sum = new LogSumExp();
        sum.Add([-1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -200]);
        Assert.Equal(-200, sum.Value, 1e-4);
        sum.Add([500, -1e30f, 499, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f]);
        Assert.Equal(500 + Math.Log(1 + Math.Exp(-1)), sum.Value, 1e-4);
    }
}
