using HyperTune.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperTune.Generators.Tests.CodeFixes;

public sealed class RangeCodeFixTests
{
    [Fact]
    public Task Bounds_are_swapped() => VerifyMembersAsync(
        new SwapBoundsCodeFix(),
        """
        [Uniform(1, /* to */ 0)] public double A { get; set; }
        [LogUniform(high: 1e-3, low: 1)] public double B { get; set; }
        [Normal(0, 1, Low = 2, High = -2)] public double C { get; set; }
        [Uniform(10 + 1, -1, Step = 3)] public int D { get; set; }
        """,
        """
        [Uniform(0, /* to */ 1)] public double A { get; set; }
        [LogUniform(high: 1, low: 1e-3)] public double B { get; set; }
        [Normal(0, 1, Low = -2, High = 2)] public double C { get; set; }
        [Uniform(-1, 10 + 1, Step = 3)] public int D { get; set; }
        """,
        "Swap the bounds");

    [Fact]
    public Task Counts_and_limits_of_conditions_are_swapped() => VerifyMembersAsync(
        new SwapBoundsCodeFix(),
        """
        [Repeat(4, 2), Uniform(0, 1)] public double[] A { get; set; } = [0.5, 1];
        [Repeat(maximum: 1, minimum: 3), Uniform(0, 1)] public double[] B { get; set; } = [0.5];
        [Uniform(0, 10)] public int C { get; set; }
        [When(nameof(C), Low = 7, High = 3), Uniform(0, 1)] public double D { get; set; }
        [When(nameof(C), High = 3, Low = 7), Uniform(0, 1)] public double E { get; set; }
        """,
        """
        [Repeat(2, 4), Uniform(0, 1)] public double[] A { get; set; } = [0.5, 1];
        [Repeat(maximum: 3, minimum: 1), Uniform(0, 1)] public double[] B { get; set; } = [0.5];
        [Uniform(0, 10)] public int C { get; set; }
        [When(nameof(C), Low = 3, High = 7), Uniform(0, 1)] public double D { get; set; }
        [When(nameof(C), High = 7, Low = 3), Uniform(0, 1)] public double E { get; set; }
        """,
        "Swap the bounds");

    [Theory]
    [InlineData("[Repeat(-1, 2), Uniform(0, 1)] public double[] A { get; set; } = [0.5];")]
    [InlineData("[Uniform(0, 10)] public int C { get; set; } [When(nameof(C), Low = 20), Uniform(0, 1)] public double D { get; set; }")]
    [InlineData("[Uniform(0, 10)] public int C { get; set; } [When(nameof(C), 3, Low = 7, High = 3), Uniform(0, 1)] public double D { get; set; }")]
    public Task What_is_not_the_wrong_way_round_is_not_swapped(string member) => VerifyMembersAsync(new SwapBoundsCodeFix(), member, null);

    [Fact]
    public Task Equal_bounds_are_not_swapped() => VerifyMembersAsync(new SwapBoundsCodeFix(), "[Uniform(1, 1)] public double A { get; set; }", null);

    [Fact]
    public Task Bound_is_adjusted_to_the_step_and_the_type() => VerifyMembersAsync(
        new AdjustBoundCodeFix(),
        """
        [Uniform(16, 250, Step = 16)] public int A { get; set; }
        [Uniform(0, 1, Step = 0.3)] public double B { get; set; }
        [Uniform(0.6, 8)] public int C { get; set; }
        [Uniform(-1, 10)] public byte D { get; set; }
        [Uniform(0, 1e10)] public int E { get; set; }
        [Uniform(low: 0, high: 1, Step = 0.3)] public double F { get; set; }
        """,
        """
        [Uniform(16, 240, Step = 16)] public int A { get; set; }
        [Uniform(0, 0.9, Step = 0.3)] public double B { get; set; }
        [Uniform(1, 8)] public int C { get; set; }
        [Uniform(0, 10)] public byte D { get; set; }
        [Uniform(0, 2147483647)] public int E { get; set; }
        [Uniform(low: 0, high: 0.9, Step = 0.3)] public double F { get; set; }
        """);

    [Theory]
    [InlineData("[Uniform(0, 1, Step = 2)] public double A { get; set; }")]
    [InlineData("[Uniform(0, 1, Step = 0.5)] public int A { get; set; }")]
    [InlineData("[Uniform(300, 400)] public byte A { get; set; }")]
    [InlineData("[Uniform(0, 1e39)] public float A { get; set; }")]
    public Task Bound_without_an_obvious_repair_is_left_alone(string member) => VerifyMembersAsync(new AdjustBoundCodeFix(), member, null);

    [Fact]
    public Task Default_is_adjusted_to_the_range_and_the_grid() => VerifyMembersAsync(
        new AdjustDefaultCodeFix(),
        """
        [Uniform(0, 1)] public double A { get; set; } = 1.5;
        [Uniform(0.5, 1)] public float B { get; set; } = -1;
        [Uniform(0, 0.25)] public decimal C { get; set; } = 2;
        [Uniform(16, 256, Step = 16)] public int D { get; set; } = 65;
        [Uniform(0, 1, Step = 0.1)] public double E { get; set; } = 0.27;
        [Uniform(1, 60)] public TimeSpan F { get; set; } = TimeSpan.FromMinutes(2);
        [LogUniform(1e-5, 1e-3)] public double G { get; set; } = 0;
        [Repeat(1, 3), Uniform(0, 1)] public double[] H { get; set; } = [0.5, 2];
        [Repeat(1, 3), LogUniform(0.5, 1)] public double[] I { get; set; } = [];
        [Repeat(2, 3), Uniform(0, 1)] public float[] J { get; set; } = new[] { 0.5f };
        [Repeat(2, 3), Choice("a", "b")] public ImmutableArray<string> K { get; set; } = ImmutableArray<string>.Empty;
        [Repeat(1, 3), Choice] public bool[] L { get; set; } = new bool[0];
        [Repeat(1, 3), Choice] public DayOfWeek[] M { get; set; } = Array.Empty<DayOfWeek>();
        [Repeat(1, 3)] public IReadOnlyList<Layer> N { get; set; } = [];
        [Repeat(1, 3), Uniform(1, 60)] public TimeSpan[] O { get; set; } = [];
        [SearchSpace] public partial record Layer([Uniform(1, 8)] int Units);
        """,
        """
        [Uniform(0, 1)] public double A { get; set; } = 1;
        [Uniform(0.5, 1)] public float B { get; set; } = 0.5f;
        [Uniform(0, 0.25)] public decimal C { get; set; } = 0.25m;
        [Uniform(16, 256, Step = 16)] public int D { get; set; } = 64;
        [Uniform(0, 1, Step = 0.1)] public double E { get; set; } = 0.3;
        [Uniform(1, 60)] public TimeSpan F { get; set; } = TimeSpan.FromSeconds(60);
        [LogUniform(1e-5, 1e-3)] public double G { get; set; } = 1E-05;
        [Repeat(1, 3), Uniform(0, 1)] public double[] H { get; set; } = [0.5, 1];
        [Repeat(1, 3), LogUniform(0.5, 1)] public double[] I { get; set; } = [0.5];
        [Repeat(2, 3), Uniform(0, 1)] public float[] J { get; set; } = [0.5f, 0f];
        [Repeat(2, 3), Choice("a", "b")] public ImmutableArray<string> K { get; set; } = ["a", "a"];
        [Repeat(1, 3), Choice] public bool[] L { get; set; } = [false];
        [Repeat(1, 3), Choice] public DayOfWeek[] M { get; set; } = [DayOfWeek.Sunday];
        [Repeat(1, 3)] public IReadOnlyList<Layer> N { get; set; } = [Layer.Space.Default];
        [Repeat(1, 3), Uniform(1, 60)] public TimeSpan[] O { get; set; } = [TimeSpan.FromSeconds(1)];
        [SearchSpace] public partial record Layer([Uniform(1, 8)] int Units);
        """);

    [Theory]
    [InlineData("[Choice(\"a\", \"b\")] public string A { get; set; } = \"c\";")]
    [InlineData("[Uniform(1, 60)] public TimeSpan A { get; set; } = new(1, 0, 0);")]
    [InlineData("[Uniform(0, 1)] public double A { get; set; } = double.NaN;")]
    public Task Default_without_an_obvious_repair_is_left_alone(string member) => VerifyMembersAsync(new AdjustDefaultCodeFix(), member, null);

    [Fact]
    public Task Duplicate_value_is_removed() => VerifyMembersAsync(
        new RemoveDuplicateChoiceCodeFix(),
        """
        [Choice("a", "b", "a", "b")] public string A { get; set; } = "a";
        [Choice(1, 1.0, 2, Name = "b")] public double B { get; set; } = 1;
        [Ordinal(new object[] { 1, 1, 1 })] public int C { get; set; } = 1;
        """,
        """
        [Choice("a", "b")] public string A { get; set; } = "a";
        [Choice(1, 2, Name = "b")] public double B { get; set; } = 1;
        [Ordinal(new object[] { 1 })] public int C { get; set; } = 1;
        """,
        "Remove the duplicate");

    [Fact]
    public Task Wide_uniform_range_becomes_logarithmic() => VerifyMembersAsync(
        new UseLogUniformCodeFix(),
        """
        [Uniform(1e-5, 1e-1, Name = "rate")] public double A { get; set; } = 1e-3;
        [HyperTune.Uniform(1, 1000)] public int B { get; set; }
        [global::HyperTune.UniformAttribute(1, 1000)] public int C { get; set; }
        """,
        """
        [LogUniform(1e-5, 1e-1, Name = "rate")] public double A { get; set; } = 1e-3;
        [HyperTune.LogUniform(1, 1000)] public int B { get; set; }
        [global::HyperTune.LogUniformAttribute(1, 1000)] public int C { get; set; }
        """,
        "Use [LogUniform]");

    private static Task VerifyMembersAsync(CodeFixProvider fix, string members, string? fixedMembers, string? title = null)
        => CodeFixTest.VerifyAsync(fix, Wrap(members), fixedMembers is null ? null : Wrap(fixedMembers), title);

    private static string Wrap(string members) => $"[SearchSpace]\npublic partial class Space\n{{\n{members}\n}}\n";
}
