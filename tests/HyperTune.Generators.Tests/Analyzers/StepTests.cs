namespace HyperTune.Generators.Tests.Analyzers;

public sealed class StepTests
{
    [Fact]
    public Task Step_must_be_finite_and_above_zero() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1, Step = {|HT2004:0|})] public double A { get; set; }
        [Uniform(0, 1, Step = {|HT2004:-0.1|})] public double B { get; set; }
        [Uniform(0, 1, Step = {|HT2004:double.NaN|})] public double C { get; set; }
        [Uniform(0, 1, Step = {|HT2004:double.PositiveInfinity|})] public double D { get; set; }
        [Uniform(0, 10, Step = {|HT2004:0|})] public int E { get; set; }
        [Uniform(0, 10, Step = {|HT2004:-0.5|})] public int F { get; set; }
        """);

    [Fact]
    public Task Step_too_small_to_tell_neighbours_apart_is_reported() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1, Step = {|HT2004:1e-17|})] public double A { get; set; }
        [Uniform(-1e300, 1e300, Step = {|HT2004:1|})] public double B { get; set; }
        [Uniform(100000000, 100000010, Step = {|HT2004:1|})] public float C { get; set; }
        [Uniform(16777216, 16777316, Step = {|HT2004:1|})] public float G { get; set; }
        [Uniform(16777216, 16777316, Step = 2)] public float H { get; set; }
        [Uniform(16777116, 16777216, Step = 1)] public float I { get; set; }
        [Uniform(9007199254740982, 9007199254740992, Step = 1)] public double J { get; set; }
        [Uniform(0, 1e-6, Step = {|HT2004:1e-8|})] public TimeSpan D { get; set; }
        [Uniform(0, 9007199254740992, Step = 1)] public long E { get; set; }
        [Uniform(0, 1, Step = 1e-12)] public double F { get; set; }
        """);

    [Fact]
    public Task Step_divides_the_range_in_decimal_arithmetic() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1, Step = {|HT2005:0.3|})] public double A { get; set; }
        [Uniform(16, 250, Step = {|HT2005:16|})] public int B { get; set; }
        [Uniform(0, 1, Step = {|HT2005:2|})] public double C { get; set; }
        [Uniform(0, 10, Step = {|HT2005:20|})] public int D { get; set; }
        [Uniform(0, 1000000.0005, Step = {|HT2005:0.001|})] public double E { get; set; }
        [Uniform(0, 60, Step = {|HT2005:7|})] public TimeSpan F { get; set; }
        [Uniform(0, 1, Step = 0.1)] public double G { get; set; }
        [Uniform(0.1, 0.7, Step = 0.1)] public double H { get; set; }
        [Uniform(0.1, 0.3, Step = 0.1)] public float I { get; set; }
        [Uniform(0, 1, Step = 1.0 / 3)] public double J { get; set; }
        [Uniform(-1.5, 1.5, Step = 0.05)] public decimal K { get; set; }
        [Uniform(16, 256, Step = 16)] public int L { get; set; }
        [Uniform(1e-5, 1e-3, Step = 1e-5)] public double M { get; set; }
        [Uniform(0, 1000000, Step = 0.001)] public double N { get; set; }
        [Uniform(0, 1, Step = 1)] public double O { get; set; }
        """);

    [Fact]
    public Task Step_is_not_looked_at_where_the_bounds_are_wrong() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2001:1|}, 0, Step = 0.3)] public double A { get; set; }
        [Uniform(0, {|HT2009:9.5|}, Step = 2)] public int B { get; set; }
        """);
}
