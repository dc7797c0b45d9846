namespace HyperTune.Tests.Importance;

/// <summary>What tells the best trials from all of them.</summary>
public sealed class PedAnovaTests
{
    // Continuous ones on both scales, whole numbers few and many, a bell curve, a list with and one without order, and parameters that are not always there.
    private static readonly TestSpace Mixed = MixedSpace();

    [Theory]
    [InlineData(5)]
    [InlineData(23)]
    [InlineData(200)]
    public void Numbers_are_those_of_a_literal_implementation(int count)
    {
        for (ulong seed = 0; seed < 5; seed++)
        {
            TrialResult[] trials = Draws.Of(Mixed, count, seed, static x => x[0] + Math.Abs(Math.Log10(x[1]) + 2) + x[5] + (double.IsNaN(x[7]) ? 1 : x[7]));
            ParameterImportances importance = Draws.Measure(Mixed, trials);
            Assert.Equal(ImportanceMethod.PedAnova, importance.Method);
            Assert.Equal(count, importance.TrialCount);
            double[] losses = [.. trials.Select(static trial => trial.Values.Span[0])];
            foreach (Parameter parameter in Mixed.Parameters)
            {
                double[] values = [.. trials.Select(trial => trial.Vector.Span[parameter.Index])];
                (int steps, bool isByValue) = GridOf(parameter);
                int[] places = [.. values.Select(value => double.IsNaN(value) ? -1
                    : isByValue ? (int)(value - parameter.Distribution.Low)
                    : SlowPedAnova.Nearest(parameter.Distribution.ToUnit(value), steps))];
                double expected = SlowPedAnova.Of(places, steps, parameter.Distribution.IsCategorical, losses);
                Assert.Equal(expected, importance[parameter].RawValue, 1e-9 + (1e-9 * expected));
            }
        }
    }

    [Fact]
    public void Shares_are_in_descending_order_sum_to_one_and_lie_in_their_ranges()
    {
        ParameterImportances importance = Draws.Measure(Mixed, Draws.Of(Mixed, 150, 3, static x => x[0] + (0.0005 * x[3])));
        Assert.Equal(Mixed.Parameters.Length, importance.Count);
        Assert.Equal(1, importance.Sum(static entry => entry.Value), 1e-12);
        Assert.Equal(importance.OrderByDescending(static entry => entry.Value), importance);
        Assert.All(importance, static entry => Assert.True(entry.Low >= 0 && entry.Low <= entry.Value && entry.Value <= entry.High && entry.High <= 1, $"{entry}"));
        double raw = importance.Sum(static entry => entry.RawValue);
        Assert.All(importance, entry => Assert.Equal(entry.RawValue / raw, entry.Value, 1e-12));
        Assert.Same(Mixed.Parameters[0], importance[0].Parameter);
        Assert.Same(importance[0], importance[Mixed.Parameters[0]]);
    }

    [Fact]
    public void One_parameter_that_decides_everything_has_nearly_all_variance_of_being_among_the_best()
    {
        // The best tenth are those with x below 0.1: a variance of 0.1 times 0.9, as far as 50 steps and smoothing tell.
        ParameterImportances importance = Draws.Measure(TestSpace.Cube(2), Draws.Of(TestSpace.Cube(2), 3000, 1, static x => x[0]));
        Assert.InRange(importance[0].RawValue, 0.085, 0.095);
        Assert.InRange(importance[0].Value, 0.97, 1);
        Assert.InRange(importance[1].RawValue, 0, 0.002);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    public void Additive_functions_are_put_in_order_and_what_does_nothing_may_be_zero(int count)
    {
        TestSpace space = TestSpace.Cube(4);
        for (ulong seed = 0; seed < 5; seed++)
        {
            ParameterImportances importance = Draws.Measure(space, Draws.Of(space, count, seed, static x => (8 * x[1]) + (3 * x[2])));
            Assert.Same(space.Parameters[1], importance[0].Parameter);
            Assert.True(importance[0].Low > 0.3, $"{importance}");
            Assert.Equal(0, importance[space.Parameters[0]].Low);
            Assert.Equal(0, importance[space.Parameters[3]].Low);
            if (count == 300)
            {
                Assert.Same(space.Parameters[2], importance[1].Parameter);
            }
        }
    }

    [Fact]
    public void Ranges_hold_the_shares_of_other_trials_about_as_often_as_they_say()
    {
        TestSpace space = TestSpace.Cube(3);
        double truth = Share(space, 20_000, 99).Value;
        int inside = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            ParameterImportance found = Share(space, 200, seed);
            inside += found.Low <= truth && truth <= found.High ? 1 : 0;
        }

        Assert.InRange(inside, 48, 60);

        static ParameterImportance Share(TestSpace space, int count, ulong seed)
            => Draws.Measure(space, Draws.Of(space, count, seed, static x => (2 * x[0]) + x[1]))[space.Parameters[0]];
    }

    [Fact]
    public void Whether_a_parameter_exists_is_credited_to_the_one_that_decides_so()
    {
        Parameter kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["a", "b"]));
        Parameter ofB = TestSpace.CreateParameter("ofB", 1, new UniformDistribution(0, 1), ParameterCondition.OneOf(kind, 1));
        Parameter ofA = TestSpace.CreateParameter("ofA", 2, new UniformDistribution(0, 1), ParameterCondition.OneOf(kind, 0));
        var space = TestSpace.Of(kind, ofB, ofA);

        // b is better whatever else; all of the best are in it, where its own parameter does nothing.
        ParameterImportances byKind = Draws.Measure(space, Draws.Of(space, 400, 2, static x => x[0] == 1 ? 0 : 1 + x[2]));
        Assert.Equal(0, byKind[ofB].RawValue, 0.01);
        Assert.Equal(0, byKind[ofA].RawValue);
        Assert.Same(kind, byKind[0].Parameter);
        Assert.True(byKind[0].Value > 0.9, $"{byKind}");

        // Within b its own parameter decides, and half of the trials know nothing of it.
        ParameterImportances byChild = Draws.Measure(space, Draws.Of(space, 400, 2, static x => x[0] == 1 ? x[1] : 0.5));
        Assert.Same(ofB, byChild[0].Parameter);
        Assert.True(byChild[0].Value > 0.6, $"{byChild}");
        Assert.Equal(0, byChild[ofA].RawValue);
    }

    [Fact]
    public void Trials_outside_the_limits_are_not_among_the_best()
    {
        TestSpace space = TestSpace.Cube(2);
        TrialResult[] trials = [.. Draws.Of(space, 300, 4, static x => x[0])
            .Select(static trial => trial with { Violation = Math.Max(0, trial.Vector.Span[1] - 0.15) })];
        ParameterImportances importance = Draws.Measure(space, trials);
        Assert.Same(space.Parameters[1], importance[0].Parameter);
        Assert.Same(space.Parameters[0], Draws.Measure(space, trials.Select(static trial => trial with { Violation = 0 }))[0].Parameter);
    }

    [Theory]
    [InlineData(ImportanceMethod.PedAnova)]
    [InlineData(ImportanceMethod.Sobol)]
    public void The_order_of_the_trials_does_not_matter_and_the_seed_only_for_the_ranges(ImportanceMethod method)
    {
        TrialResult[] trials = Draws.Of(Mixed, 60, 7, static x => x[0] + x[5]);
        string expected = Text(Draws.Measure(Mixed, trials, method));
        TrialResult[] shuffled = [.. trials];
        new RandomStream(5).Shuffle(shuffled.AsSpan());
        Assert.Equal(expected, Text(Draws.Measure(Mixed, shuffled, method)));
        Assert.NotEqual(expected, Text(Draws.Measure(Mixed, trials, method, seed: 2)));

        static string Text(ParameterImportances importance)
            => string.Join('\n', importance.Select(static entry => $"{entry.Parameter.Name} {entry.Value:R} {entry.Low:R} {entry.High:R} {entry.RawValue:R}"));
    }

    private static TestSpace MixedSpace()
    {
        Parameter kind = TestSpace.CreateParameter("kind", 5, new ChoiceDistribution(["a", "b", "c"]));
        return TestSpace.Of(
            TestSpace.CreateParameter("rate", 0, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("decay", 1, new LogUniformDistribution(1e-4, 1)),
            TestSpace.CreateParameter("layers", 2, new UniformDistribution(1, 6, 1)),
            TestSpace.CreateParameter("units", 3, new UniformDistribution(1, 1000, 1)),
            TestSpace.CreateParameter("bell", 4, new NormalDistribution(0, 1)),
            kind,
            TestSpace.CreateParameter("level", 6, new OrdinalDistribution(["low", "middle", "high"])),
            TestSpace.CreateParameter("ofB", 7, new UniformDistribution(0, 1), ParameterCondition.OneOf(kind, 1)),
            TestSpace.CreateParameter("depth", 8, new UniformDistribution(2, 9, 1), ParameterCondition.OneOf(kind, 0, 2)));
    }

    private static (int Steps, bool IsByValue) GridOf(Parameter parameter) => parameter.Name switch
    {
        "layers" => (6, true),
        "kind" or "level" => (3, true),
        "depth" => (8, true),
        _ => (50, false),
    };
}
