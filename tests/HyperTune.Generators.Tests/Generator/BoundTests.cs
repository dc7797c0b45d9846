namespace HyperTune.Generators.Tests;

/// <summary>Ranges of which an end depends on another value.</summary>
public sealed class BoundTests
{
    private const string Source = """
        using System;
        using HyperTune;
        namespace App;

        [SearchSpace]
        public sealed partial record Config
        {
            /// <summary>At most one a layer.</summary>
            [Uniform(1, 64), NotAbove(nameof(Layers))] public int Heads { get; init; } = 2;
            [Uniform(1, 12, Name = "layers")] public int Layers { get; init; } = 4;
            [LogUniform(0.001, 1), NotBelow(nameof(Low))] public double High { get; init; }
            [LogUniform(0.0001, 0.1)] public double Low { get; init; } = 0.01;
            [Choice] public bool More { get; init; }
            [When(nameof(More), true), Uniform(0, 60, Step = 5)] public double Wait { get; init; } = 30;
            [Uniform(0, 60, Step = 10), NotAbove(nameof(Wait))] public int Grace { get; init; }
            [When(nameof(More), true), Uniform(0.5, 2), NotBelow(nameof(Start))] public TimeSpan? End { get; init; } = TimeSpan.FromSeconds(2);
            [Uniform(0, 2)] public TimeSpan? Start { get; init; } = TimeSpan.FromSeconds(0.75);
            [Uniform(0, 1), NotAbove(nameof(Single))] public float Part { get; init; }
            [Uniform(0, 1), NotBelow(nameof(Part))] public float Third { get; init; } = 0.5f;
            [Uniform(0, 1)] public float Single { get; init; } = 0.5f;
        }
        """;

    [Fact]
    public void Bounded_values_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces["App.Config"], draws: 500);
    }

    [Fact]
    public void Each_stands_behind_what_bounds_it_and_says_so()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            [
                "layers: Uniform in [1, 12] in steps of 1; default 4",
                "Heads: Uniform in [1, 64] in steps of 1, not above layers; default 2",
                "Low: Log-uniform in [0.0001, 0.1]; default 0.01",
                "High: Log-uniform in [0.001, 1], not below Low; default 1",
                "More: One of false, true; default false",
                "Wait: Uniform in [0, 60] in steps of 5; default 30; when More is true",
                "Grace: Uniform in [0, 60] in steps of 10, not above Wait; default 0",
                "Start: Uniform in [0, 2] seconds; default 00:00:00.7500000",
                "End: Uniform in [0.5, 2] seconds, not below Start; default 00:00:02; when More is true",
                "Single: Uniform in [0, 1]; default 0.5",
                "Part: Uniform in [0, 1], not above Single; default 0",
                "Third: Uniform in [0, 1], not below Part; default 0.5",
            ],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.ToString()));
    }

    [Fact]
    public void Values_beyond_the_other_are_reported_and_have_no_place_in_the_space()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson("""{"layers":3,"Heads":5,"High":0.001,"More":true,"Wait":15,"Grace":20,"Start":"00:00:01.5","End":"00:00:01","Single":0.25,"Part":0.25}""");
        Assert.Equal(
            [
                "Heads: 5 is not allowed beside layers = 3. Allowed: Uniform in [1, 64] in steps of 1, not above layers.",
                "High: 0.001 is not allowed beside Low = 0.01. Allowed: Log-uniform in [0.001, 1], not below Low.",
                "Grace: 20 is not allowed beside Wait = 15. Allowed: Uniform in [0, 60] in steps of 10, not above Wait.",
                "End: 00:00:01 is not allowed beside Start = 00:00:01.5000000. Allowed: Uniform in [0.5, 2] seconds, not below Start.",
            ],
            driver.Validate(config).Select(static error => error.ToString()));
        Assert.False(driver.Space.Contains(driver.Encode(config)));
        Assert.Equal(["Heads: 99 is not allowed. Allowed: Uniform in [1, 64] in steps of 1."], driver.Validate(driver.FromJson("""{"Heads":99}""")).Select(static error => error.ToString()));
    }

    [Fact]
    public void Range_is_whole_where_the_other_does_not_exist()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson("""{"More":false,"Wait":5,"Grace":60}""");
        Assert.Empty(driver.Validate(config));
        Assert.True(driver.Space.Contains(driver.Encode(config)));
    }

    [Fact]
    public void Values_left_are_equally_likely()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public partial record Config { [Uniform(1, 4)] public int A { get; init; } = 4; [Uniform(1, 64), NotAbove(nameof(A))] public int B { get; init; } }
            """);
        SearchSpace space = spaces["Config"].Space;
        var random = new RandomStream(5);
        double[] vector = new double[2];
        int[,] counts = new int[5, 5];
        for (int i = 0; i < 40_000; i++)
        {
            space.SampleVector(ref random, vector);
            counts[(int)vector[0], (int)vector[1]]++;
        }

        double chi = 0;
        for (int a = 1; a <= 4; a++)
        {
            for (int b = 1; b <= 4; b++)
            {
                double expected = b > a ? 0 : 10_000.0 / a;
                Assert.True(b <= a || counts[a, b] == 0);
                chi += b > a ? 0 : (counts[a, b] - expected) * (counts[a, b] - expected) / expected;
            }
        }

        // The 0.999 quantile of chi-square with 9 degrees of freedom.
        Assert.True(chi < 27.877, $"{chi}");
    }

    [Fact]
    public void Bounds_are_part_of_what_a_space_means()
    {
        const string bounded = "using HyperTune; [SearchSpace] public partial record Config { [Uniform(1, 4)] public int A { get; init; } = 4; [Uniform(1, 4), NotAbove(nameof(A))] public int B { get; init; } }";
        using CompiledSpaces with = CompiledSpaces.Of(bounded);
        using CompiledSpaces without = CompiledSpaces.Of(bounded.Replace(", NotAbove(nameof(A))", "", StringComparison.Ordinal));
        Assert.NotEqual(without["Config"].Space.Fingerprint, with["Config"].Space.Fingerprint);
        SpaceDifference difference = Assert.Single(SearchSpace.Compare(without["Config"].Space, with["Config"].Space));
        Assert.Contains("always, not above A", difference.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial record Config([Uniform(1, 9), NotBelow(\"B\")] int A, [Uniform(1, 9)] long B);")]
    [InlineData("public partial record struct Config([property: Uniform(1, 9), NotAbove(\"B\")] byte A, [Uniform(1, 9)] byte B);")]
    [InlineData("public partial class Config { [Repeat(1, 2)] public Inner[] Parts { get; set; } = [new()]; public Inner? Maybe { get; set; } public required Union Case { get; set; } }")]
    [InlineData("public partial class Config { [Choice] public bool A { get; set; } [Uniform(3, 9)] public byte B { get; set; } = 5; [When(nameof(A), true), Uniform(3, 9), NotAbove(nameof(B))] public byte C { get; set; } [When(nameof(A), true), Uniform(3, 9), NotBelow(nameof(B))] public sbyte? D { get; set; } }")]
    [InlineData("public partial struct Config { [LogUniform(1, 1000), NotAbove(nameof(B))] public ushort A { get; set; } [LogUniform(1, 100)] public ushort B { get; set; } }")]
    [InlineData("public partial class Config { [Uniform(0, 1), NotAbove(nameof(B))] public Half A { get; set; } [Uniform(0, 1)] public Half B { get; set; } [Uniform(0, 1), NotBelow(nameof(D))] public decimal C { get; set; } [Uniform(0, 1, Step = 0.1)] public decimal D { get; set; } }")]
    public void Every_kind_of_declaration_round_trips(string declaration)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($$"""
            using System; using HyperTune;
            [SearchSpace] {{declaration}}
            [SearchSpace] public partial record Inner { [Uniform(1, 9), NotAbove(nameof(B))] public int A { get; init; } = 2; [Uniform(1, 9)] public int B { get; init; } = 5; }
            [SearchSpace] public abstract partial record Union
            {
                public sealed record First([Uniform(1, 9), NotBelow("B")] int A, [Uniform(1, 9)] int B) : Union;
                public sealed record Second([Uniform(0, 1)] double A) : Union;
            }
            """);
        SpaceLaws.AssertHold(spaces["Config"], draws: 200);
    }

    [Fact]
    public void Snapshot_shows_bounds() => Snapshot.Verify(GeneratorRun.Of(Source), this);
}
