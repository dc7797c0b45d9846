namespace HyperTune.Tests;

/// <summary>Conditions on numbers that the parameter's type rounds.</summary>
public sealed class HeldConditionTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(0.1)]
    [InlineData(1e-30)]
    [InlineData(123456.789)]
    [InlineData(-0.3)]
    [InlineData(0)]
    public void A_float_parameter_meets_a_limit_exactly_where_its_float_does(double limit)
    {
        Parameter parent = Create<float>(static value => (float)value, static value => value);
        ParameterCondition low = ParameterCondition.InRange(parent, limit, double.PositiveInfinity);
        ParameterCondition high = ParameterCondition.InRange(parent, double.NegativeInfinity, limit);
        ParameterCondition one = ParameterCondition.OneOf(parent, limit);
        float held = (float)limit;
        double[] values = [limit, held, .. Around(limit), .. Around(held), .. Around(Middle(held, MathF.BitIncrement(held))), .. Around(Middle(held, MathF.BitDecrement(held)))];
        foreach (double value in values)
        {
            Assert.Equal((float)value >= held, low.IsMetBy(value));
            Assert.Equal((float)value <= held, high.IsMetBy(value));
            Assert.Equal((float)value == held, one.IsMetBy(value));
        }

        Assert.Equal((limit, double.PositiveInfinity), (low.Low, low.High));
        Assert.Equal(limit, Assert.Single(one.Values));
    }

    [Fact]
    public void Decimals_and_time_spans_meet_limits_within_their_digits()
    {
        ParameterCondition money = ParameterCondition.InRange(Create<decimal>(static value => (decimal)value, static value => (double)value), 0.3, 0.3);
        Assert.Equal([true, true, false, false, false], new[] { 0.3, 0.1 + 0.2, 0.3000000000001, 0.2999999999999, double.NaN }.Select(money.IsMetBy));
        ParameterCondition time = ParameterCondition.InRange(Create<TimeSpan?>(static value => TimeSpan.FromSeconds(value), static value => value!.Value.TotalSeconds), 0.7, 0.7);
        Assert.Equal([true, true, true, false, false], new[] { 0.7, 0.70000004, 0.69999996, 0.7000001, double.NaN }.Select(time.IsMetBy));
        ParameterCondition number = ParameterCondition.InRange(Create<double>(static value => value, static value => value), 0.7, 0.7);
        Assert.Equal([true, false, false], new[] { 0.7, Math.BitDecrement(0.7), double.NaN }.Select(number.IsMetBy));
    }

    [Fact]
    public void Limits_beyond_what_the_type_holds_are_its_ends()
    {
        Parameter parent = Create<decimal>(static value => (decimal)value, static value => (double)value);
        Assert.True(ParameterCondition.InRange(parent, double.NegativeInfinity, double.PositiveInfinity).IsMetBy(5));
        Assert.True(ParameterCondition.InRange(parent, -1e300, 1e300).IsMetBy(-7.9e28));
        Assert.False(ParameterCondition.InRange(parent, 1e20, 1e300).IsMetBy(5));
    }

    [Fact]
    public void Grids_and_enumerations_count_a_child_where_the_type_says_that_it_exists()
    {
        var steps = new UniformDistribution(0, 1, 0.1);
        Parameter parent = new Parameter<float>("x", 0, steps, 0.5, static value => (float)value, static value => value);
        Parameter child = TestSpace.CreateParameter("y", 1, new UniformDistribution(1, 5, 1), ParameterCondition.InRange(parent, 0.7f, 1));
        TestSpace space = TestSpace.Of(parent, child);

        // As doubles, 0.7f is below 0.7, and 0.8f above 0.8.
        Assert.Equal(7 + (4 * 5), space.Cardinality);
        Parameter late = TestSpace.CreateParameter("y", 1, new UniformDistribution(1, 5, 1), ParameterCondition.InRange(parent, 0, 0.8f));
        Assert.Equal((9 * 5) + 2, TestSpace.Of(parent, late).Cardinality);
    }

    private static Parameter Create<T>(Func<double, T> fromVector, Func<T, double> toVector)
        => new Parameter<T>("x", 0, new UniformDistribution(-1e6, 1e6), 0, fromVector, toVector);

    private static double Middle(float a, float b) => ((double)a + b) / 2;

    private static double[] Around(double value) => [Math.BitDecrement(value), value, Math.BitIncrement(value)];
}
