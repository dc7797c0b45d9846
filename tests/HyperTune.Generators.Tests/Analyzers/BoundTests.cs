namespace HyperTune.Generators.Tests.Analyzers;

public sealed class BoundTests
{
    [Fact]
    public Task Other_is_a_range_of_the_same_type() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record Part([Uniform(0, 1)] double X);
        [SearchSpace] public partial class Config
        {
            [Uniform(1, 9)] public int Whole { get; set; } = 9;
            [Uniform(1, 9)] public double Real { get; set; } = 9;
            [Uniform(1, 9)] public float Single { get; set; } = 9;
            [Uniform(1, 9)] public TimeSpan Time { get; set; } = TimeSpan.FromSeconds(9);
            [Normal(5, 1, Low = 1, High = 9)] public double Bell { get; set; } = 5;
            [Choice(1, 2)] public int Listed { get; set; } = 1;
            [Repeat(1, 2), Uniform(1, 9)] public int[] List { get; set; } = [1];
            [Permutation(3)] public int[] Order { get; set; } = [0, 1, 2];
            public Part Part { get; set; } = new(0);
            public int Untuned { get; set; }
            [Uniform(1, 9), NotAbove(nameof(Whole))] public int X1 { get; set; } = 1;
            [Uniform(1, 9), NotAbove(nameof(Real))] public long X2 { get; set; } = 1;
            [LogUniform(1, 9), NotAbove(nameof(Whole))] public double X3 { get; set; } = 1;
            [Uniform(1, 9), NotBelow(nameof(Bell))] public double X4 { get; set; } = 9;
            [Uniform(1, 9), NotBelow(nameof(Time))] public TimeSpan X5 { get; set; } = TimeSpan.FromSeconds(9);
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Single)|})] public double X6 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Time)|})] public double X7 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Real)|})] public decimal X8 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Listed)|})] public int X9 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(List)|})] public int X10 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Order)|})] public int X11 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Part)|})] public int X12 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3021:nameof(Untuned)|})] public int X13 { get; set; } = 1;
            [Uniform(1, 9), NotBelow(parameter: {|HT3021:"Missing"|})] public int X14 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3022:nameof(X15)|})] public int X15 { get; set; } = 1;
        }
        """);

    [Fact]
    public Task Range_has_one_end_that_depends_on_another_value() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class Config
        {
            [Uniform(1, 9)] public int A { get; set; } = 5;
            [Uniform(1, 9)] public int B { get; set; } = 5;
            [Uniform(1, 9), NotAbove(nameof(A)), {|HT3023:NotBelow(nameof(B))|}] public int X1 { get; set; } = 5;
            [Choice(1, 2), {|HT3023:NotAbove(nameof(A))|}] public int X2 { get; set; } = 1;
            [Normal(5, 1, Low = 1, High = 9), {|HT3023:NotAbove(nameof(A))|}] public int X3 { get; set; } = 1;
            [Repeat(1, 2), Uniform(1, 9), {|HT3023:NotAbove(nameof(A))|}] public int[] X4 { get; set; } = [1];
            [{|HT1010:NotAbove(nameof(A))|}] public int X5 { get; set; }
            [Uniform(1, 9), {|HT3023:NotAbove(null!)|}] public int X6 { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|CS1503:3|})] public int X7 { get; set; } = 1;
            [Permutation(3), {|HT3023:NotBelow(nameof(A))|}] public int[] X8 { get; set; } = [0, 1, 2];
        }
        """);

    [Fact]
    public Task No_circle_leads_back() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class Config
        {
            [Uniform(1, 9), NotAbove(nameof(B))] public int A { get; set; } = 1;
            [Uniform(1, 9), NotAbove(nameof(C))] public int B { get; set; } = 1;
            [Uniform(1, 9)] public int C { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3022:nameof(E)|})] public int D { get; set; } = 1;
            [Uniform(1, 9), NotBelow(nameof(D))] public int E { get; set; } = 9;
            [When(nameof(G), Low = 5), Uniform(1, 9)] public int F { get; set; } = 1;
            [Uniform(1, 9), NotAbove({|HT3022:nameof(F)|})] public int G { get; set; } = 1;
            [When(nameof(C), Low = 5), Uniform(1, 9), NotAbove(nameof(C))] public int H { get; set; } = 1;
        }
        """);

    [Fact]
    public Task Something_is_left_whatever_the_other_is() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class Config
        {
            [Uniform(0, 9)] public int FromZero { get; set; } = 5;
            [Uniform(1, 20)] public int ToTwenty { get; set; } = 5;
            [Normal(0, 1)] public double Open { get; set; }
            [Uniform(1, 9), NotAbove({|HT3024:nameof(FromZero)|})] public int X1 { get; set; } = 1;
            [Uniform(1, 9), NotBelow(nameof(FromZero))] public int X2 { get; set; } = 9;
            [Uniform(1, 9), NotAbove(nameof(ToTwenty))] public int X3 { get; set; } = 1;
            [Uniform(1, 9), NotBelow({|HT3024:nameof(ToTwenty)|})] public int X4 { get; set; } = 9;
            [Uniform(0, 1), NotAbove({|HT3024:nameof(Open)|})] public double X5 { get; set; } = 0;
            [Uniform({|HT2001:9|}, 1), NotAbove(nameof(ToTwenty))] public int X6 { get; set; } = 1;
        }
        """);

    [Fact]
    public Task Default_is_on_the_right_side_of_the_others() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class Config
        {
            [Uniform(1, 9)] public int Five { get; set; } = 5;
            [Uniform(1, 9)] public int Middle { get; set; }
            [Uniform(0, 9)] public int Zero { get; set; }
            [LogUniform(1, 100)] public double Ten { get; set; }
            [Uniform(1, 9), NotAbove(nameof(Five))] public int X1 { get; set; } = 5;
            [Uniform(1, 9), NotAbove(nameof(Five))] public int X2 { get; set; } = {|HT2011:6|};
            [Uniform(1, 9), NotBelow(nameof(Five))] public int X3 { get; set; } = {|HT2011:4|};
            [Uniform(1, 9), NotAbove(nameof(Middle))] public int X4 { get; set; } = {|HT2011:6|};
            [Uniform(0, 9), NotAbove(nameof(Zero))] public int X5 { get; set; } = {|HT2011:1|};
            [Uniform(1, 99), NotAbove(nameof(Ten))] public int X6 { get; set; } = {|HT2011:11|};
            [Uniform(1, 9), NotAbove(nameof(Five))] public int X7 { get; set; }
            [Uniform(1, 9), NotBelow(nameof(X3))] public int X8 { get; set; } = 4;
            [Uniform(0.05, 1), NotAbove(nameof(Wait))] public TimeSpan X9 { get; set; } = {|HT2011:TimeSpan.FromSeconds(0.75)|};
            [Uniform(0.5, 1)] public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(0.5);
        }
        """);

    [Fact]
    public Task Cases_bound_their_own_members() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record Union
        {
            [Uniform(1, 9)] public int Shared { get; init; } = 5;
            public sealed record First : Union { [Uniform(1, 9)] public int A { get; init; } = 5; [Uniform(1, 9), NotAbove(nameof(A))] public int B { get; init; } = 1; }
            public sealed record Second : Union { [Uniform(1, 9), NotAbove({|HT3021:nameof(Shared)|})] public int B { get; init; } = 1; }
        }
        """);
}
