namespace HyperTune.Generators.Tests.Analyzers;

public sealed class UnionTests
{
    [Fact]
    public Task Closed_hierarchy_is_a_space() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record Optimizer
        {
            public sealed partial record Sgd([LogUniform(1e-3, 1)] double Rate, [Uniform(0, 0.99)] double Momentum) : Optimizer;
            public abstract partial record Adaptive : Optimizer
            {
                public sealed partial record Adam([LogUniform(1e-5, 1e-1)] double Rate) : Adaptive;
                public sealed partial record RmsProp : Adaptive;
            }
            public sealed partial record None : Optimizer;
            private static int Count => 3;
        }
        """);

    [Fact]
    public Task Abstract_space_has_cases() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record {|HT3006:A|};
        [SearchSpace] public abstract partial class {|HT3006:B|} { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace] public abstract partial record {|HT3006:C|} { public sealed record Other([property: Obsolete] int X); }
        [SearchSpace] public abstract partial record D
        {
            public sealed record Case([Uniform(0, 1)] double X) : D;
            public abstract record {|HT3006:Empty|} : D;
        }
        [SearchSpace] public abstract partial record {|HT3006:E|};
        public sealed record F(double X) : E;
        """);

    [Fact]
    public Task Cases_are_sealed_and_inside() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            public sealed record Good([Uniform(0, 1)] double X) : A;
            public record {|HT3005:Open|}([Uniform(0, 1)] double X) : A;
            public sealed record {|HT1003:Generic|}<T>([Uniform(0, 1)] double X) : A;
            [SearchSpace] public sealed partial record {|HT1003:Marked|}([Uniform(0, 1)] double X) : A;
        }
        public sealed record {|HT3005:Outside|}(double X) : A;
        public sealed record {|HT3005:Annotated|}([Uniform(0, 1)] double X) : A { [Choice] public bool Y { get; init; } }
        [SearchSpace] public partial record {|HT1003:MarkedOutside|}([Uniform(0, 1)] double X) : A;
        """);

    [Fact]
    public Task Members_of_cases_are_checked_like_others() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            [Uniform({|HT2001:1|}, 0)] public double Shared { get; init; }
            public sealed record First([Uniform(0, {|HT2010:256|})] byte X) : A { [Choice] public bool {|HT1004:Y|} { get; } }
            public sealed record Second([Uniform(0, 1)] double X, int {|HT1007:Y|}) : A;
            public sealed record Third([Uniform(0, 1)] double {|HT1009:shared|}) : A;
            public sealed record Fourth([When({|HT3001:"Missing"|}, 1), Uniform(0, 1)] double X) : A;
            public sealed record Fifth : A { [Choice] public bool X { get; init; } [Constraint] private static bool {|HT3009:Fits|}<T>(Fifth f) => f.X; }
        }
        """);

    [Fact]
    public Task Case_depends_on_its_own_members_only() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            [Choice] public bool Flag { get; init; }
            public sealed record First([property: When({|HT3001:nameof(Flag)|}, true)][Uniform(0, 1)] double X = 0) : A;
            public sealed record Second([Choice] bool Own, [property: When("Own", true)][Uniform(0, 1)] double X = 0) : A;
        }

        """);

    [Fact]
    public Task Case_hides_nothing_of_its_members_from_the_space() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            public sealed record First : A { [Choice] private bool {|HT1004:X|} { get; init; } [Choice] public bool {|HT1004:Y|} { get; private set; } }
            public sealed record {|HT1007:Second|} : A { private Second() { } [Choice] public bool Z { get; init; } }
            public sealed record Third([Choice] bool X) : A { [Constraint] private static bool Holds(Third third) => third.X; }
        }
        """);

    [Fact]
    public Task Case_may_pass_on_what_it_inherits() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record B([Uniform(0, 1)] double Rate)
        {
            public sealed record First(double Rate, [Uniform(0, 1)] double Momentum) : B(Rate);
        }
        """);

    [Fact]
    public Task Names_of_cases_differ() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            [Choice] public bool Flag { get; init; }
            public sealed record First([Uniform(0, 1)] double X) : A;
            public sealed record {|HT1009:first|}([Uniform(0, 1)] double X) : A;
            [StableName({|HT1009:"FIRST"|})] public sealed record Second([Uniform(0, 1)] double X) : A;
            [StableName({|HT1008:"a[0]"|})] public sealed record Third([Uniform(0, 1)] double X) : A;
            public sealed record {|HT1009:flag|}([Uniform(0, 1)] double X) : A;
            [StableName("fine")] public sealed record Fourth([Uniform(0, 1)] double X) : A;
        }
        [{|HT1010:StableName("x")|}] public sealed class B;
        [SearchSpace, {|HT1010:StableName("x")|}] public sealed partial class C { [Choice] public bool X { get; set; } }
        """);

    [Fact]
    public Task Case_has_one_member_of_a_name() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            [Uniform(0, 1)] public virtual double X { get; init; }
            public double Y { get; init; }
            public sealed record First : A { [Uniform(5, 1, Name = "other")] public new double {|HT1009:X|} { get; init; } }
            public sealed record Second : A { [Uniform(0, 1, Name = "other")] public override double {|HT1009:X|} { get; init; } }
            public sealed record Third : A { [Uniform(0, 1, Name = "other")] public new double Y { get; init; } }
            public sealed record Fourth : A { [Uniform(0, 1)] public new double {|HT1009:X|} { get; init; } }
        }
        """);

    [Fact]
    public Task Case_cannot_contain_its_own_union() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            public sealed record Plain([Uniform(0, 1)] double X) : A;
            public sealed record Wrapped(A {|HT1012:Inner|}) : A;
        }
        [SearchSpace] public partial record B([Uniform(0, 1)] double X) { [Repeat(0, 2)] public B[] {|HT1012:Children|} { get; init; } = []; }
        """);

    [Fact]
    public Task Conditional_space_is_abstract() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record {|HT3016:A|}
        {
            public sealed record First([Uniform(0, 1)] double X) : A;
            public sealed record Second : A { [Choice] public bool Y { get; init; } }
            public sealed record None : A;
        }
        [SearchSpace] public partial class {|HT3016:B|} { [Uniform(0, 1)] public double X { get; set; } public class Inner : B { [Choice] public bool Y { get; set; } } }
        [SearchSpace] public partial record C([Uniform(0, 1)] double X) { public record Special(double X) : C(X); public record Other([property: Obsolete] int Z); }
        [SearchSpace] public partial record D([Uniform(0, 1)] double X) { [SearchSpace] public partial record {|HT1003:Inner|}([Uniform(0, 1)] double Y) : D(0.5); }
        """);

    [Fact]
    public Task Switch_has_all_cases() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public abstract partial record A
        {
            public sealed record First([Uniform(0, 1)] double X, [Choice] bool Y) : A;
            public abstract record Group : A
            {
                public sealed record Second([Uniform(0, 1)] double X) : Group;
                public sealed record Third : Group;
            }
        }
        public static class Program
        {
            private static int M1(A a) => a {|HT4005:switch|} { A.First => 1, A.Group.Second => 2, _ => throw new Exception() };
            private static int M2(A a) => a {|HT4005:switch|} { A.First => 1, A.Group.Third { } => 2 };
            private static int M3(A a) => a {|HT4005:switch|} { A.First { X: > 0.5 } => 1, A.Group => 2, { } => throw new Exception() };
            private static int M4(A a) => a {|HT4005:switch|} { A.First f when f.Y => 1, A.Group => 2, var other => throw new Exception() };
            private static void M5(A a) { {|HT4005:switch|} (a) { case A.First: break; case A.Group.Second: break; } }
            private static void M6(A a) { {|HT4005:switch|} (a) { case A.First: break; default: throw new Exception(); } }
            private static int M7(A.Group a) => a {|HT4005:switch|} { A.Group.Second => 1 };
            private static int Y1(A a) => a switch { A.First => 1, A.Group => 2 };
            private static int Y2(A a) => a switch { A.First (var x, _) => 1, A.Group.Second or A.Group.Third => 2, _ => throw new Exception() };
            private static int Y3(A a) => a switch { A.First => 1, _ => 0 };
            private static void Y4(A a) { switch (a) { case A.First: break; default: Console.WriteLine(); break; } }
            private static void Y5(A a) { switch (a) { case A.First: break; case A.Group.Second s: break; case A.Group.Third: break; } }
            private static int Y6(A a) => a switch { A.First { X: var x } => 1, A.Group g => 2 };
            private static int Y7(object a) => a switch { A.First => 1, _ => throw new Exception() };
        }
        """);
}
