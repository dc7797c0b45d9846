using HyperTune.Generators.Analyzers;
using HyperTune.Generators.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>What studies found out shows where it is declared, and nowhere else.</summary>
public sealed class StudyHintTests
{
    private const string Bound = "bound|Rate|upper|1|The best 10 of 100 trials lie there.";

    [Fact]
    public Task A_bound_that_binds_is_marked() => VerifyAsync(
        """
        [SearchSpace] public partial record Config
        {
            [LogUniform(1e-4, {|HT4011:1e-1|})] public double Rate { get; init; } = 1e-2;
            [Uniform({|HT4011:16|}, 256, Step = 16)] public int Units { get; init; } = 64;
            [Normal(0, 1, High = {|HT4011:2|}, Low = -1)] public double Bias { get; init; }
            [Uniform(0, 1)] public double Other { get; init; }
        }
        """,
        "Config", Bound, "bound|Units|lower|8|low", "bound|Bias|upper|3|high");

    [Fact]
    public Task A_parameter_without_effect_is_marked_whole() => VerifyAsync(
        """
        [SearchSpace] public partial record Config([{|HT4012:Uniform(0, 1)|}] double A, [Choice("x", "y")] string B = "x")
        {
            [{|HT4012:Choice|}] public bool C { get; init; }
        }
        """,
        "Config", "fixed|A|0.5|idle", "fixed|C|1|idle");

    [Fact]
    public Task Initializers_that_are_worse_are_marked_at_the_type_unless_they_are_the_best() => VerifyAsync(
        """
        [SearchSpace] public partial record {|HT4013:Config|}
        {
            [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-2;
            [Choice("x", "y")] public string B { get; init; } = "y";
        }
        [SearchSpace] public partial record Same
        {
            [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 0.02;
            [Choice("x", "y")] public string B { get; init; } = "y";
        }
        """,
        ["Config", "Same"], "default|better", "value|Rate|0.02", "value|B|1");

    [Fact]
    public Task Parameters_of_parts_are_marked_in_the_type_that_declares_them() => VerifyAsync(
        """
        [SearchSpace] public partial record Config
        {
            public Optimizer Optimizer { get; init; } = new Optimizer.Adam(1e-3);
            [Repeat(1, {|HT4011:4|})] public ImmutableArray<Layer> Hidden { get; init; } = [new Layer(64, 0.1)];
            [Repeat({|HT4011:2|}, 3), Uniform(0, {|HT4011:9|})] public int[] Sizes { get; init; } = [1, 2];
        }
        [SearchSpace] public abstract partial record Optimizer
        {
            public sealed record Sgd([LogUniform(1e-3, 1)] double Rate) : Optimizer;
            public sealed record Adam([LogUniform(1e-5, {|HT4011:1e-1|})] double Rate, [Uniform(0.8, 0.999)] double Beta1 = 0.9) : Optimizer;
        }
        [SearchSpace] public partial record struct Layer([Uniform(16, {|HT4011:256|}, Step = 16)] int Units, [{|HT4012:Uniform(0, 0.5)|}] double Dropout);
        """,
        "Config",
        "bound|Optimizer.Adam.Rate|upper|1|there", "bound|Hidden.Count|upper|6|there", "bound|Sizes.Count|lower|1|there", "bound|Sizes[1]|upper|14|there",
        "bound|Hidden[0].Units|upper|384|there", "bound|Hidden[1].Units|upper|384|again", "fixed|Hidden[0].Dropout|0.1|idle");

    [Fact]
    public Task What_is_used_in_two_places_is_without_effect_in_both_or_in_none() => VerifyAsync(
        """
        [SearchSpace] public partial record Config { public Part A { get; init; } = new(); public Part B { get; init; } = new(); }
        [SearchSpace] public partial record Part
        {
            [Uniform(0, 1)] public double X { get; init; }
            [{|HT4012:Uniform(0, 1)|}] public double Y { get; init; }
        }
        """,
        "Config", "fixed|A.X|0.5|idle", "fixed|A.Y|0.5|idle", "fixed|B.Y|0.5|idle");

    [Fact]
    public async Task A_study_of_an_earlier_space_says_so_once_and_nothing_else()
    {
        const string before = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        const string after = "[SearchSpace] public partial record {|HT4014:Config|} { [LogUniform(1e-4, 1)] public double Rate { get; init; } = 0.5; }";
        await AnalyzerTest.VerifyAsync(after, TestDigest.Of(before, "Config", Bound, "fixed|Rate|0.1|idle", "default|better", "value|Rate|0.1"));
    }

    [Fact]
    public async Task Defaults_names_of_properties_and_order_do_not_make_a_study_old()
    {
        const string before = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } [Choice] public bool B { get; init; } }";
        const string after = "[SearchSpace] public partial record Config { [Choice] public bool B { get; init; } = true; [LogUniform(1e-4, {|HT4011:0.1|}, Name = \"Rate\")] public double Speed { get; init; } = 0.05; }";
        await AnalyzerTest.VerifyAsync(after, TestDigest.Of(before, "Config", Bound));
    }

    [Fact]
    public async Task Of_several_studies_the_first_one_speaks_about_the_same_thing()
    {
        const string markup = "namespace App { [SearchSpace] public partial record Config { [LogUniform({|HT4011:1e-4|}, {|HT4011:1e-1|})] public double Rate { get; init; } } }";
        TestDigest first = TestDigest.Of(markup, "App.Config", Bound);
        TestDigest second = TestDigest.Of(markup, "App.Config", Bound, "bound|Rate|lower|1e-5|low");
        await AnalyzerTest.VerifyAsync(markup, first, second);
    }

    [Fact]
    public async Task Files_of_others_and_types_that_are_gone_say_nothing()
    {
        const string code = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        string whole = TestDigest.Of(code, "Config", Bound).GetText().ToString();
        await AnalyzerTest.VerifyAsync(code, new TestDigest(whole, "digest.txt"));
        await AnalyzerTest.VerifyAsync(code, new TestDigest(TestDigest.Whole("study|s|Gone|0123456789abcdef|9", Bound)));
        await AnalyzerTest.VerifyAsync(code, new TestDigest(TestDigest.Whole("study|s|System.String|0123456789abcdef|9", Bound)));
        await AnalyzerTest.VerifyAsync(code, TestDigest.Of(code, "Config", "bound|Gone|upper|1|there", "fixed||1|idle", "bound|Rate.Count|lower|1|there"));
    }

    // A wrong space stays the compiler's business.
    [Fact]
    public async Task A_type_that_is_not_in_order_gets_no_hint()
    {
        const string before = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        await AnalyzerTest.VerifyAsync("[SearchSpace] public partial record Config { [LogUniform({|HT2001:1|}, 1e-1)] public double Rate { get; init; } }", TestDigest.Of(before, "Config", Bound));
    }

    [Fact]
    public async Task Every_beginning_and_every_damage_of_a_digest_is_read_without_a_fault()
    {
        const string code = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        string whole = TestDigest.Of(code, "Config", Bound, "fixed|Rate|0.1|idle", "default|better", "value|Rate|0.1").GetText().ToString();
        Compilation compilation = AnalyzerTest.Generate(AnalyzerTest.Compile(code));
        for (int length = 0; length < whole.Length - 1; length++)
        {
            Assert.Empty(DigestReader.Read(new TestDigest(whole[..length]).GetText()));
        }

        foreach (string damaged in Damages(whole))
        {
            Assert.True((await AllAnalyzers.RunAsync(compilation, new TestDigest(damaged))).Length <= 3);
        }

        static IEnumerable<string> Damages(string whole)
        {
            for (int at = 0; at < whole.Length; at += 3)
            {
                foreach (string piece in new[] { "\t", "\\", "\0", "\ud800", "\u202e", "NaN", "1e999", "\n" })
                {
                    yield return whole[..at] + piece + whole[(at + 1)..];
                }
            }

            yield return whole + whole;
            yield return new string('\t', 1 << 16);
            yield return TestDigest.Whole("study|s|Config|f|1", Enumerable.Repeat("value|Rate|1", 1000));
        }
    }

    [Fact]
    public async Task A_message_is_one_short_line_whatever_the_digest_says()
    {
        const string code = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        TestDigest digest = TestDigest.Of(code, "Config", $"bound|Rate|upper|1|{{0}} \\n \u202e {new string('x', 5000)}");
        Diagnostic diagnostic = Assert.Single(await AnalyzerTest.DiagnoseAsync(AnalyzerTest.Compile(code), digest));
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith("Study 's': {0}", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 500);
        Assert.DoesNotContain(message, static c => char.IsControl(c) || c == '\u202e');
    }

    [Fact]
    public async Task A_digest_is_read_once_for_all_keystrokes_and_only_named_types_are_looked_at()
    {
        const string code = "[SearchSpace] public partial record Config { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        TestDigest digest = TestDigest.Of(code, "Config", Bound);
        CSharpCompilation compilation = AnalyzerTest.Compile(code);
        int before = StudyHintAnalyzer.Digests.ReadCount;
        for (int keystroke = 0; keystroke < 20; keystroke++)
        {
            CSharpCompilation edited = compilation.AddSyntaxTrees(TestCompilation.Parse($"class Elsewhere {{ int F() => {keystroke}; }}", "Elsewhere.cs"));
            Assert.Single(await AllAnalyzers.RunAsync(edited, digest), static diagnostic => diagnostic.Id == "HT4011");
        }

        // Other tests read theirs at the same time.
        int mine = 0;
        var memory = new DigestMemory();
        for (int i = 0; i < 20; i++)
        {
            mine += memory.Read([digest], CancellationToken.None).Length;
        }

        Assert.Equal((20, 1), (mine, memory.ReadCount));
        Assert.True(StudyHintAnalyzer.Digests.ReadCount > before);
    }

    [Fact]
    public async Task A_hint_shows_while_the_file_that_declares_it_is_analyzed()
    {
        const string config = "[SearchSpace] public partial record Config { public Part Part { get; init; } = new(); }";
        const string part = "[SearchSpace] public partial record Part { [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } }";
        TestDigest digest = TestDigest.Of(config + part, "Config", "bound|Part.Rate|upper|1|there");
        CSharpCompilation compilation = TestCompilation.Create(config, part).AddSyntaxTrees(TestCompilation.Parse(AnalyzerTest.Usings, "Usings.cs"));
        Assert.Empty(await AllAnalyzers.RunAsync(compilation, compilation.SyntaxTrees[0], digest));
        Assert.Single(await AllAnalyzers.RunAsync(compilation, compilation.SyntaxTrees[1], digest));
    }

    private static Task VerifyAsync(string markup, string type, params string[] hints) => AnalyzerTest.VerifyAsync(markup, TestDigest.Of(markup, type, hints));

    private static Task VerifyAsync(string markup, string[] types, params string[] hints)
        => AnalyzerTest.VerifyAsync(markup, [.. types.Select(type => TestDigest.Of(markup, type, hints))]);
}
