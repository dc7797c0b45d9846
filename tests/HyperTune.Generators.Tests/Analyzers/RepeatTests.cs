namespace HyperTune.Generators.Tests.Analyzers;

public sealed class RepeatTests
{
    [Fact]
    public Task Lists_of_spaces_and_of_values_can_be_repeated() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record struct Layer([Uniform(1, 8)] int Units);
        [SearchSpace] public partial class A
        {
            [Repeat(1, 4)] public ImmutableArray<Layer> X1 { get; set; } = [new(1)];
            [Repeat(0, 2), Uniform(0, 1)] public IReadOnlyList<double> X2 { get; set; } = [];
            [Repeat(2, 2), Choice("a", "b")] public string[] X3 { get; set; } = ["a", "b"];
            [{|HT3007:Repeat(1, 4)|}, Uniform(0, 1)] public double X4 { get; set; }
            [{|HT3007:Repeat(1, 4)|}, Uniform(0, 1)] public HashSet<double> X5 { get; set; } = [];
            [Repeat(0, 4), Uniform(0, 1)] public List<double> X51 { get; set; } = [];
            [Repeat(0, 4)] public IList<Layer> X52 { get; set; } = [];
            public List<Layer> {|HT3017:X53|} { get; set; } = [];
            [{|HT3007:Repeat(1, 4)|}] public int[] X6 { get; set; } = [];
            [{|HT3007:Repeat(1, 4)|}] public Layer X7 { get; set; }
            [{|HT3007:Repeat(1, 4)|}, Uniform(0, 1)] public double[,] X8 { get; set; } = new double[1, 1];
            [Repeat(1, 4), Uniform(0, 1)] public {|HT1005:object[]|} X9 { get; set; } = [];
            [Uniform(0, 1)] public {|HT1005:double[]|} X10 { get; set; } = [];
            [Repeat(1, 4), Uniform({|HT2001:1|}, 0)] public double[] X11 { get; set; } = [];
            [Repeat(1, 4), {|HT2014:Uniform(0, 1)|}] public Layer[] X12 { get; set; } = [];
            [Repeat(1, 4)] public {|HT1005:Layer?[]|} X13 { get; set; } = [];
            public Layer[] {|HT3017:Untuned|} { get; set; } = [];
            public IReadOnlyList<Layer>? {|HT3017:AlsoUntuned|} { get; set; }
            public ImmutableArray<Layer> Computed => X1;
            public Layer[] Fixed { get; } = [];
            public double[] Weights { get; set; } = [];
        }
        """);

    [Fact]
    public Task Counts_are_in_order() => AnalyzerTest.VerifyMembersAsync("""
        [Repeat({|HT3008:-1|}, 4), Uniform(0, 1)] public double[] X1 { get; set; } = [];
        [Repeat(0, {|HT3008:0|}), Uniform(0, 1)] public double[] X2 { get; set; } = [];
        [Repeat({|HT3008:4|}, 3), Uniform(0, 1)] public double[] X3 { get; set; } = [];
        [Repeat(maximum: 3, minimum: {|HT3008:4|}), Uniform(0, 1)] public double[] X4 { get; set; } = [];
        [Repeat(1, {|HT3008:int.MaxValue|}), Uniform(0, 1)] public double[] X5 { get; set; } = [];
        [Repeat({|CS1503:"a"|}, 3), Uniform(0, 1)] public double[] X6 { get; set; } = [];
        [Repeat(3, 3), Uniform(0, 1)] public double[] X7 { get; set; } = [0, 0.5, 1];
        """);
}
