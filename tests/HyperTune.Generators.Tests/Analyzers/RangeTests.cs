namespace HyperTune.Generators.Tests.Analyzers;

public sealed class RangeTests
{
    [Fact]
    public Task Low_not_below_high_is_reported_on_the_low_bound() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2001:1|}, 0)] public double A { get; set; }
        [Uniform({|HT2001:1|}, 1)] public double B { get; set; }
        [LogUniform({|HT2001:1|}, 0.1)] public float C { get; set; }
        [Uniform(high: 1, low: {|HT2001:2|})] public int D { get; set; }
        [Normal(0, 1, Low = {|HT2001:3|}, High = 2)] public double E { get; set; }
        [Normal(0, 1, High = 2, Low = {|HT2001:2|})] public int F { get; set; }
        [LogNormal(0, 1, High = {|HT2001:-1|})] public double G { get; set; }
        [Uniform({|HT2001:60|}, 30)] public TimeSpan H { get; set; }
        [Uniform({|HT2001:1 + 1|}, 2 - 1)] public decimal I { get; set; }
        [Uniform(-1, -0.5)] public double J { get; set; }
        [Uniform(0, double.Epsilon)] public double K { get; set; }
        [Uniform(int.MinValue, int.MaxValue)] public int L { get; set; }
        [Normal(0, 1, Low = -2)] public double M { get; set; }
        """);

    [Fact]
    public Task Logarithmic_range_starts_above_zero() => AnalyzerTest.VerifyMembersAsync("""
        [LogUniform({|HT2002:0|}, 1)] public double A { get; set; }
        [LogUniform({|HT2002:-1|}, 1)] public double B { get; set; }
        [LogUniform({|HT2002:-1|}, -2)] public double C { get; set; }
        [LogUniform({|HT2002:0|}, 0)] public double D { get; set; }
        [LogUniform({|HT2002:0|}, 100)] public int E { get; set; }
        [LogUniform({|HT2002:1e-50|}, 1)] public float F { get; set; }
        [LogUniform({|HT2002:1e-9|}, 1)] public TimeSpan G { get; set; }
        [LogNormal(0, 1, Low = {|HT2002:-1|})] public double H { get; set; }
        [LogNormal(0, 1, Low = {|HT2002:0|}, High = 10)] public int I { get; set; }
        [LogUniform(1, 100)] public int J { get; set; }
        [LogUniform(1e-300, 1e300)] public double K { get; set; }
        [LogNormal(0, 1, Low = 0)] public double L { get; set; }
        """);

    [Fact]
    public Task Numbers_must_be_finite() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2003:double.NaN|}, 1)] public double A { get; set; }
        [Uniform(0, {|HT2003:double.PositiveInfinity|})] public double B { get; set; }
        [LogUniform({|HT2003:double.NegativeInfinity|}, 1)] public double C { get; set; }
        [Normal({|HT2003:double.NaN|}, 1)] public double D { get; set; }
        [Normal(0, 1, Low = {|HT2003:double.NaN|})] public double E { get; set; }
        [Normal(0, 1, Low = {|HT2003:double.PositiveInfinity|})] public double F { get; set; }
        [Normal(0, 1, High = {|HT2003:double.NegativeInfinity|})] public double G { get; set; }
        [LogNormal({|HT2003:double.PositiveInfinity|}, 1)] public double H { get; set; }
        [Choice(1, {|HT2003:double.NaN|})] public double I { get; set; }
        [Ordinal({|HT2003:float.PositiveInfinity|}, 1)] public float J { get; set; }
        [Uniform({|HT2003:double.NaN|}, double.NaN)] public int K { get; set; }
        [Normal(0, 1, Low = double.NegativeInfinity, High = double.PositiveInfinity)] public double L { get; set; }
        """);

    [Fact]
    public Task Integers_take_whole_bounds() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2009:0.5|}, 8)] public int A { get; set; }
        [Uniform(0, {|HT2009:8.5|})] public long B { get; set; }
        [Uniform({|HT2009:0.1|}, 0.9)] public short C { get; set; }
        [LogUniform({|HT2009:0.5|}, 8)] public byte D { get; set; }
        [Normal(0.5, 1, Low = {|HT2009:-1.5|}, High = 8)] public int E { get; set; }
        [Uniform(0, 8, Step = {|HT2009:0.5|})] public int F { get; set; }
        [Uniform(1e0, 8.0)] public int G { get; set; }
        [Normal(0.5, 1.5, Low = -1, High = 8)] public int H { get; set; }
        """);

    [Fact]
    public Task Bounds_fit_into_the_type() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2010:-1|}, 255)] public byte A { get; set; }
        [Uniform(0, {|HT2010:256|})] public byte B { get; set; }
        [Uniform(0, {|HT2010:40000|})] public short C { get; set; }
        [Uniform(0, {|HT2010:3e9|})] public int D { get; set; }
        [Uniform(0, {|HT2010:long.MaxValue|})] public long E { get; set; }
        [Uniform(0, {|HT2010:1e39|})] public float F { get; set; }
        [Uniform(0, {|HT2010:1e29|})] public decimal G { get; set; }
        [Uniform(0, {|HT2010:1e12|})] public TimeSpan H { get; set; }
        [Normal(0, 1, Low = {|HT2010:-40000|}, High = 0)] public short I { get; set; }
        [{|HT2010:Normal(1e38, 1e38)|}] public float J { get; set; }
        [{|HT2010:LogNormal(30, 1)|}] public TimeSpan K { get; set; }
        [{|HT2010:LogNormal(1000, 1)|}] public double L { get; set; }
        [Uniform(0, 255)] public byte M { get; set; }
        [Uniform(-9007199254740992, 9007199254740992)] public long N { get; set; }
        [Uniform(-1e28, 1e28)] public decimal O { get; set; }
        [LogNormal(0, 1)] public TimeSpan P { get; set; }
        [LogNormal(30, 1, High = 1e9)] public TimeSpan Q { get; set; }
        """);

    [Fact]
    public Task Uniform_range_over_three_decades_is_a_warning() => AnalyzerTest.VerifyMembersAsync("""
        [{|HT2016:Uniform(1e-5, 1e-1)|}] public double A { get; set; } = 1e-3;
        [{|HT2016:Uniform(0.001, 1)|}] public float B { get; set; }
        [{|HT2016:Uniform(1, 1000)|}] public int C { get; set; }
        [{|HT2016:HyperTune.Uniform(low: 0.01, high: 3600)|}] public TimeSpan D { get; set; }
        [Uniform(0, 1)] public double E { get; set; }
        [Uniform(-1, 1000)] public double F { get; set; }
        [Uniform(1, 999)] public int G { get; set; }
        [Uniform(1, 1001, Step = 10)] public int H { get; set; }
        [LogUniform(1e-5, 1e-1)] public double I { get; set; }
        [Uniform(0.001, 1)] public double J { get; set; } = {|HT2011:2|};
        """);
}
