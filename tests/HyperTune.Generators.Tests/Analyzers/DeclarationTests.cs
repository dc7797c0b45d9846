namespace HyperTune.Generators.Tests.Analyzers;

public sealed class DeclarationTests
{
    [Fact]
    public Task Type_must_be_partial() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public class {|HT1001:A|} { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] internal sealed record {|HT1001:B|}([Uniform(0, 1)] double X);
        [SearchSpace] public record struct {|HT1001:@class|}([Uniform(0, 1)] double X);
        [SearchSpace] public partial struct D { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] public partial record E([Uniform(0, 1)] double X);
        [SearchSpace, Metrics] public record struct {|HT1001:Both|}([Maximize, Uniform(0, 1)] double X);
        public partial class F;
        [SearchSpace] public partial class F { [Uniform(0, 1)] public double X { get; set; } }
        public class {|CS0260:G|} { }
        [SearchSpace] public partial class G { [Uniform(0, 1)] public double X { get; set; } }
        """);

    [Fact]
    public Task Containers_must_be_partial() => AnalyzerTest.VerifyAsync("""
        public class {|HT1002:A|} { [SearchSpace] public partial record In([Uniform(0, 1)] double X); }
        public static class {|HT1002:B|} { public partial class Middle { [SearchSpace] public partial record In([Uniform(0, 1)] double X); } }
        public class {|HT1002:Twice|} { [SearchSpace, Metrics] public partial record struct In([Maximize, Uniform(0, 1)] double X); }
        public static class Unsupported { [SearchSpace] public partial record {|HT1003:In|}<T>([Uniform(0, 1)] double X); }
        public struct {|HT1002:Through|} { public partial interface Inner { [SearchSpace] public partial record In([Uniform(0, 1)] double X); } }
        public partial class C { public struct {|HT1002:Middle|} { [SearchSpace] public partial record In([Uniform(0, 1)] double X); } }
        public class {|HT1002:D|} { public class {|HT1002:Middle|} { [SearchSpace] public partial record In([Uniform(0, 1)] double X); } }
        public class {|HT1002:E|}
        {
            [SearchSpace] public partial record First([Uniform(0, 1)] double X);
            public partial class Middle { [SearchSpace] public partial record Second([Uniform(0, 1)] double X); }
        }
        [SearchSpace] public record {|HT1001:F|}([Uniform(0, 1)] double X) { [SearchSpace] public partial record In([Uniform(0, 1)] double X); }
        public partial class G { public partial record struct Middle { [SearchSpace] public partial class In { [Uniform(0, 1)] public double X { get; set; } } } }
        public partial interface H { [SearchSpace] public partial record In([Uniform(0, 1)] double X); }
        """);

    [Fact]
    public Task Type_must_have_instances_that_generated_code_can_name() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public static partial class {|HT1003:A|} { [Uniform(0, 1)] public static double X { get; set; } }
        [SearchSpace] public partial class {|HT1003:B|}<T> { [Uniform(0, 1)] public double X { get; set; } }
        public partial class C<T> { [SearchSpace] public partial record In([Uniform(0, 1)] double X); }
        [SearchSpace] file partial record {|HT1003:D|}([Uniform(0, 1)] double X);
        file partial class E { [SearchSpace] public partial record {|HT1003:In|}([Uniform(0, 1)] double X); }
        [SearchSpace] public ref partial struct {|HT1003:F|} { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] public partial record H { [Uniform(0, 1)] public double X { get; init; } }
        [SearchSpace] public partial record {|HT1003:I|} : H { [Uniform(0, 1)] public double Y { get; init; } }
        [{|CS0592:SearchSpace|}] public partial interface J { }
        [{|CS0592:SearchSpace|}] public enum K { }
        public abstract record L { public int Epochs { get; init; } = 3; }
        [SearchSpace] public sealed partial record M([Uniform(0, 1)] double X) : L;
        [SearchSpace] public readonly partial record struct N([Uniform(0, 1)] double X);
        """);

    [Fact]
    public Task Tuned_members_can_be_set_and_read() => AnalyzerTest.VerifyAsync("""
        public interface I { double Y { get; set; } }
        [SearchSpace] public partial record Nested([Uniform(0, 1)] double X);
        [SearchSpace] public partial class A : I
        {
            [Uniform(0, 1)] public double {|HT1004:X1|} { get; }
            [Uniform(0, 1)] public double {|HT1004:X2|} => 1;
            [Uniform(0, 1)] public double {|HT1004:X3|} { get { return 1; } }
            [Uniform(0, 1)] public double {|HT1004:X4|} { set { } }
            [{|HT1010:Uniform(0, 1)|}] double I.Y { get; set; }
            public Nested {|HT1004:X5|} { get; } = new(0.5);
            [Uniform(0, 1)] public double X6 { get; private set; }
            [Uniform(0, 1)] private double X7 { get; init; }
            [Uniform(0, 1)] public required double X8 { get; init; }
            [Uniform(0, 1)] protected internal virtual double X9 { get; set; }
            public Nested View => X10;
            public Nested OtherView { get { return X10; } }
            public Nested X10 { get; init; } = new(0.5);
            public static Nested Shared { get; } = new(0.5);
        }
        [SearchSpace] public partial class B([Uniform(0, 1)] double {|HT1004:hidden|}) { public double Twice => 2 * hidden; }
        [SearchSpace] public partial class C([Uniform(0, 1)] double rate) { public double Rate { get; } = rate; }
        """);

    [Fact]
    public Task Type_can_be_tuned() => AnalyzerTest.VerifyAsync("""
        public class Plain;
        [SearchSpace] public partial record struct Nested([Uniform(0, 1)] double X);
        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public {|HT1005:object|} X1 { get; set; } = 1;
            [Uniform(0, 1)] public {|HT1005:nuint|} X2 { get; set; }
            [Uniform(0, 1)] public {|HT1005:Int128?|} X3 { get; set; }
            [Uniform(0, 1)] public {|HT1005:System.Numerics.BigInteger|} X4 { get; set; }
            [Choice('a')] public {|HT1005:DateOnly|} X5 { get; set; }
            [Choice("a")] public {|HT1005:string[]|} X6 { get; set; } = [];
            [Choice("a")] public {|HT1005:Plain|} X7 { get; set; } = new();
            [Choice("a")] public {|HT1005:DateTime|} X8 { get; set; }
            [Uniform(0, 1)] public {|HT1005:System.Text.Rune|} X9 { get; set; }
            [Choice("a")] public {|HT1005:List<string>|} X10 { get; set; } = [];
            [Uniform({|CS0103:missing|}, 1)] public {|HT1005:dynamic|} X11 { get; set; } = 1;
            [Uniform(0, 1)] public {|CS0246:Missing|} X12 { get; set; }
            [Uniform(0, 1)] public {|HT1005:(double, double)|} X13 { get; set; }
            public Nested? X14 { get; set; }
            [Repeat(1, 2)] public {|HT1005:Nested?[]|} X16 { get; set; } = [new(0.5)];
            [Uniform(0, 1)] public double? X15 { get; set; }
        }
        [SearchSpace] public partial record B([Uniform(0, 1)] {|HT1005:nint|} X);
        """);

    [Fact]
    public Task Parameter_has_one_distribution() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record A
        {
            [Uniform(0, 1), {|HT1006:LogUniform(0.1, 1)|}] public double X1 { get; init; }
            [Uniform(1, 0)] [{|HT1006:Choice(1, 1)|}] public double X2 { get; init; }
            [Uniform(0, 1), {|HT1006:Normal(0, 1)|}, Choice(1)] public double X3 { get; init; }
            [Uniform(0, 1), {|CS0579:Uniform|}(0, 2)] public double X4 { get; init; }
        }
        [SearchSpace] public partial record B([Uniform(0, 1)][property: {|HT1006:Uniform(0, 1)|}] double X);
        [SearchSpace] public partial record C([Uniform(0, 1), {|HT1006:Normal(0, 1)|}] double X);
        """);

    [Fact]
    public Task Space_can_be_created_from_its_tuned_members() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class {|HT1007:A|} { public A(int x) { } [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] public partial record B([Uniform(0, 1)] double X, int {|HT1007:Epochs|});
        [SearchSpace] public partial class C { [Uniform(0, 1)] public double X { get; set; } public required int {|HT1007:Epochs|} { get; set; } }
        [SearchSpace] public partial class D { [Uniform(0, 1)] public double X { get; set; } public required int {|HT1007:Epochs|}; }
        public class Base { public required int Epochs { get; set; } }
        [SearchSpace] public partial class {|HT1007:E|} : Base { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] public partial record F([Uniform(0, 1)] double X, int Epochs = 10, params int[] Layers);
        [SearchSpace] public partial class G
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public G() { }
            [Uniform(0, 1)] public double X { get; set; }
            public required int Epochs { get; set; }
        }
        [SearchSpace] public partial class H { private H() { } [Uniform(0, 1)] public required double X { get; set; } public required F F { get; set; } }
        """);

    [Fact]
    public Task Name_is_part_of_a_path() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1, Name = {|HT1008:""|})] public double A { get; set; }
        [Uniform(0, 1, Name = {|HT1008:" "|})] public double B { get; set; }
        [Uniform(0, 1, Name = {|HT1008:"a.b"|})] public double C { get; set; }
        [Uniform(0, 1, Name = "learning rate \"η\" {0}")] public double D { get; set; }
        [Uniform(0, 1, Name = null)] public double E { get; set; }
        """);

    [Fact]
    public Task Case_of_an_optional_part_is_its_selector() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record Solver
        {
            [Uniform(0, 1, Name = "case")] public double Named { get; init; }
            public sealed record Direct : Solver;
        }
        [SearchSpace] public abstract partial record Other([Uniform(0, 1)] double X)
        {
            public string Case => "";
            public sealed record Direct(double X) : Other(X);
        }
        [SearchSpace] public partial record A(Solver? {|HT1009:Solver|}, Other? Other);
        [SearchSpace] public partial record B(Solver Solver);
        """);

    [Fact]
    public Task Names_differ_by_more_than_letter_case() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record In([Uniform(0, 1)] double X);
        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public double X1 { get; set; }
            [Uniform(0, 1, Name = {|HT1009:"X1"|})] public double X2 { get; set; }
            [Uniform(0, 1, Name = {|HT1009:"x1"|})] public double X3 { get; set; }
            [Uniform(0, 1)] public double {|HT1009:x1|} { get; set; }
            [Uniform(0, 1, Name = "Old")] public double X4 { get; set; }
            public In {|HT1009:Old|} { get; set; } = new(0.5);
            [Uniform(0, 1)] public double X5 { get; set; }
            [Uniform(0, 1)] public double {|CS0102:X5|} { get; set; }
            public double x4 { get; set; }
        }
        """);

    [Fact]
    public Task Space_without_parameters_is_a_warning() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class {|HT1011:A|} { public int Epochs { get; set; } }
        [SearchSpace] public partial record struct {|HT1011:B|}(int Epochs = 3);
        [SearchSpace] public partial class C { [{|HT1010:Uniform(0, 1)|}] public static double X { get; set; } }
        """);

    [Fact]
    public Task Space_does_not_contain_itself() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record A([Uniform(0, 1)] double X, A {|HT1012:Inner|});
        [SearchSpace] public partial record B([Uniform(0, 1)] double X, C {|HT1012:Inner|});
        [SearchSpace] public partial class C { public required D Inner { get; set; } }
        [SearchSpace] public partial record struct D(B Inner);
        [SearchSpace] public partial record E(A Inner, F Other);
        [SearchSpace] public partial record F([Uniform(0, 1)] double X) { public static F Shared { get; } = new(0.5); public F Self => this; public G G { get; init; } = new(0.5); }
        [SearchSpace] public partial record G([Uniform(0, 1)] double X);
        [SearchSpace] public partial struct H { [Uniform(0, 1)] public double X { get; set; } public H {|CS0523:Inner|} { get; set; } }
        [SearchSpace] public partial class I(I inner) { [Uniform(0, 1)] public double X { get; set; } public I {|HT1012:Inner|} => inner; }
        """);

    [Fact]
    public Task Warnings_can_be_suppressed_and_errors_that_leave_no_code_cannot() => AnalyzerTest.VerifyAsync("""
        #pragma warning disable HT1001, HT1011, HT2011
        [SearchSpace] public partial class A { }
        [SearchSpace] public class {|HT1001:B|} { [Uniform(0, 1)] public double X { get; set; } = {|HT2011:2|}; }
        #pragma warning restore
        [SearchSpace] public partial class {|HT1011:C|} { }
        [System.Diagnostics.CodeAnalysis.SuppressMessage("HyperTune.Declaration", "HT1011")]
        [SearchSpace] public partial class D { }
        """);
}
