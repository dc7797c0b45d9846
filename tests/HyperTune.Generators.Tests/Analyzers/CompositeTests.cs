namespace HyperTune.Generators.Tests.Analyzers;

public sealed class CompositeTests
{
    private const string Enums = """
        [Flags] public enum Parts { None = 0, A = 1, B = 2, C = 4, D = 8, AB = 3, Alias = 1, All = 15 }
        [Flags] public enum Last { Top = 1 << 31, Bottom = 1 }
        [Flags] public enum Hole { A = 1, BC = 6 }
        [Flags] public enum Nothing { None = 0 }
        [Flags] public enum Alike { a = 1, A = 2 }
        public enum Plain { X, Y, Z, Again = 0 }
        public enum One { X }
        public enum PlainAlike { x, X }

        """;

    [Fact]
    public Task Subsets_are_of_flags() => Verify("""
        [Subset] public Parts X1 { get; set; }
        [Subset] public Parts X2 { get; set; } = Parts.A | Parts.D;
        [Subset] public Last X3 { get; set; } = Last.Top;
        [{|HT2014:Subset|}] public Plain X4 { get; set; }
        [{|HT2014:Subset|}] public Hole X5 { get; set; }
        [{|HT2014:Subset|}] public Nothing X6 { get; set; }
        [{|HT2014:Subset|}] public Alike X7 { get; set; }
        [{|HT2014:Subset|}] public Parts? X8 { get; set; }
        [{|HT2014:Subset|}] public int X9 { get; set; }
        [{|HT2014:Subset|}] public Parts[] X10 { get; set; } = [];
        [Repeat(1, 2), {|HT2014:Subset|}] public Parts[] X11 { get; set; } = [];
        [Choice, {|HT1006:Subset|}] public Parts X12 { get; set; }
        [Subset] public {|CS0246:Missing|} X13 { get; set; }
        [{|HT2014:Subset|}] public string X14 { get; set; } = "";
        """);

    [Fact]
    public Task Least_is_at_most_half_of_the_members() => Verify("""
        [Subset(Least = 0)] public Parts X1 { get; set; }
        [Subset(Least = 2)] public Parts X2 { get; set; } = Parts.AB;
        [Subset(Least = {|HT2018:3|})] public Parts X3 { get; set; }
        [Subset(Least = {|HT2018:-1|})] public Parts X4 { get; set; }
        [Subset(Name = "x5", Least = {|HT2018:9|})] public Parts X5 { get; set; }
        [Subset(Least = 2)] public Parts X6 { get; set; } = {|HT2011:Parts.A|};
        [Subset(Least = 2)] public Parts X7 { get; set; }
        [Subset] public Parts X8 { get; set; } = {|HT2011:(Parts)16|};
        """);

    [Fact]
    public Task Orders_are_of_numbers_or_of_an_enum() => Verify("""
        [Permutation(2)] public ImmutableArray<int> X1 { get; set; }
        [Permutation(1000)] public List<int> X2 { get; set; } = null!;
        [Permutation(3)] public IReadOnlyList<int> X3 { get; set; } = [2, 0, 1];
        [Permutation] public IList<Plain> X4 { get; set; } = [Plain.Z, Plain.X, Plain.Y];
        [Permutation({|HT2018:1|})] public int[] X5 { get; set; } = [0];
        [Permutation(length: {|HT2018:1001|})] public int[] X6 { get; set; } = [0];
        [{|HT2018:Permutation|}] public int[] X7 { get; set; } = [0];
        [Permutation({|HT2018:3|})] public Plain[] X8 { get; set; } = [];
        [{|HT2014:Permutation|}] public One[] X9 { get; set; } = [];
        [{|HT2014:Permutation|}] public PlainAlike[] X10 { get; set; } = [];
        [{|HT2014:Permutation(3)|}] public double[] X11 { get; set; } = [];
        [{|HT2014:Permutation(3)|}] public long[] X12 { get; set; } = [];
        [{|HT2014:Permutation(3)|}] public int?[] X13 { get; set; } = [];
        [{|HT2014:Permutation(3)|}] public int X14 { get; set; }
        [{|HT2014:Permutation(3)|}] public HashSet<int> X15 { get; set; } = [];
        [Permutation({|CS1503:"a"|})] public int[] X16 { get; set; } = [];
        [Permutation(3)] public int[] X17 { get; set; } = {|HT2011:[0, 1]|};
        [Permutation(3)] public int[] X18 { get; set; } = {|HT2011:[0, 1, 1]|};
        [Permutation(3)] public int[] X19 { get; set; } = {|HT2011:[0, 1, 3]|};
        [Permutation(3)] public int[] X20 { get; set; } = {|HT2011:[X14s, 1]|};
        [Permutation(3)] public int[] X21 { get; set; } = [X14s, 1, 2];
        [Repeat(3, 3), {|HT2014:Permutation(3)|}] public int[] X22 { get; set; } = [];
        private const int X14s = 0;
        """);

    [Fact]
    public Task Shares_are_doubles_that_sum_to_one() => Verify("""
        [Proportions(2)] public ImmutableArray<double> X1 { get; set; }
        [Proportions(3)] public double[] X2 { get; set; } = [0.2, 0.3, 0.5];
        [Proportions(3)] public double[] X3 { get; set; } = [1, 0, 0];
        [Proportions(3)] public double[] X4 { get; set; } = {|HT2011:[0.2, 0.3, 0.4]|};
        [Proportions(3)] public double[] X5 { get; set; } = {|HT2011:[1.5, -0.5, 0]|};
        [Proportions(3)] public double[] X6 { get; set; } = {|HT2011:[0.5, 0.5]|};
        [Proportions(3)] public double[] X7 { get; set; } = {|HT2011:[]|};
        [Proportions({|HT2018:1|})] public double[] X8 { get; set; } = [];
        [Proportions({|HT2018:0|})] public double[] X9 { get; set; } = [];
        [Proportions(count: {|HT2018:1001|})] public double[] X10 { get; set; } = [];
        [{|HT2014:Proportions(3)|}] public float[] X11 { get; set; } = [];
        [{|HT2014:Proportions(3)|}] public double X12 { get; set; }
        [{|HT2014:Proportions(3)|}] public double?[] X13 { get; set; } = [];
        """);

    [Fact]
    public Task They_may_be_conditional_and_decide_about_nothing() => Verify("""
        [Choice] public bool More { get; set; }
        [When(nameof(More), true), Subset] public Parts X1 { get; set; }
        [When(nameof(More), true), Permutation(3)] public int[] X2 { get; set; } = null!;
        [When(nameof(More), true), Proportions(3)] public double[] X3 { get; set; } = null!;
        [When({|HT3001:nameof(X1)|}, Parts.A), Choice] public bool X4 { get; set; }
        [When({|HT3001:nameof(X2)|}, 1), Choice] public bool X5 { get; set; }
        [When({|HT3001:nameof(X3)|}, Low = 1), Choice] public bool X6 { get; set; }
        """);

    [Fact]
    public Task Grid_over_an_order_needs_points_and_one_over_subsets_none() => AnalyzerTest.VerifyAsync(Enums + """
        [SearchSpace] public partial record Ordered([Permutation(3)] int[] Order);
        [SearchSpace] public partial record Chosen([Subset] Parts Parts);
        public static class Program
        {
            public static Study<Ordered> A => Study.Minimize<Ordered>(new StudyOptions { Strategy = {|HT4001:Strategy.Grid()|} });
            public static Study<Chosen> B => Study.Minimize<Chosen>(new StudyOptions { Strategy = Strategy.Grid() });
        }
        """);

    private static Task Verify(string members) => AnalyzerTest.VerifyAsync(Enums + $"[SearchSpace] public partial class Config\n{{\n{members}\n}}\n");
}
