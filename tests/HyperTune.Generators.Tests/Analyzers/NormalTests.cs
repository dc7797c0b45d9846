namespace HyperTune.Generators.Tests.Analyzers;

public sealed class NormalTests
{
    [Fact]
    public Task Standard_deviation_is_finite_and_above_zero() => AnalyzerTest.VerifyMembersAsync("""
        [Normal(0, {|HT2012:0|})] public double A { get; set; }
        [Normal(0, {|HT2012:-1|}, Low = 3, High = 2)] public double B { get; set; }
        [LogNormal(0, {|HT2012:double.NaN|})] public double C { get; set; }
        [LogNormal(logStandardDeviation: {|HT2012:double.PositiveInfinity|}, logMean: 0)] public double D { get; set; }
        [Normal(0, {|HT2012:0|})] public int E { get; set; }
        [Normal(0, 1e-9)] public double F { get; set; }
        """);

    [Fact]
    public Task Integer_needs_both_limits() => AnalyzerTest.VerifyMembersAsync("""
        [{|HT2013:Normal(0, 1)|}] public int A { get; set; }
        [{|HT2013:Normal(0, 1, Low = 0)|}] public long B { get; set; }
        [{|HT2013:Normal(0, 1, High = 0)|}] public short C { get; set; }
        [{|HT2013:LogNormal(0, 1, High = 10)|}] public byte D { get; set; }
        [{|HT2013:Normal(0, 1, Low = double.NegativeInfinity, High = 9)|}] public int E { get; set; }
        [Normal(0, 1, Low = -3, High = 3)] public int F { get; set; }
        [LogNormal(0, 1, Low = 1, High = 10)] public byte G { get; set; }
        """);

    [Fact]
    public Task Interval_needs_probability() => AnalyzerTest.VerifyMembersAsync("""
        [{|HT2015:Normal(0, 1, Low = 50)|}] public double A { get; set; }
        [{|HT2015:Normal(0, 1, High = -50)|}] public double B { get; set; }
        [{|HT2015:Normal(0, 0.01, Low = 1, High = 2)|}] public double C { get; set; }
        [{|HT2015:LogNormal(0, 1, Low = 1e20)|}] public double D { get; set; }
        [{|HT2015:Normal(0, 1, Low = 0, High = 1e-13)|}] public double E { get; set; }
        [{|HT2015:Normal(0, 0.1, Low = 10, High = 20)|}] public int F { get; set; }
        [Normal(0, 1, Low = 30)] public double G { get; set; }
        [Normal(0, 0.01, Low = 0, High = 10)] public int H { get; set; }
        [LogNormal(0, 1, Low = 1e-10, High = 1e10)] public double I { get; set; }
        """);
}
