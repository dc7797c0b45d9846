namespace HyperTune.Generators.Tests.Analyzers;

public sealed class MetricsTests
{
    [Fact]
    public Task Metrics_are_doubles_with_a_direction_or_limits() => AnalyzerTest.VerifyAsync("""
        [Metrics] public readonly partial record struct A([Maximize] double Accuracy, [Minimize] double LatencyMs, [AtMost(512)] double MemoryMb);
        [Metrics] public partial record struct B { [Maximize, AtLeast(0), AtMost(1)] public double X { get; set; } public string Note { get; set; } }
        [Metrics] public partial record struct C([Maximize] double X, [Minimize] int Y, [AtMost(1)] {|HT3011:double?|} Z, [Minimize] {|HT3011:string|} W, [AtMost(1)] {|HT3011:bool|} V);
        [Metrics] public partial record struct D([Maximize, {|HT3012:Minimize|}] double X, [Minimize, AtMost(1), {|HT3012:Maximize|}] double Y);
        [Metrics] public partial record struct E([Maximize] double X, [AtMost({|HT3013:double.NaN|})] double Y, [AtLeast({|HT3013:double.PositiveInfinity|})] double Z);
        [Metrics] public partial record struct F([Maximize, AtLeast({|HT3013:1|}), AtMost(1)] double X, [AtMost(0), AtLeast({|HT3013:1|})] double Y);
        [Metrics] public partial record struct {|HT3014:G|}([AtMost(1)] double X);
        [Metrics] public partial record struct {|HT3014:H|};
        [Metrics] public partial record struct I([Maximize] double X, [AtMost({|CS1503:"a"|})] double Y, [Minimize] {|CS0246:Missing|} Z);
        """);

    [Fact]
    public Task Type_is_a_partial_struct_that_can_be_named() => AnalyzerTest.VerifyAsync("""
        [Metrics] public record struct {|HT1001:A|}([Maximize] double X);
        public static class {|HT1002:Outer|} { [Metrics] public partial record struct In([Maximize] double X); }
        [Metrics] public partial record struct {|HT1003:B|}<T>([Maximize] double X);
        [Metrics] file partial record struct {|HT1003:C|}([Maximize] double X);
        [{|CS0592:Metrics|}] public partial record D([Maximize] double X);
        [Metrics] public partial struct E { [Maximize] public double X { get; set; } }
        """);

    [Fact]
    public Task Metrics_can_be_set_or_follow_from_others() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A { public A(double x) => X = x; [Maximize] public double {|HT3018:X|} { get; } }
        [Metrics] public partial record struct B([Maximize] double Accuracy) { [Minimize] public double Error => 1 - Accuracy; [AtMost(1)] public double Loss { get { return 1 / Accuracy; } } }
        [Metrics] public readonly partial struct C(double loss) { [Minimize] public double Loss => loss; [AtMost(3)] public int Size { get; init; } }
        [Metrics] public partial struct D { [Minimize] public double Loss { get; private set; } }
        """);

    [Fact]
    public Task Names_of_metrics_differ() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A(
            [Maximize] double X,
            [Minimize(Name = {|HT1009:"x"|})] double Y,
            [Minimize(Name = {|HT1008:"a.b"|})] double Z,
            [Minimize(Name = "w"), AtMost(1)] double W);
        """);

    [Fact]
    public Task Metric_attributes_elsewhere_are_reported() => AnalyzerTest.VerifyAsync("""
        public record struct A([{|HT1010:Maximize|}] double X, [Minimize] double Y);
        [SearchSpace] public partial record B([Uniform(0, 1)] double X) { [{|HT1010:Maximize|}] public double Y { get; init; } }
        [Metrics] public partial record struct C([Maximize] double X)
        {
            [{|HT1010:Minimize|}] public static double Y { get; set; }
            [{|HT1010:AtMost(1)|}] public double Z { set { } }
            [{|HT1010:AtMost(1)|}] public double this[int i] => i;
            public static void M([{|HT1010:AtMost(1)|}] double x) { }
        }
        [Metrics] public partial record struct D([Maximize] double X) { [{|HT1010:Uniform(0, 1)|}] public double Y { get; set; } }
        [Metrics] public partial struct E([{|HT1010:Minimize|}] double hidden) { [Maximize] public double X { get; set; } = hidden; }
        public interface F { [{|HT1010:Maximize|}] double X { get; } }
        """);
}
