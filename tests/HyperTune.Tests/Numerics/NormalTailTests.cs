namespace HyperTune.Tests;

public sealed class NormalTailTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0.89645697996912664193)]
    [InlineData(0.5, 0.61569034419292587487)]
    [InlineData(1, 0.42758357615580700441)]
    [InlineData(2, 0.25539567631050574387)]
    [InlineData(5, 0.11070463773306862637)]
    [InlineData(26, 0.021683584850562906616)]
    [InlineData(100, 0.0056416137829894329036)]
    [InlineData(1e6, 5.6418958354747419216e-7)]
    public void Erfcx_agrees_with_forty_digits(double x, double expected)
        => Assert.InRange(ScaledErrorFunction.Erfcx(x) / expected, 1 - 1e-15, 1 + 1e-15);

    /// <summary>ln h(z), Phi/h and phi/h, computed with forty digits.</summary>
    [Theory]
    [InlineData(3, 1.09873966532770777, 0.332840968451795236, 0.00147709464461429325)]
    [InlineData(0.5, -0.359827683745063819, 0.99092271800410996, 0.50453864099794502)]
    [InlineData(0, -0.918938533204672742, 1.25331413731550025, 1)]
    [InlineData(-0.999, -2.48321711544758544, 1.90354931735895943, 2.90164576804160047)]
    [InlineData(-1.001, -2.48702565795538942, 1.90499327273421309, 2.9068982660069473)]
    [InlineData(-5, -16.7443011626609901, 5.36181624128808853, 27.8090812064404426)]
    [InlineData(-10, -55.5531220361223559, 10.1943830334125533, 102.943830334125533)]
    [InlineData(-20, -206.917838509425098, 20.0992628111012818, 402.985256222025636)]
    [InlineData(-29.9, -454.722998119496316, 29.9666669111399661, 897.003340643084986)]
    [InlineData(-38, -730.196183402113739, 38.0525227600413283, 1446.99586488157048)]
    [InlineData(-1e2, -5010.12957880024979, 100.019994004195865, 10002.9994004195865)]
    [InlineData(-1e4, -50000019.3396193072, 10000.000199999994, 100000002.99999994)]
    [InlineData(-1e8, -5000000000000037.76, 100000000.00000002, 10000000000000003.0)]
    public void Improvement_agrees_with_forty_digits(double z, double value, double cdfRatio, double densityRatio)
    {
        (double actual, double actualCdf, double actualDensity) = NormalTail.LogImprovement(z);
        Assert.Equal(value, actual, 1e-13 * Math.Max(1, Math.Abs(value)));
        Assert.InRange(actualCdf / cdfRatio, 1 - 1e-12, 1 + 1e-12);
        Assert.InRange(actualDensity / densityRatio, 1 - 1e-12, 1 + 1e-12);
    }

    [Fact]
    public void Improvement_is_smooth_and_its_derivative_is_the_ratio()
    {
        for (double z = -60; z < 8; z += 0.173)
        {
            const double Step = 1e-5;
            double slope = (NormalTail.LogImprovement(z + Step).Value - NormalTail.LogImprovement(z - Step).Value) / (2 * Step);
            Assert.Equal(slope, NormalTail.LogImprovement(z).CdfRatio, 1e-6 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Fact]
    public void Log_cdf_agrees_with_the_reference_and_its_slope_is_the_derivative()
    {
        for (double z = -30; z < 8; z += 0.173)
        {
            const double Step = 1e-5;
            (double value, double slope) = NormalTail.LogCdf(z);
            Assert.Equal(Math.Log(StandardNormal.Cdf(z)), value, 1e-12 * Math.Max(1, Math.Abs(value)));
            Assert.Equal((NormalTail.LogCdf(z + Step).Value - NormalTail.LogCdf(z - Step).Value) / (2 * Step), slope, 1e-6 * Math.Max(1, slope));
        }

        // -z^2/2 - ln(-z sqrt(2 pi)) - 1/z^2 far in the tail.
        Assert.Equal(-5e5 - Math.Log(1000) - NormalTail.LogSqrtTwoPi - 1e-6, NormalTail.LogCdf(-1000).Value, 1e-8);
    }
}
