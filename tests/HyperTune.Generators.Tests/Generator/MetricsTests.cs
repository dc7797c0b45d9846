using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Tests;

/// <summary>Sets of metrics.</summary>
public sealed class MetricsTests
{
    private const string Source = """
        using HyperTune;
        namespace App;

        /// <summary>What a config is worth.</summary>
        /// <param name="Accuracy">On the validation set</param>
        /// <param name="LatencyMs">Of a request.</param>
        /// <param name="MemoryMb">At its peak.</param>
        [Metrics]
        public readonly partial record struct Score([Maximize] double Accuracy, [Minimize(Name = "latency"), AtMost(20)] double LatencyMs, [AtMost(512), AtLeast(-1.5)] double MemoryMb)
        {
            /// <summary>Not a metric.</summary>
            public string Note { get; init; } = "";
        }
        """;

    private const string Look = """

        public static class Look
        {
            public static MetricsDescriptor Of => Describe<Score>();
            public static string Typed => Score.Metrics.LatencyMs.ToString();
            public static double[] Encode() { var values = new double[3]; Score.Metrics.Encode(new Score(1, 2, 3), values); return values; }
            private static MetricsDescriptor<T> Describe<T>() where T : struct, IMetrics<T> => T.Metrics;
        }
        """;

    [Fact]
    public void Descriptor_says_names_directions_and_limits()
    {
        using CompiledSpaces compiled = CompiledSpaces.Of(Source + Look);
        var metrics = (MetricsDescriptor)compiled.Assembly.GetType("App.Look")!.GetProperty("Of")!.GetValue(null)!;
        Assert.Equal("Score", metrics.Name);
        Assert.Equal(
            ["Accuracy: maximize", "latency: minimize, at most 20", "MemoryMb: at least -1.5, at most 512"],
            metrics.All.Select(static metric => metric.ToString()));
        Assert.Equal(["Accuracy", "latency"], metrics.Objectives.Select(static metric => metric.Name));
        Assert.Equal(["latency", "MemoryMb"], metrics.Limits.Select(static metric => metric.Name));
        Assert.Equal((5.0 / 20) + (88.0 / 512), metrics.Violation([0, 25, 600]), 1e-15);
        Assert.Equal(2, metrics.Violation([0, 0, -4.5]));
        Assert.Equal(0, metrics.Violation([double.NaN, 20, -1.5]));
        Assert.Equal(double.PositiveInfinity, metrics.Violation([0, double.NaN, 0]));
    }

    [Fact]
    public void Values_are_encoded_in_order()
    {
        using CompiledSpaces compiled = CompiledSpaces.Of(Source + Look);
        Type look = compiled.Assembly.GetType("App.Look")!;
        Assert.Equal(new double[] { 1, 2, 3 }, look.GetMethod("Encode")!.Invoke(null, null));
        Assert.Equal("latency: minimize, at most 20", look.GetProperty("Typed")!.GetValue(null));
    }

    [Fact]
    public void Snapshot_shows_metrics() => Snapshot.Verify(GeneratorRun.Of(Source), this);

    [Theory]
    [InlineData("[Metrics] public partial struct Score { [Minimize] public double Metrics { get; set; } }")]
    [InlineData("[Metrics] internal partial record struct Score([Minimize] double All, [Maximize] double @class, [AtMost(3)] double MetricsDescriptor);")]
    [InlineData("public partial class Outer<T> { [Metrics] private partial record struct Score { [property: Minimize] public double Metrics2 { get; init; } [AtMost(1), Minimize] private double X { get; init; } } }")]
    [InlineData("[Metrics, SearchSpace] public partial record struct Score([Minimize] double Loss, [Uniform(0, 1)] double X);")]
    public void Unusual_declarations_compile(string source) => Assert.NotEmpty(GeneratorRun.Of("using HyperTune;\n" + source).Result.GeneratedSources);

    [Fact]
    public void Stub_has_the_same_members()
    {
        GeneratorRun run = GeneratorRun.Of(Source);
        MetricsModel model = run.Result.TrackedSteps[TrackingNames.Metrics].SelectMany(static step => step.Outputs).Select(static output => (MetricsModel)output.Value).Single();
        var stubbed = run.Input.AddSyntaxTrees(TestCompilation.Parse(MetricsEmitter.Emit(model with { Fault = new FaultModel("HT0000", "Nothing", "Nowhere") }), "Stub.cs"));
        Assert.Empty(stubbed.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Assert.Equal(MembersOf(run.Output), MembersOf(stubbed));
    }

    [Theory]
    [InlineData("[Metrics] public partial record struct Score([Minimize] string Loss);")]
    [InlineData("[Metrics] public partial record struct Score([AtMost(1)] double Loss);")]
    [InlineData("[Metrics] public partial record struct Score([Minimize, Maximize] double Loss);")]
    public void Declaration_with_a_mistake_compiles_with_its_uses(string source)
        => Assert.Contains(
            StubSection.Throw,
            GeneratorRun.Of("using HyperTune;\n" + source, "public static class Use { public static string Name => Score.Metrics.Loss.Name; }").Text,
            StringComparison.Ordinal);

    private static IEnumerable<string> MembersOf(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation)
        => compilation.GetTypeByMetadataName("App.Score")!.GetTypeMembers("MetricsDescriptor").Single().GetMembers()
            .Where(static member => !member.IsImplicitlyDeclared && member.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public)
            .Select(static member => member.ToDisplayString())
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Metrics_of_other_types_become_numbers()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [Metrics] public partial record struct Score([Minimize] System.TimeSpan A, [Maximize] int B, [AtMost(512)] decimal C, [AtLeast(0.5)] System.Half D, [Minimize] ulong E, [AtMost(1)] float F);
            public static class Look
            {
                public static object Back => Score.Metrics.Decode([0.25, -3, 0.5, 0.75, 7, 0.25]);
                public static object Unknown => Score.Metrics.Decode([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN]);
                public static double[] Values
                {
                    get
                    {
                        double[] values = new double[6];
                        Score.Metrics.Encode(new Score(System.TimeSpan.FromMilliseconds(250), -3, 0.5m, (System.Half)0.75f, 7, 0.25f), values);
                        return values;
                    }
                }
            }
            """);
        Type look = spaces.Assembly.GetType("Look")!;
        Assert.Equal([0.25, -3, 0.5, 0.75, 7, 0.25], (double[])look.GetProperty("Values")!.GetValue(null)!);
        Assert.Equal("Score { A = 00:00:00.2500000, B = -3, C = 0.5, D = 0.75, E = 7, F = 0.25 }", look.GetProperty("Back")!.GetValue(null)!.ToString());
        Assert.Equal("Score { A = 00:00:00, B = 0, C = 0, D = NaN, E = 0, F = NaN }", look.GetProperty("Unknown")!.GetValue(null)!.ToString());
    }

    [Theory]
    [InlineData("public readonly partial record struct Score([Minimize] double Loss, string Note, int Count = 3);", "Score { Loss = 0.5, Note = , Count = 0 }")]
    [InlineData("public partial record struct Score { [Minimize] public required double Loss { get; init; } public required string Note { get; init; } }", "Score { Loss = 0.5, Note =  }")]
    [InlineData("public partial record struct Score([Minimize] double Loss) { [Maximize] public double Gain => -Loss; }", "Score { Loss = 0.5, Gain = -0.5 }")]
    [InlineData("public readonly partial struct Score(double loss) { [Minimize] public double Loss => loss; public override string ToString() => $\"{Loss}\"; }", "0.5")]
    [InlineData("public partial record struct Score { [Minimize] public double @class { get; private set; } }", "Score { class = 0.5 }")]
    public void Outcomes_are_made_of_their_values(string declaration, string expected)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [Metrics] " + declaration + " public static class Look { public static object Back => Score.Metrics.Decode([0.5, -0.5]); }");
        Assert.Equal(expected, spaces.Assembly.GetType("Look")!.GetProperty("Back")!.GetValue(null)!.ToString());
    }
}
