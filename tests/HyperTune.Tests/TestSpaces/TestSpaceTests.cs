namespace HyperTune.Tests;

public sealed class TestSpaceTests
{
    [Fact]
    public void Sampled_vectors_are_in_the_space()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(
            branch,
            TestSpace.CreateParameter("a.x", 1, new LogUniformDistribution(1e-3, 1), ParameterCondition.OneOf(branch, 0)),
            TestSpace.CreateParameter("b.n", 2, new UniformDistribution(1, 5, 1), ParameterCondition.OneOf(branch, 1)));
        var random = new RandomStream(1);
        for (int i = 0; i < 100; i++)
        {
            double[] vector = space.Sample(ref random);
            Assert.True(space.Contains(vector));
            Assert.Equal(1, vector.Count(double.IsNaN));
        }
    }
}
