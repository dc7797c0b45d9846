using System.Numerics;

namespace HyperTune.Tests;

public sealed class SpaceEnumerationTests
{
    [Fact]
    public void Independent_parameters_multiply()
        => Assert.Equal(3 * 5, new TestSpace(new ChoiceDistribution(["a", "b", "c"]), new UniformDistribution(1, 5, 1)).Cardinality);

    [Fact]
    public void Continuous_parameter_makes_it_unknown()
        => Assert.Null(new TestSpace(new ChoiceDistribution(["a"]), new UniformDistribution(0, 1)).Cardinality);

    [Fact]
    public void Children_count_where_they_exist()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b", "c"]));
        Parameter inner = TestSpace.CreateParameter("inner", 1, new ChoiceDistribution(["x", "y"]), ParameterCondition.OneOf(branch, 0, 2));
        Parameter deep = TestSpace.CreateParameter("deep", 2, new UniformDistribution(1, 10, 1), ParameterCondition.OneOf(inner, 1));
        // Branch b alone, and each of a and c with x, or with y and ten values.
        Assert.Equal(1 + (2 * (1 + 10)), TestSpace.Of(branch, inner, deep).Cardinality);
    }

    [Fact]
    public void Parent_with_a_quadrillion_values_is_counted_at_once()
    {
        const double Count = 1e15;
        Parameter size = TestSpace.CreateParameter("size", 0, new UniformDistribution(1, Count, 1));
        Parameter large = TestSpace.CreateParameter("large", 1, new ChoiceDistribution(["x", "y"]), ParameterCondition.InRange(size, Count / 2, double.PositiveInfinity));
        Parameter one = TestSpace.CreateParameter("one", 2, new UniformDistribution(1, 100, 1), ParameterCondition.OneOf(size, 7));
        BigInteger expected = (BigInteger)Count + ((BigInteger)(Count / 2) + 1) + 99;
        Assert.Equal(expected, TestSpace.Of(size, large, one).Cardinality);
    }
}
