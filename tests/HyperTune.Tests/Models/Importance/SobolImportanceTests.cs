namespace HyperTune.Tests.Importance;

/// <summary>Shares of the variance that a model sees.</summary>
public sealed class SobolImportanceTests
{
    // Ishigami and Homma, 1990, with a = 7 and b = 0.1, whose indices are known.
    private static readonly double[] IshigamiFirst = [0.3139, 0.4424, 0];
    private static readonly double[] IshigamiTotal = [0.5576, 0.4424, 0.2437];

    [Fact]
    public void Indices_of_a_known_function_are_exact_but_for_the_number_of_points()
    {
        TestSpace space = IshigamiSpace();
        (double[] First, double[] Total)[] indices = new SobolPoints(new UnitCube(space), 1).IndicesOf(2, static (point, values) =>
        {
            values[0] = Ishigami([.. point.Select(static unit => Math.PI * ((2 * unit) - 1))]);
            values[1] = 3;
        });
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(IshigamiFirst[k], indices[0].First[k], 0.02);
            Assert.Equal(IshigamiTotal[k], indices[0].Total[k], 0.02);
        }

        Assert.All(indices[1].First.Concat(indices[1].Total), static index => Assert.Equal(0, index));
    }

    [Fact]
    public void Indices_of_the_model_are_those_of_the_function()
    {
        TestSpace space = IshigamiSpace();
        TrialResult[] trials = Draws.Of(space, 200, 11, static x => Ishigami(x));
        ParameterImportances first = Draws.Measure(space, trials, ImportanceMethod.Sobol);
        ParameterImportances total = Draws.Measure(space, trials, ImportanceMethod.SobolTotal);
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(IshigamiFirst[k], first[space.Parameters[k]].RawValue, 0.05);
            Assert.Equal(IshigamiTotal[k], total[space.Parameters[k]].RawValue, 0.05);
        }
    }

    [Fact]
    public void Shares_of_an_additive_function_are_those_of_its_variance()
    {
        // Of each scale one: variances of 16, 4 and 1 twelfths, and an effect of 1/4 times 25/12 of the list. The last one does nothing.
        var space = new TestSpace(
            new UniformDistribution(0, 1),
            new LogUniformDistribution(0.01, 1),
            new UniformDistribution(1, 101, 1),
            new ChoiceDistribution(["a", "b"]),
            new UniformDistribution(0, 1));
        TrialResult[] trials = Draws.Of(
            space, 200, 12, static x => (4 * x[0]) + Math.Log10(x[1]) + ((x[2] - 1) / 100) + (x[3] == 1 ? 2.5 / Math.Sqrt(3) : 0));
        double[] variances = [16, 4, 1, 6.25, 0];
        foreach (ImportanceMethod method in new[] { ImportanceMethod.Sobol, ImportanceMethod.SobolTotal })
        {
            ParameterImportances importance = Draws.Measure(space, trials, method);
            foreach (Parameter parameter in space.Parameters)
            {
                Assert.Equal(variances[parameter.Index] / 27.25, importance[parameter].Value, 0.03);
            }

            Assert.Equal(0, importance[space.Parameters[4]].Low, 0.003);
            Assert.Equal(1, importance.Sum(static entry => entry.Value), 1e-12);
            Assert.All(importance, static entry => Assert.True(entry.Low <= entry.Value && entry.Value <= entry.High));
        }
    }

    [Fact]
    public void A_conditional_parameter_counts_as_often_as_it_exists()
    {
        Parameter kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a", "b"]));
        Parameter child = TestSpace.CreateParameter("child", 1, new UniformDistribution(0, 1), ParameterCondition.OneOf(kind, 1));
        var space = TestSpace.Of(kind, child);

        // a gives 1/2 and b a number of [0, 1]: none of the variance, 1/24, is of the kind alone.
        ParameterImportances importance = Draws.Measure(space, Draws.Of(space, 150, 3, static x => x[0] == 1 ? x[1] : 0.5), ImportanceMethod.Sobol);
        Assert.Equal(0, importance[kind].RawValue, 0.05);
        Assert.Equal(0.5, importance[child].RawValue, 0.05);
        ParameterImportances total = Draws.Measure(space, Draws.Of(space, 150, 3, static x => x[0] == 1 ? x[1] : 0.5), ImportanceMethod.SobolTotal);
        Assert.Equal(0.5, total[kind].RawValue, 0.06);
        Assert.Equal(1, total[child].RawValue, 0.06);
    }

    [Fact]
    public void Longer_studies_than_a_model_holds_are_measured_from_those_it_holds()
    {
        TestSpace space = TestSpace.Cube(2);
        ParameterImportances importance = Draws.Measure(space, Draws.Of(space, 700, 5, static x => x[0] + (0.5 * x[1])), ImportanceMethod.Sobol);
        Assert.InRange(importance.TrialCount, 400, 500);
        Assert.Equal(0.8, importance[space.Parameters[0]].Value, 0.02);
    }

    private static TestSpace IshigamiSpace() => new(Enumerable.Repeat(new UniformDistribution(-Math.PI, Math.PI), 3));

    private static double Ishigami(double[] x) => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
}
