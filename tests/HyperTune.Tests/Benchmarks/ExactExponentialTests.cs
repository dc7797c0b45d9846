using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class ExactExponentialTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.3)]
    [InlineData(-29.7)]
    [InlineData(12.1)]
    [InlineData(-1e-20)]
    public void Rounded_exponential_misses_by_half_a_unit_and_an_error_shows(double x)
    {
        Assert.InRange(Math.Abs(ExactExponential.RelativeError(x, Math.Exp(x))), 0, 1.3e-16);
        Assert.Equal(1e-9, ExactExponential.RelativeError(x, Math.Exp(x) * (1 + 1e-9)), 3e-16);
    }
}
