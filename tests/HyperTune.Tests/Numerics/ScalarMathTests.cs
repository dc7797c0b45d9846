namespace HyperTune.Tests;

public sealed class ScalarMathTests
{
    [Fact]
    public void Exp_has_all_digits()
    {
        for (double x = -707.9; x < 708; x += 0.0137)
        {
            double expected = Math.Exp(x);
            Assert.InRange(Math.Abs(ScalarMath.Exp(x) - expected), 0, 2 * Math.BitIncrement(expected) - (2 * expected));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    public void Exp_reaches_its_ends(double x, double expected) => Assert.Equal(expected, ScalarMath.Exp(x));

    [Fact]
    public void Exp_rises_with_its_argument_across_the_powers_of_two()
    {
        for (int k = -1020; k < 1020; k++)
        {
            double middle = (k + 0.5) * Math.Log(2);
            Assert.True(ScalarMath.Exp(middle - 1e-9) < ScalarMath.Exp(middle));
            Assert.True(ScalarMath.Exp(middle) < ScalarMath.Exp(middle + 1e-9));
        }
    }
}
