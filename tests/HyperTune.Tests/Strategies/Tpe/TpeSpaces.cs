namespace HyperTune.Tests;

/// <summary>Spaces with every kind of parameter.</summary>
internal static class TpeSpaces
{
    /// <summary>Continuous, stepped, integer, ordered and unordered parameters, constants, and two levels of conditions.</summary>
    public static TestSpace Conditional()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b", "c"]));
        Parameter count = TestSpace.CreateParameter("count", 4, new UniformDistribution(1, 4, 1));
        Parameter inner = TestSpace.CreateParameter("a.inner", 1, new ChoiceDistribution(["p", "q"]), ParameterCondition.OneOf(branch, 0));
        return TestSpace.Of(
            branch,
            inner,
            TestSpace.CreateParameter("a.q.x", 2, new LogUniformDistribution(1e-4, 1), ParameterCondition.OneOf(inner, 1)),
            TestSpace.CreateParameter("b.n", 3, new LogUniformDistribution(1, 500, isInteger: true), ParameterCondition.OneOf(branch, 1)),
            count,
            TestSpace.CreateParameter("second", 5, new UniformDistribution(-3, 3), ParameterCondition.InRange(count, 2, double.PositiveInfinity)),
            TestSpace.CreateParameter("constant", 6, new UniformDistribution(2, 2)),
            TestSpace.CreateParameter("order", 7, new OrdinalDistribution(["low", "middle", "high"])),
            TestSpace.CreateParameter("normal", 8, new NormalDistribution(0, 1)),
            TestSpace.CreateParameter("step", 9, new UniformDistribution(0, 0.5, 0.1)));
    }

    /// <summary>A value that depends on every active parameter.</summary>
    public static double Value(SearchSpace space, double[] vector)
    {
        double sum = 0;
        foreach (Parameter parameter in space.Parameters)
        {
            double value = vector[parameter.Index];
            if (!double.IsNaN(value))
            {
                double distance = parameter.Distribution.ToUnit(value) - 0.31;
                sum += (1 + (0.1 * parameter.Index)) * distance * distance;
            }
            else
            {
                sum += 0.02;
            }
        }

        return sum;
    }
}
