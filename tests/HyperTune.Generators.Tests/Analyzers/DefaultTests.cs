namespace HyperTune.Generators.Tests.Analyzers;

public sealed class DefaultTests
{
    [Fact]
    public Task Elements_of_a_list_lie_in_the_range() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record Layer([Uniform(0, 1)] double X);
        [SearchSpace] public partial class Space
        {
            [Repeat(1, 2), Uniform(16, 64, Step = 16)] public int[] X1 { get; set; } = [16, {|HT2011:24|}];
            [Repeat(1, 2), Uniform(0, 1)] public double[] X2 { get; set; } = {|HT2011:[0.1, 0.2, 0.3]|};
            [Repeat(2, 3), Uniform(0, 1)] public IReadOnlyList<double> X3 { get; set; } = {|HT2011:new[] { 0.5 }|};
            [Repeat(1, 2), Choice("a", "b")] public ImmutableArray<string> X4 { get; set; } = ["a", {|HT2011:"c"|}];
            [Repeat(2, 3)] public ImmutableArray<Layer> X5 { get; set; } = {|HT2011:[new(0.5)]|};
            [Repeat(2, 3)] public ImmutableArray<Layer> X6 { get; set; } = [new(0.5), new(0.25)];
            [Repeat(1, 2), Uniform(-1, 1)] public float[] X7 { get; set; } = [-0.5f, {|HT2011:-2|}];
            [Repeat(1, 2), Uniform(-1, 1)] public double[] X8 { get; set; } = {|HT2011:[]|};
            [Repeat(0, 2), Uniform(-1, 1)] public double[] X11 { get; set; } = [];
            [Repeat(1, 2)] public Layer[] X12 { get; set; } = {|HT2011:new Layer[0]|};
            [Repeat(1, 2)] public Layer[] X13 { get; set; } = {|HT2011:Array.Empty<Layer>()|};
            [Repeat(1, 2)] public ImmutableArray<Layer> X14 { get; set; } = {|HT2011:ImmutableArray<Layer>.Empty|};
            [Repeat(1, 2)] public Layer[] X15 { get; set; } = null!;
            [Repeat(1, 2), Uniform(-1, 1)] public double[] X16 { get; set; } = new double[2];
            [Repeat(1, 2), Uniform(-1, 1)] public double[] X17 { get; set; } = {|HT2011:new double[3]|};
            [Repeat(1, 2), Uniform(-1, 1)] public double[] X9 { get; set; } = [.. Many];
            [Repeat(1, 2), Uniform(-1, 1)] public double?[] X10 { get; set; } = [Many[0]];
            private static readonly double[] Many = [1, 2, 3];
        }
        """);

    [Fact]
    public Task Default_lies_in_the_range() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1)] public double A { get; set; } = {|HT2011:1.5|};
        [LogUniform(1e-4, 1e-1)] public double B { get; set; } = {|HT2011:1|};
        [Uniform(0, 8)] public int C { get; set; } = {|HT2011:-1|};
        [Normal(0, 1, Low = -2)] public double D { get; set; } = {|HT2011:-3|};
        [LogNormal(0, 1)] public double E { get; set; } = {|HT2011:-3.5|};
        [Uniform(0, 1)] public decimal F { get; set; } = {|HT2011:1.5m|};
        [Uniform(0, 1)] public float G { get; set; } = {|HT2011:1.5f|};
        [Uniform(0, 1)] public double H { get; set; } = {|HT2011:double.NaN|};
        [Uniform(1, 2)] public double? I { get; set; } = {|HT2011:0|};
        [Uniform(0, 1)] public double J { get; set; } = {|HT2011:Two|}; private const double Two = 2;
        [Uniform(0.1, 0.7)] public float K { get; set; } = 0.7f;
        [Uniform(0.1, 0.7)] public float L { get; set; } = 0.1f;
        [Uniform(1, 2)] public double M { get; set; }
        [Uniform(1, 2)] public double? N { get; set; } = null;
        [Uniform(1, 2)] public double O { get; set; } = Compute(); private static double Compute() => 7;
        [Uniform(0, 200)] public int P { get; set; } = 'a';
        [Uniform(0, 1)] public double Q { get; set; } = 1;
        """);

    [Fact]
    public Task Default_lies_on_the_grid() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(16, 256, Step = 16)] public int A { get; set; } = {|HT2011:65|};
        [Uniform(0, 1, Step = 0.1)] public double B { get; set; } = {|HT2011:0.25|};
        [Uniform(0, 1, Step = 0.1)] public float C { get; set; } = {|HT2011:0.25f|};
        [Uniform(0, 1, Step = 0.1)] public double D { get; set; } = 0.3;
        [Uniform(0, 1, Step = 0.1)] public float E { get; set; } = 0.7f;
        [Uniform(16777216, 16777316, Step = 2)] public float H { get; set; } = 16777218;
        [Uniform(0, 16000000, Step = 4)] public float I { get; set; } = {|HT2011:15999998|};
        [Uniform(0, 1, Step = 0.1)] public decimal F { get; set; } = 0.3m;
        [Uniform(16, 256, Step = 16)] public int G { get; set; } = 64;
        """);

    [Fact]
    public Task Default_is_among_the_values() => AnalyzerTest.VerifyMembersAsync("""
        [Choice("relu", "tanh")] public string A { get; set; } = {|HT2011:"sigmoid"|};
        [Choice(Color.Red)] public Color B { get; set; } = {|HT2011:Color.Blue|};
        [Choice] public Color C { get; set; } = {|HT2011:(Color)7|};
        [Choice(true)] public bool D { get; set; } = {|HT2011:false|};
        [Ordinal(1, 2, 4)] public int E { get; set; } = {|HT2011:3|};
        [Choice(0.1, 0.2)] public double F { get; set; } = {|HT2011:0.3|};
        [Choice("a")] public string G { get; set; } = null!;
        [Choice("a")] public string? H { get; set; } = null;
        [Choice] public Color I { get; set; } = Color.Blue;
        [Choice] public bool J { get; set; } = true;
        [Choice(1, 2)] public double K { get; set; } = 2;
        [Choice(0.1, 0.2)] public decimal L { get; set; } = 0.1m;
        """);

    [Fact]
    public Task Default_of_a_positional_parameter_is_checked() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record struct A([Uniform(0, 1)] double X = {|HT2011:2|}, [Choice("a")] string Y = {|HT2011:"b"|}, [Uniform(0, 1)] double Z = 0.5);
        [SearchSpace] public partial record B([property: Uniform(1, 2)] double X = {|HT2011:default|}, [Choice] DayOfWeek Y = DayOfWeek.Friday);
        """);

    [Fact]
    public Task Default_of_a_time_span_is_checked_in_seconds() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(1, 60)] public TimeSpan A { get; set; } = {|HT2011:TimeSpan.FromSeconds(90)|};
        [Uniform(1, 60)] public TimeSpan B { get; set; } = {|HT2011:TimeSpan.Zero|};
        [Uniform(1, 60)] public TimeSpan C { get; set; } = {|HT2011:TimeSpan.FromMinutes(2)|};
        [Uniform(1, 60)] public TimeSpan D { get; set; } = {|HT2011:TimeSpan.FromMilliseconds(1.5)|};
        [Uniform(1, 60)] public TimeSpan E { get; set; } = {|HT2011:new(0, 2, 0)|};
        [Uniform(1, 60)] public TimeSpan F { get; set; } = {|HT2011:new TimeSpan(1, 0, 0, 0)|};
        [Choice(1, 5)] public TimeSpan G { get; set; } = {|HT2011:TimeSpan.FromSeconds(2)|};
        [Uniform(1, 60)] public TimeSpan H { get; set; } = {|HT2011:new(10_000)|};
        [Uniform(1, 60)] public TimeSpan I { get; set; } = TimeSpan.FromMinutes(0.5);
        [Uniform(1, 60)] public TimeSpan J { get; set; } = TimeSpan.FromSeconds(5) * 2;
        [Choice(1, 5)] public TimeSpan K { get; set; } = TimeSpan.FromMilliseconds(5000);
        [Uniform(1, 60)] public TimeSpan? L { get; set; } = TimeSpan.FromTicks(20_000_000);
        [Uniform(1, 60)] public TimeSpan M { get; set; } = {|HT2011:TimeSpan.FromMinutes(1, 30)|};
        """);

    [Fact]
    public Task Default_is_not_looked_at_where_the_range_is_wrong() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2001:1|}, 0)] public double A { get; set; } = 5;
        [Choice("a", {|HT2007:"a"|})] public string B { get; set; } = "b";
        [{|HT2014:Uniform(0, 1)|}] public string C { get; set; } = "b";
        """);
}
