namespace HyperTune.Tests;

/// <summary>What narrowing a parameter leaves of it, for every type of values and every distribution.</summary>
public sealed class NarrowingTests
{
    private const int Draws = 500;

    [Fact]
    public void Draws_of_a_narrowed_space_stay_inside_and_reach_both_ends()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(
            s => s.Neighbours.To(3, 9),
            s => s.Leaves.AtMost(15),
            s => s.Percent.To(95, 125),
            s => s.Rate.To(1e-3, 1e-2),
            s => s.Dropout.To(0.2f, 0.7f),
            s => s.Share.AtLeast(0.75m),
            s => s.Bell.To(1, 2),
            s => s.Count.To(3, 5),
            s => s.Tail.AtLeast(2),
            s => s.Patience.To(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(2500)),
            s => s.Solver.Only("sgd", "lbfgs"),
            s => s.Size.Only("small", "huge"));
        NumbersConfig[] configs = Draw(space);
        AssertRange(3, 9, configs.Select(static config => config.Neighbours));
        AssertRange(1, 15, configs.Select(static config => config.Leaves));
        Assert.Equal([100, 110, 120], configs.Select(static config => (int)config.Percent).Distinct().Order());
        Assert.All(configs, static config => Assert.InRange(config.Rate, 1e-3, 1e-2));
        Assert.All(configs, static config => Assert.InRange(config.Dropout, 0.2f, 0.7f));
        Assert.Equal([0.8m, 0.9m, 1m], configs.Select(static config => config.Share).Distinct().Order());
        Assert.All(configs, static config => Assert.InRange(config.Bell, 1, 2));
        AssertRange(3, 5, configs.Select(static config => config.Count));
        Assert.All(configs, static config => Assert.True(config.Tail >= 2));
        Assert.All(configs, static config => Assert.InRange(config.Patience, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(2500)));
        Assert.Equal(["lbfgs", "sgd"], configs.Select(static config => config.Solver).Distinct().Order());
        Assert.Equal(["huge", "small"], configs.Select(static config => config.Size).Distinct().Order());
        Assert.All(configs, config => Assert.Empty(space.Validate(config)));
    }

    [Fact]
    public void A_fixed_parameter_has_its_value_whatever_its_type()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(
            s => s.Neighbours.Fix(7),
            s => s.Leaves.Fix(9),
            s => s.Percent.Fix(30),
            s => s.Rate.Fix(0.02),
            s => s.Dropout.Fix(0.3f),
            s => s.Share.Fix(0.3m),
            s => s.Bell.Fix(-1.5),
            s => s.Count.Fix(4),
            s => s.Tail.Fix(0.1),
            s => s.Patience.Fix(TimeSpan.FromSeconds(2)),
            s => s.Solver.Fix("sgd"),
            s => s.Size.Fix("large"));
        var only = new NumbersConfig
        {
            Neighbours = 7,
            Leaves = 9,
            Percent = 30,
            Rate = 0.02,
            Dropout = 0.3f,
            Share = 0.3m,
            Bell = -1.5,
            Count = 4,
            Tail = 0.1,
            Patience = TimeSpan.FromSeconds(2),
            Solver = "sgd",
            Size = "large",
        };
        Assert.All(Draw(space), config => Assert.Equal(only, config));
        Assert.Equal(only, space.Default);
        Assert.Empty(space.Validate(only));
        Assert.All(space.Parameters, static parameter => Assert.True(parameter.Distribution.IsConstant));
    }

    [Fact]
    public void What_is_beyond_the_range_is_refused_when_it_is_made()
    {
        NumbersConfig.SpaceDescriptor s = NumbersConfig.Space;
        AssertRefused(() => s.Neighbours.To(1, 500), "'Neighbours' cannot reach to 500, which is outside of its range. Allowed: Uniform in [1, 200]");
        AssertRefused(() => s.Neighbours.To(0, 5), "'Neighbours' cannot reach to 0");
        AssertRefused(() => s.Neighbours.To(9, 3), "None of the values of 'Neighbours' lies from 9 to 3");
        AssertRefused(() => s.Neighbours.AtMost(0), "None of the values of 'Neighbours' lies up to 0. Allowed: Uniform in [1, 200]");
        AssertRefused(() => s.Neighbours.AtLeast(201), "None of the values of 'Neighbours' lies from 201 on.");
        AssertRefused(() => s.Percent.To(91, 99), "None of the values of 'Percent' lies from 91 to 99. Allowed: Uniform in [0, 250] in steps of 10");
        AssertRefused(() => s.Percent.Fix(55), "'Percent' cannot be fixed at 55, which is none of its values.");
        AssertRefused(() => s.Rate.Fix(2), "'Rate' cannot be fixed at 2, which is none of its values. Allowed: Log-uniform in [1E-05, 1].");
        AssertRefused(() => s.Rate.To(double.NaN, 1), "'Rate' cannot be compared with NaN.");
        AssertRefused(() => s.Dropout.To(0.05f, 0.5f), "'Dropout' cannot reach to 0.05");
        AssertRefused(() => s.Patience.To(TimeSpan.Zero, TimeSpan.FromSeconds(9)), "'Patience' cannot reach to 00:00:00, which is outside of its range. Allowed: Uniform in [1, 60] seconds.");
        AssertRefused(() => s.Solver.Only("sgd", "lbgfs"), "lbgfs is none of the values of 'Solver'. Allowed: One of lbfgs, sgd, adam.");
        AssertRefused(() => s.Bell.To(50, 60), "None of the values of 'Bell' lies from 50 to 60.");
        Assert.Contains("Say which values 'Solver' keeps.", Assert.Throws<ArgumentException>(() => s.Solver.Only()).Message);
    }

    [Fact]
    public void The_ends_of_an_attribute_can_be_named_as_the_type_holds_them()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(s => s.Dropout.To(0.1f, 0.7f), s => s.Share.To(0.3m, 0.3m));
        Assert.Equal(NumbersConfig.Space.Dropout.Distribution, space.FindParameter("Dropout")!.Distribution);
        Assert.Equal(0.3m, Draw(space)[0].Share);
    }

    [Fact]
    public void What_cuts_nothing_off_leaves_the_space_itself()
    {
        Assert.Same(NumbersConfig.Space, NumbersConfig.Space.Narrow());
        Assert.Same(NumbersConfig.Space, NumbersConfig.Space.Narrow(s => s.Neighbours.AtMost(1000), s => s.Rate.AtLeast(-1), s => s.Solver.Only("adam", "sgd", "lbfgs")));
    }

    [Fact]
    public void Several_narrowings_of_a_parameter_all_hold()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(s => s.Neighbours.AtLeast(4), s => s.Neighbours.AtMost(6));
        AssertRange(4, 6, Draw(space).Select(static config => config.Neighbours));
        var exception = Assert.Throws<ArgumentException>(() => NumbersConfig.Space.Narrow(s => s.Neighbours.AtLeast(9), s => s.Neighbours.AtMost(6)));
        Assert.Equal(
            "Nothing is left of 'Neighbours' in search space 'NumbersConfig': Uniform in [9, 200] in steps of 1 and Uniform in [1, 6] in steps of 1 have no value in common.",
            exception.Message);
    }

    [Fact]
    public void A_default_outside_becomes_the_nearest_value_inside()
    {
        NumbersConfig config = NumbersConfig.Space.Narrow(
            s => s.Neighbours.AtLeast(9), s => s.Percent.AtMost(44), s => s.Share.AtMost(0.25m), s => s.Solver.Only("lbfgs", "sgd"), s => s.Size.Only("large", "huge")).Default;
        Assert.Equal(new NumbersConfig { Neighbours = 9, Percent = 40, Share = 0.2m, Solver = "lbfgs", Size = "large" }, config);
    }

    [Fact]
    public void A_narrowed_space_means_the_same_as_the_whole_one()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(s => s.Neighbours.To(3, 9), s => s.Solver.Only("sgd"));
        Assert.Equal(NumbersConfig.Space.Fingerprint, space.Fingerprint);
        Assert.Equal(NumbersConfig.Space.Name, space.Name);
        Assert.Empty(SearchSpace.Compare(NumbersConfig.Space, space));
        Assert.Equal(NumbersConfig.Space.Neighbours.Description, space.FindParameter("Neighbours")!.Description);
        var config = new NumbersConfig { Neighbours = 4, Solver = "sgd" };
        double[] vector = new double[space.DimensionCount];
        space.Encode(config, vector);
        Assert.True(space.Contains(vector));
        Assert.Equal(1, vector[space.FindParameter("Solver")!.Index]);
        Assert.Equal(config, space.Decode(vector));
        Assert.Contains("Solver = sgd", space.Format(vector));
        vector[0] = 10;
        Assert.False(space.Contains(vector));
        Assert.Contains("Neighbours = 10", space.Format(vector));
        Assert.Equal("NumbersConfig narrowed: Neighbours: Uniform in [3, 9] in steps of 1; Solver: One of sgd", $"{space}");
    }

    [Fact]
    public void A_config_outside_is_told_by_parameter_value_and_what_is_allowed()
    {
        SearchSpace<NumbersConfig> space = NumbersConfig.Space.Narrow(s => s.Neighbours.To(3, 9), s => s.Solver.Only("sgd"));
        Assert.Equal(
            [
                "Neighbours: 5000 is not allowed. Allowed: Uniform in [1, 200] in steps of 1.",
            ],
            space.Validate(new NumbersConfig { Neighbours = 5000 }).Select(static error => $"{error}"));
        Assert.Equal(
            [
                "Neighbours: 100 is not allowed in the narrowed space. Allowed: Uniform in [3, 9] in steps of 1.",
                "Solver: adam is not allowed in the narrowed space. Allowed: One of sgd.",
            ],
            space.Validate(new NumbersConfig { Neighbours = 100 }).Select(static error => $"{error}"));
    }

    // Where the compiler sees both spaces, it refuses this.
    private static RangeParameter<double> Foreign => MixedConfig.Space.Rate;

    [Fact]
    public void A_parameter_of_another_space_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => NumbersConfig.Space.Narrow(static _ => Foreign.Fix(0.1)));
        Assert.Contains("'Rate' is a parameter of another search space than 'NumbersConfig'", exception.Message);
    }

    internal static T[] Draw<T>(SearchSpace<T> space)
    {
        var random = new RandomStream(5);
        var configs = new T[Draws];
        double[] vector = new double[space.DimensionCount];
        for (int i = 0; i < Draws; i++)
        {
            space.SampleVector(ref random, vector);
            Assert.True(space.Contains(vector));
            configs[i] = space.Decode(vector);
        }

        return configs;
    }

    private static void AssertRange<T>(T low, T high, IEnumerable<T> values)
    {
        T[] all = [.. values];
        Assert.Equal(low, all.Min());
        Assert.Equal(high, all.Max());
    }

    private static void AssertRefused(Func<Narrowing> narrow, string message)
        => Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(narrow).Message);
}
