namespace HyperTune.Generators.Tests;

/// <summary>Subsets, orders and shares: members that are made of several parameters.</summary>
public sealed class CompositeTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using HyperTune;
        namespace App;

        [Flags] public enum Features { None = 0, Cache = 1, Index = 2, Log = 4, Trace = 8, Both = Cache | Index }

        public enum Stage { Parse, Bind, Emit }

        [SearchSpace]
        public sealed partial record Config
        {
            /// <summary>What is switched on.</summary>
            [Subset] public Features Features { get; init; } = Features.Cache | Features.Log;
            [Subset(Least = 2, Name = "needed")] public Features Needed { get; init; }
            [Permutation(5)] public ImmutableArray<int> Order { get; init; }
            [Permutation] public IReadOnlyList<Stage> Stages { get; init; } = [Stage.Emit, Stage.Parse, Stage.Bind];
            [Proportions(3)] public ImmutableArray<double> Mix { get; init; }
            [Choice] public bool More { get; init; }
            [When(nameof(More), true), Proportions(4)] public double[] Rest { get; init; } = [0.1, 0.2, 0.3, 0.4];
            [When(nameof(More), true), Permutation(3)] public List<int> Again { get; init; } = [2, 0, 1];
            [When(nameof(More), true), Subset] public Features Extra { get; init; }
        }
        """;

    [Fact]
    public void Members_of_several_parameters_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces["App.Config"], draws: 300);
    }

    [Fact]
    public void Each_part_is_a_parameter()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            [
                "Features.Cache", "Features.Index", "Features.Log", "Features.Trace", "needed.Cache", "needed.Index", "needed.Log", "needed.Trace",
                "Order[0]", "Order[1]", "Order[2]", "Order[3]", "Order[4]", "Stages.Parse", "Stages.Bind", "Stages.Emit", "Mix[0]", "Mix[1]", "More",
                "Rest[0] when More is true", "Rest[1] when More is true", "Rest[2] when More is true",
                "Again[0] when More is true", "Again[1] when More is true", "Again[2] when More is true",
                "Extra.Cache when More is true", "Extra.Index when More is true", "Extra.Log when More is true", "Extra.Trace when More is true",
            ],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.Name + (parameter.Condition is null ? "" : " when " + parameter.Condition)));
        Assert.Equal("Features.Cache: One of false, true; default true", spaces["App.Config"].Space.Parameters[0].ToString());
        Assert.Equal("Order[4]: Uniform in [0, 1]; default 0.9", spaces["App.Config"].Space.Parameters[12].ToString());
    }

    [Fact]
    public void Without_an_initializer_orders_are_as_declared_and_shares_equal()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        Assert.Equal(
            """{"Features":"Cache, Log","needed":"Both","Order":[0,1,2,3,4],"Stages":["Emit","Parse","Bind"],"Mix":[0.3333333333333333,0.3333333333333333,0.3333333333333333],"More":false}""",
            driver.ToJson(driver.Default));
        Assert.Equal([0.1, 0.3, 0.5, 0.7, 0.9], driver.Space.Parameters.Skip(8).Take(5).Select(static parameter => parameter.DefaultValue));
    }

    [Fact]
    public void Parameters_that_the_default_leaves_out_begin_with_the_order_of_the_numbers_and_equal_shares()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        double[] vector = driver.Encode(driver.Default);
        vector[18] = 1;
        driver.Space.Normalize(vector);
        Assert.EndsWith(""","Rest":[0.25,0.25,0.25,0.25],"Again":[0,1,2],"Extra":"None"}""", driver.ToJson(driver.Decode(vector)), StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_access_reaches_each_part()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """

            public static class Look
            {
                public static string Names => string.Join(" ", [
                    Config.Space.Features[Features.Log].Name, Config.Space.Features.Flags[3].Name, Config.Space.Order.Keys[3].Name, Config.Space.Order[3].Name,
                    Config.Space.Stages[Stage.Bind].Name, Config.Space.Mix.Breaks[1].Name, Config.Space.Features.Members.Length.ToString(null, null)]);
            }
            """);
        Assert.Equal(
            "Features.Log Features.Trace Order[3] Order[3] Stages.Bind Mix[1] 4",
            spaces.Assembly.GetType("App.Look")!.GetProperty("Names")!.GetValue(null));
    }

    [Fact]
    public void Items_are_sorted_by_their_keys()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Permutation(4)] int[] X);");
        ISpaceDriver driver = spaces["Config"];
        Assert.Equal("""{"X":[3,0,1,2]}""", driver.ToJson(driver.Decode([0.5, 0.5, 0.75, 0.25])));
        Assert.Equal([0.375, 0.625, 0.875, 0.125], driver.Encode(driver.FromJson("""{"X":[3,0,1,2]}""")));
    }

    [Theory]
    [InlineData("""{"Features":"16"}""", "Features: 16 is not allowed. Allowed: any of Cache, Index, Log, Trace.")]
    [InlineData("""{"needed":"Log"}""", "needed: 1 members are not allowed. Allowed: 2 to 4.")]
    [InlineData("""{"Order":[0,1,2]}""", "Order: 3 elements are not allowed. Allowed: 5.")]
    [InlineData("""{"Order":[0,1,2,3,3]}""", "Order: 3 is there twice. Allowed: each of 0 to 4 once.")]
    [InlineData("""{"Order":[0,1,2,3,9]}""", "Order: 9 is not allowed. Allowed: each of 0 to 4 once.")]
    [InlineData("""{"Stages":["Emit","Emit","Bind"]}""", "Stages: Emit is there twice. Allowed: each of Parse to Emit once.")]
    [InlineData("""{"Mix":[0.5,0.5]}""", "Mix: 2 elements are not allowed. Allowed: 3.")]
    [InlineData("""{"Mix":[0.25,0.25,0.25]}""", "Mix: The sum 0.75 is not allowed. Allowed: 1.")]
    [InlineData("""{"Mix":[-0.5,1,0.5]}""", "Mix[0]: -0.5 is not allowed. Allowed: at least 0.")]
    [InlineData("""{"Mix":["NaN",1,0]}""", "Mix[0]: NaN is not allowed. Allowed: at least 0.")]
    public void What_is_wrong_is_reported_and_has_no_vector(string json, string error)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson(json);
        Assert.Equal([error], driver.Validate(config).Select(static found => found.ToString()));
        double[] vector = driver.Encode(config);
        Assert.False(driver.Space.Contains(vector) && driver.Space.FindViolatedConstraint(vector) is null);
    }

    [Fact]
    public void Too_small_subsets_break_a_constraint_that_draws_respect()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        double[] vector = driver.Encode(driver.FromJson("""{"needed":"Log"}"""));
        Assert.Equal("needed.Least", driver.Space.FindViolatedConstraint(vector));
        var random = new RandomStream(3);
        for (int i = 0; i < 200; i++)
        {
            Assert.Empty(driver.Validate(driver.Sample(ref random)));
        }
    }

    [Fact]
    public void Orders_are_equally_likely()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Permutation(4)] int[] X);");
        int[] counts = [.. Draw(spaces["Config"], 24_000).GroupBy(static json => json).Select(static drawn => drawn.Count())];
        Assert.Equal(24, counts.Length);

        // The 0.999 quantile of chi-square with 23 degrees of freedom.
        Assert.True(counts.Sum(static count => (count - 1000.0) * (count - 1000.0) / 1000) < 49.728, string.Join(", ", counts));
    }

    [Fact]
    public void Divisions_are_equally_likely()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Proportions(4)] double[] X);");
        double[][] drawn = [.. Draw(spaces["Config"], 20_000).Select(static json => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("X").EnumerateArray().Select(static share => share.GetDouble()).ToArray())];
        Assert.All(drawn, static shares => Assert.Equal(1, shares.Sum(), 1e-12));
        for (int i = 0; i < 4; i++)
        {
            // A share of a uniform division into four is above s with the probability (1 - s)^3. The bound is the 0.999 quantile of Kolmogorov's statistic.
            double[] shares = [.. drawn.Select(division => division[i]).Order()];
            double largest = shares.Select((share, place) => Math.Abs(1 - Math.Pow(1 - share, 3) - ((place + 0.5) / shares.Length))).Max();
            Assert.True(largest < 1.95 / Math.Sqrt(shares.Length), $"Share {i}: {largest}");
        }
    }

    [Fact]
    public void Shares_that_somebody_wrote_come_back_as_they_were()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Proportions(5)] double[] X);");
        ISpaceDriver driver = spaces["Config"];
        foreach (string json in (string[])["""{"X":[0.1,0.2,0.3,0.15,0.25]}""", """{"X":[1,0,0,0,0]}""", """{"X":[0,0,0,0,1]}""", """{"X":[0.999999999999,0,0.000000000001,0,0]}"""])
        {
            string back = driver.ToJson(driver.Decode(driver.Encode(driver.FromJson(json))));
            Assert.Equal(json.Replace("0.000000000001", "1E-12", StringComparison.Ordinal), back);
        }
    }

    [Fact]
    public void Keys_have_one_form_wherever_vectors_are_made()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public partial record Config([Uniform(0, 1)] double X, Inner Inner);
            [SearchSpace] public partial record Inner([Choice] bool Y) { [When(nameof(Y), true), Permutation(3)] public int[] Order { get; init; } = [2, 1, 0]; }
            """);
        SearchSpace space = spaces["Config"].Space;
        double[] vector = new double[space.DimensionCount];
        foreach (ulong seed in Enumerable.Range(0, 50).Select(static seed => (ulong)seed))
        {
            var random = new RandomStream(seed);
            space.SampleVector(ref random, vector);
            Assert.True(double.IsNaN(vector[2]) == (vector[1] == 0) && (vector[1] == 0 || vector[2..].Order().SequenceEqual([0.5 / 3, 1.5 / 3, 2.5 / 3])), string.Join(", ", vector));
        }
    }

    [Theory]
    [InlineData("public partial record Config([Permutation(3)] int[] A, [Proportions(2)] ImmutableArray<double> B, [Subset(Least = 1)] Parts C = Parts.Y, [Subset] Parts D = 0);")]
    [InlineData("public sealed partial class Config([Permutation(3)] ImmutableArray<int> a, [Subset] Parts b) { public ImmutableArray<int> A { get; } = a; public Parts B { get; } = b; }")]
    [InlineData("public readonly partial record struct Config { [Permutation] public ImmutableArray<Parts> A { get; init; } [Proportions(3)] public required IReadOnlyList<double> B { get; init; } }")]
    [InlineData("public partial struct Config { [Proportions(3)] public ImmutableArray<double> A { get; set; } [Subset] public Parts B { get; set; } }")]
    [InlineData("public partial class Config { [Repeat(0, 2)] public Inner[] A { get; set; } = [new()]; public Inner? B { get; set; } public required Union C { get; set; } }")]
    public void Every_kind_of_declaration_round_trips(string declaration)
    {
        string code = $$"""
            using System; using System.Collections.Generic; using System.Collections.Immutable; using HyperTune;
            [Flags] public enum Parts : short { X = 1, Y = 2, Z = short.MinValue }
            [SearchSpace] {{declaration}}
            [SearchSpace] public partial record Inner { [Permutation(2)] public List<int> A { get; init; } = [1, 0]; [Subset(Least = 1)] public Parts B { get; init; } = Parts.Y; }
            [SearchSpace] public abstract partial record Union
            {
                [Subset(Name = "shared")] public Parts Shared { get; init; } = Parts.X;
                public sealed record First([Proportions(3)] double[] A) : Union;
                public sealed record Second([Permutation] IList<Parts> A) : Union;
            }
            """;
        using CompiledSpaces spaces = CompiledSpaces.Of(code);
        SpaceLaws.AssertHold(spaces["Config"]);
    }

    private static IEnumerable<string> Draw(ISpaceDriver driver, int count)
    {
        var random = new RandomStream(7);
        for (int i = 0; i < count; i++)
        {
            yield return driver.ToJson(driver.Sample(ref random));
        }
    }

    [Fact]
    public void Snapshot_shows_subsets_orders_and_shares() => Snapshot.Verify(GeneratorRun.Of(Source), this);
}
