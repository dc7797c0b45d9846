using HyperTune.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperTune.Generators.Tests.CodeFixes;

/// <summary>What an editor offers where a study found something out.</summary>
public sealed class StudyHintCodeFixTests
{
    [Theory]
    [InlineData("[LogUniform(1e-4, /* most */ 1e-1)] public double A { get; set; } = 1e-2;", "upper", "1", "[LogUniform(1e-4, /* most */ 1)] public double A { get; set; } = 1e-2;")]
    [InlineData("[LogUniform(high: 10, low: 1)] public int A { get; set; } = 2;", "upper", "20", "[LogUniform(high: 20, low: 1)] public int A { get; set; } = 2;")]
    [InlineData("[Uniform(16, 256, Step = 16)] public int A { get; set; } = 16;", "lower", "0", "[Uniform(0, 256, Step = 16)] public int A { get; set; } = 16;")]
    [InlineData("[Normal(0, 1, Low = -2, High = 2)] public float A { get; set; }", "upper", "4", "[Normal(0, 1, Low = -2, High = 4)] public float A { get; set; }")]
    public Task A_bound_is_widened(string member, string end, string wider, string expected)
        => VerifyAsync(new WidenBoundCodeFix(), member, expected, [$"bound|A|{end}|{wider}|there"], $"Widen the range to {wider}");

    [Fact]
    public Task A_list_gets_longer() => VerifyAsync(
        new WidenBoundCodeFix(),
        "[Repeat(1, 2), Uniform(0, 1)] public double[] A { get; set; } = [0.5];",
        "[Repeat(1, 3), Uniform(0, 1)] public double[] A { get; set; } = [0.5];",
        ["bound|A.Count|upper|3|there"]);

    [Theory]
    [InlineData("[Uniform(0, 200)] public byte A { get; set; }", "upper", "300")]
    [InlineData("[Uniform(0, 1, Step = 0.25)] public double A { get; set; }", "upper", "1.3")]
    [InlineData("[LogUniform(1e-3, 1)] public double A { get; set; } = 0.5;", "lower", "-1")]
    [InlineData("[Uniform(0, 10)] public int A { get; set; }", "upper", "10.5")]
    [InlineData("[Uniform(0, 10)] public int A { get; set; }", "upper", "9")]
    public Task A_bound_that_would_not_compile_is_not_offered(string member, string end, string wider)
        => VerifyAsync(new WidenBoundCodeFix(), member, null, [$"bound|A|{end}|{wider}|there"]);

    [Theory]
    [InlineData("[Uniform(0, 1)] public double A { get; set; } = 0.5;", "0.25", "public double A { get; set; } = 0.25;")]
    [InlineData("[Uniform(0, 1)] public double A { get; set; }", "0.25", "public double A { get; set; } = 0.25;")]
    [InlineData("[Obsolete, Uniform(1, 9)] public int A { get; set; } = 2;", "7", "[Obsolete] public int A { get; set; } = 7;")]
    [InlineData("[Choice(\"x\", \"y\\\"\")] public string A { get; set; } = \"x\";", "1", "public string A { get; set; } = \"y\\\"\";")]
    [InlineData("[Choice] public Color A { get; set; }", "2", "public Color A { get; set; } = Color.Blue;")]
    [InlineData("[Choice] public bool A { get; set; }", "1", "public bool A { get; set; } = true;")]
    [InlineData("[Uniform(0, 60)] public TimeSpan A { get; set; } = TimeSpan.FromSeconds(5);", "7.5", "public TimeSpan A { get; set; } = TimeSpan.FromSeconds(7.5);")]
    [InlineData("[Ordinal(1f, 2.5f)] public float A { get; set; } = 1f;", "1", "public float A { get; set; } = 2.5f;")]
    public Task A_parameter_is_fixed(string member, string value, string expected)
        => VerifyAsync(new FixParameterCodeFix(), member, expected, [$"fixed|A|{value}|idle"], "Fix the parameter at the best value");

    [Theory]
    [InlineData("[Uniform(0, 1)] public double A { get; set; } [NotAbove(nameof(A)), Uniform(0, 1)] public double B { get; set; }", "0.5")]
    [InlineData("[Choice] public bool C { get; set; } [When(nameof(C), true), Uniform(0, 1)] public double A { get; set; }", "0.5")]
    [InlineData("[Repeat(1, 2), Uniform(0, 1)] public double[] A { get; set; } = [0.5];", "0.5")]
    [InlineData("[Uniform(0, 1)] public double A { get; set; }", "2")]
    [InlineData("[Uniform(0, 60)] public TimeSpan A { get; set; }", "5")]
    [InlineData("[Choice(\"x\", \"y\")] public string A { get; set; } = \"x\";", "2")]
    public Task What_has_no_plain_value_is_not_fixed(string member, string value)
        => VerifyAsync(new FixParameterCodeFix(), member, null, member.Contains("Repeat", StringComparison.Ordinal) ? [$"fixed|A[0]|{value}|idle", $"fixed|A[1]|{value}|idle"] : [$"fixed|A|{value}|idle"]);

    [Fact]
    public Task A_positional_parameter_gets_a_default_where_the_language_allows_it() => VerifyWholeAsync(
        new FixParameterCodeFix(),
        "[SearchSpace] public partial record Config([Uniform(0, 1)] double A, [Uniform(1, 9)] int B, [Choice] bool C = false);\n",
        "[SearchSpace] public partial record Config([Uniform(0, 1)] double A, int B = 7, [Choice] bool C = false);\n",
        "fixed|B|7|idle");

    [Fact]
    public Task A_positional_parameter_before_others_is_not_fixed() => VerifyWholeAsync(
        new FixParameterCodeFix(), "[SearchSpace] public partial record Config([Uniform(0, 1)] double A, [Uniform(1, 9)] int B);\n", null, "fixed|A|0.5|idle");

    [Fact]
    public Task The_last_parameter_is_not_taken_away() => VerifyWholeAsync(
        new FixParameterCodeFix(), "[SearchSpace] public partial record Config { [Uniform(0, 1)] public double A { get; init; } }\n", null, "fixed|A|0.5|idle");

    [Fact]
    public Task The_best_values_become_initializers() => VerifyWholeAsync(
        new UseBestValuesCodeFix(),
        """
        [SearchSpace]
        public partial record Config([Uniform(1, 9)] int P = 1)
        {
            [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-2;    // as published
            [Choice("x", "y")] public string Kind { get; init; } = "x";
            [Uniform(0, 1)] public double Free { get; init; }
            [Uniform(0, 1)] public required double Needed { get; init; }
            [Choice] public Color Same { get; init; } = Color.Green;
            public Part Part { get; init; } = new();
        }
        [SearchSpace] public partial record Part { [Uniform(0, 1)] public double X { get; init; } }
        public enum Color { Red, Green }

        """,
        """
        [SearchSpace]
        public partial record Config([Uniform(1, 9)] int P = 3)
        {
            [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 0.02;    // as published
            [Choice("x", "y")] public string Kind { get; init; } = "y";
            [Uniform(0, 1)] public double Free { get; init; } = 0.75;
            [Uniform(0, 1)] public required double Needed { get; init; }
            [Choice] public Color Same { get; init; } = Color.Green;
            public Part Part { get; init; } = new();
        }
        [SearchSpace] public partial record Part { [Uniform(0, 1)] public double X { get; init; } }
        public enum Color { Red, Green }

        """,
        "default|better", "value|P|3", "value|Rate|0.02", "value|Kind|1", "value|Free|0.75", "value|Needed|0.5", "value|Same|1", "value|Part.X|0.5");

    private static Task VerifyAsync(CodeFixProvider fix, string member, string? expected, string[] hints, string? title = null)
    {
        string code = Space(member);
        return CodeFixTest.VerifyAsync(fix, code, expected is null ? null : Space(expected), title, [TestDigest.Of(code, "Space", hints)]);
    }

    private static Task VerifyWholeAsync(CodeFixProvider fix, string code, string? expected, params string[] hints)
        => CodeFixTest.VerifyAsync(fix, code, expected, title: null, [TestDigest.Of(code, "Config", hints)]);

    private static string Space(string member)
        => $"public enum Color {{ Red, Green, Blue }}\n[SearchSpace]\npublic partial class Space\n{{\n[Uniform(0, 1)] public double Sound {{ get; set; }}\n{member}\n}}\n";
}
