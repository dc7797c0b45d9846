using HyperTune.Tests.Restored;

namespace HyperTune.Tests.Spaces;

/// <summary>Conditions that are made of their canonical texts again.</summary>
public sealed class ConditionReaderTests
{
    [Fact]
    public void Conditions_and_bounds_are_what_they_were()
    {
        foreach (SearchSpace space in (SearchSpace[])[StoredConfig.Space, StoredTrainer.Space, ComposedConfig.Space])
        {
            var drawable = new DrawableSpace(space.Name, space.Outline);
            Assert.Equal(space.Fingerprint, drawable.Fingerprint);
            Assert.Equal(space.Outline.Parameters.Select(static parameter => (parameter.Name, parameter.Condition)), drawable.Outline.Parameters.Select(static parameter => (parameter.Name, parameter.Condition)));
            Assert.Equal(space.Parameters.Select(static parameter => parameter.DefaultValue), drawable.Parameters.Select(static parameter => parameter.DefaultValue));
            double[] expected = new double[space.DimensionCount];
            double[] drawn = new double[space.DimensionCount];
            for (ulong seed = 0; seed < 50; seed++)
            {
                var random = new RandomStream(seed);
                space.SampleVector(ref random, expected);
                random = new RandomStream(seed);
                drawable.SampleVector(ref random, drawn);
                Assert.Equal(expected.Select(double.IsNaN), drawn.Select(double.IsNaN));
            }
        }
    }

    [Theory]
    [InlineData("Kind{1:a}")]
    [InlineData("Kind{1:a,4:b,{c}")]
    [InlineData("Kind?{7:odd")]
    [InlineData("Kind{5:a,b}}")]
    [InlineData("Size[1]")]
    [InlineData("Size[x,2]")]
    [InlineData("<=Size?Kind{9:b}")]
    [InlineData("Other{1:a}")]
    [InlineData("Kind{}")]
    [InlineData("<=Other?")]
    public void Texts_that_nobody_wrote_are_refused(string canonical)
    {
        Parameter kind = Create("Kind", new ChoiceDistribution(["b", "b,{c}"]), 0);
        Parameter size = Create("Size", new UniformDistribution(0, 4), 1);
        Assert.Throws<FormatException>(() => ConditionReader.Read(canonical, [kind, size]));
    }

    [Fact]
    public void Names_and_values_may_hold_marks()
    {
        Parameter kind = Create("Ki?nd{1", new ChoiceDistribution(["a,{1:b}", "", "}"]), 0);
        Parameter size = Create("Size[0,1]", new UniformDistribution(0, 4), 1);
        foreach (ParameterCondition condition in (ParameterCondition[])[ParameterCondition.OneOf(kind, 0, 2), ParameterCondition.OneOf(kind, 1), ParameterCondition.InRange(size, 0.5, double.PositiveInfinity)])
        {
            (ParameterBound? none, ParameterCondition? read) = ConditionReader.Read(condition.Canonical, [kind, size]);
            Assert.Null(none);
            Assert.Equal((condition.Canonical, condition.ToString()), (read!.Canonical, read.ToString()));
            (ParameterBound? bound, read) = ConditionReader.Read($"{ParameterBound.NotBelow(size).Canonical}?{condition.Canonical}", [kind, size]);
            Assert.Equal((size, false, condition.Canonical), (bound!.Other, bound.IsUpper, read!.Canonical));
        }
    }

    private static Parameter<double> Create(string name, Distribution distribution, int index)
        => new(name, index, distribution, distribution.FromUnit(0), static value => value, static value => value);
}
