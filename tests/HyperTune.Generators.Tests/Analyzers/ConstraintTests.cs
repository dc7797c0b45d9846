namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ConstraintTests
{
    [Fact]
    public Task Constraint_is_a_static_predicate_of_the_config() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record A([Uniform(0, 1)] double X)
        {
            [Constraint] private static bool Good1(A a) => a.X > 0.1;
            [Constraint] public static bool Good2(in A config) { return config.X > 0.1; }
            [Constraint] private bool {|HT3009:NotStatic|}() => X > 0.1;
            [Constraint] private static {|HT3009:double|} NoBool(A a) => a.X;
            [Constraint] private static {|HT3009:void|} Nothing(A a) { }
            [Constraint] private static bool NoArgument{|HT3009:()|} => true;
            [Constraint] private static bool TwoArguments{|HT3009:(A a, A b)|} => a == b;
            [Constraint] private static bool OtherType({|HT3009:double|} x) => x > 0;
            [Constraint] private static bool {|HT3009:Generic|}<T>(A a) => a.X > 0;
            [Constraint] private static {|CS0246:Missing|} NoType(A a) => default;
            [Constraint] private static bool ByReference({|HT3009:ref|} A a) => a.X > 0;
            [Constraint] private static bool {|HT3009:GenericAndBlind|}<T>(A a) => true;
            public bool Property { [Constraint] {|HT3009:get|} => true; }
        }
        """);

    [Fact]
    public Task Constraint_that_never_reads_its_argument_is_a_warning() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record A([Uniform(0, 1)] double X)
        {
            [Constraint] private static bool B(A {|HT3010:config|}) => true;
            [Constraint] private static bool C(A {|HT3010:config|}) { return nameof(config).Length > 3; }
            [Constraint] private static bool D(A config) { Func<bool> read = () => config.X > 0; return read(); }
            [Constraint] private static bool E(A config) => F(config);
            private static bool F(A config) => true;
            [Constraint] private static bool G(A config) => config is { X: > 0.5 };
            [Constraint] private static bool H(A config) => {|CS0103:missing|};
        }
        [SearchSpace] public abstract partial record U
        {
            public sealed record Case([Uniform(0, 1)] double X) : U { [Constraint] internal static bool I(Case {|HT3010:config|}) => true; }
        }
        """);
}
