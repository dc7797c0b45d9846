namespace HyperTune.Generators.Tests.Analyzers;

public sealed class RecordsTests
{
    [Fact]
    public Task Records_are_single_values() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A([Maximize] double X, [Record] double B, [Record] ulong? C, [Record] decimal D, [Record] System.Half? E, [Record] bool F, [Record] System.DayOfWeek? G, [Record] string? H, [Record] System.TimeSpan I);
        [Metrics] public partial record struct B([Maximize] double X, [Record] {|HT3019:object|} Y, [Record] {|HT3019:double[]|} Z, [Record] {|HT3019:char|} W, [Record] {|HT3019:System.DateTime?|} V);
        [Metrics] public partial record struct C { [Maximize] public double X { get; set; } [Record] public {|HT3019:nint|} Y { get; set; } [Record] public {|CS0246:Missing|} Z { get; set; } }
        [SearchSpace] public partial record D([Uniform(0, 1)] double X);
        [Metrics] public partial record struct E([Maximize] double X, [Record] {|HT3019:D|} Y);
        """);

    [Fact]
    public Task A_record_is_no_metric() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A([Maximize, {|HT3020:Record|}] double X, [{|HT3020:Record|}, AtMost(3)] int Y, [property: {|HT3020:Record|}, AtLeast(1)] double Z);
        [Metrics] public partial record struct B([Minimize, {|HT3020:Record(Name = "x")|}] {|HT3011:string|} X, [Record] string Y);
        [Metrics] public partial record struct {|HT3014:C|}([Record] double X);
        """);

    [Fact]
    public Task Records_can_be_set_or_follow_from_others() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A { public A(double x) => X = x; [Maximize] public double Y { get; init; } [Record] public double {|HT3018:X|} { get; } }
        [Metrics] public partial record struct B([Maximize] double Accuracy) { [Record] public double Error => 1 - Accuracy; [Record] public string Word { get { return $"{Accuracy}"; } } }
        """);

    [Fact]
    public Task Names_of_records_differ_from_those_of_metrics() => AnalyzerTest.VerifyAsync("""
        [Metrics] public partial record struct A(
            [Record(Name = {|HT1009:"y"|})] double X,
            [Maximize] double Y,
            [Record(Name = {|HT1008:"a.b"|})] double Z,
            [Record(Name = "Z2")] double W,
            [Record] double {|HT1009:Z2|});
        """);

    [Fact]
    public Task Records_elsewhere_are_reported() => AnalyzerTest.VerifyAsync("""
        public record struct A([{|HT1010:Record|}] double X);
        [SearchSpace] public partial record B([Uniform(0, 1)] double X) { [{|HT1010:Record|}] public double Y { get; init; } }
        [Metrics] public partial record struct C([Maximize] double X)
        {
            [{|HT1010:Record|}] public static double Y { get; set; }
            [{|HT1010:Record|}] public double Z { set { } }
            [{|HT1010:Record|}] public double this[int i] => i;
        }
        [Metrics] public partial struct E([{|HT1010:Record|}] double hidden) { [Maximize] public double X { get; set; } = hidden; }
        """);
}
