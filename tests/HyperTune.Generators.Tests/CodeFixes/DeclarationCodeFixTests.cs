using HyperTune.CodeFixes;

namespace HyperTune.Generators.Tests.CodeFixes;

public sealed class DeclarationCodeFixTests
{
    [Fact]
    public Task Types_and_containers_are_made_partial() => CodeFixTest.VerifyAsync(
        new MakePartialCodeFix(),
        """
        [SearchSpace] public class A { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace]
        internal sealed record /* why */ B([Uniform(0, 1)] double X);
        public static class Outer
        {
            [SearchSpace] public readonly record struct C([Uniform(0, 1)] double X);
            [SearchSpace] record struct D([Uniform(0, 1)] double X);
        }
        """,
        """
        [SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } }
        [SearchSpace]
        internal sealed partial record /* why */ B([Uniform(0, 1)] double X);
        public static partial class Outer
        {
            [SearchSpace] public readonly partial record struct C([Uniform(0, 1)] double X);
            [SearchSpace] partial record struct D([Uniform(0, 1)] double X);
        }
        """,
        "Make the type partial");

    [Fact]
    public Task Second_distribution_is_removed() => CodeFixTest.VerifyAsync(
        new RemoveDistributionCodeFix(),
        """
        [SearchSpace] public partial record A([Uniform(0, 1)][property: Normal(0, 1)] double X)
        {
            [Uniform(0, 1), LogUniform(1, 2)] public double B { get; init; }
            [Uniform(0, 1)] // plain
            [Normal(0, 1)]
            public double C { get; init; }
            [Uniform(0, 1)] [Normal(0, 1), Obsolete] public double D { get; init; }
            [Uniform(0, 1)] [Normal(0, 1)] public double E { get; init; }
        }
        """,
        """
        [SearchSpace] public partial record A([Uniform(0, 1)] double X)
        {
            [Uniform(0, 1)] public double B { get; init; }
            [Uniform(0, 1)] // plain
            public double C { get; init; }
            [Uniform(0, 1)] [Obsolete] public double D { get; init; }
            [Uniform(0, 1)] public double E { get; init; }
        }
        """,
        "Remove the second distribution");

    [Fact]
    public Task Second_direction_of_a_metric_is_removed() => CodeFixTest.VerifyAsync(
        new RemoveDistributionCodeFix(),
        """
        [Metrics] public partial record struct A([Maximize, Minimize] double X, [Minimize][Maximize(Name = "y"), AtMost(3)] double Y);
        """,
        """
        [Metrics] public partial record struct A([Maximize] double X, [Minimize][AtMost(3)] double Y);
        """,
        "Remove the second direction");

    [Fact]
    public Task Get_only_property_gets_an_init_accessor() => CodeFixTest.VerifyAsync(
        new AddInitAccessorCodeFix(),
        """
        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public double X { get; }
            [Uniform(0, 1)] public double Y
            {
                get;
            } = 0.5;
        }
        """,
        """
        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public double X { get; init; }
            [Uniform(0, 1)] public double Y
            {
                get; init;
            } = 0.5;
        }
        """,
        "Add an init accessor");

    [Fact]
    public Task Computed_property_gets_no_init_accessor() => CodeFixTest.VerifyAsync(
        new AddInitAccessorCodeFix(),
        "[SearchSpace] public partial class A { [Uniform(0, 1)] public double X => 1; }",
        fixedCode: null);

    [Fact]
    public Task Type_is_marked_as_a_search_space() => CodeFixTest.VerifyAsync(
        new MarkTypeCodeFix(),
        """
        namespace App
        {
            // The config.
            public class A
            {
                [Uniform(0, 1)] public double X { get; set; }
                [Uniform(0, 1)] public double Y { get; set; }
            }

            public partial record B([HyperTune.Uniform(0, 1)] double X);
        }
        """,
        """
        namespace App
        {
            // The config.
            [SearchSpace]
            public partial class A
            {
                [Uniform(0, 1)] public double X { get; set; }
                [Uniform(0, 1)] public double Y { get; set; }
            }

            [HyperTune.SearchSpace] public partial record B([HyperTune.Uniform(0, 1)] double X);
        }
        """,
        "Mark the type with [SearchSpace]");

    [Fact]
    public Task Type_is_marked_as_metrics() => CodeFixTest.VerifyAsync(
        new MarkTypeCodeFix(),
        """
        public readonly record struct Score([Maximize] double Accuracy, [AtMost(1)] double Loss);
        """,
        """
        [Metrics] public readonly partial record struct Score([Maximize] double Accuracy, [AtMost(1)] double Loss);
        """,
        "Mark the type with [Metrics]");

    [Fact]
    public Task Open_case_is_sealed() => CodeFixTest.VerifyAsync(
        new SealCaseCodeFix(),
        """
        [SearchSpace]
        public abstract partial record Optimizer
        {
            public partial record Sgd([LogUniform(1e-3, 1)] double Rate) : Optimizer;
            record Adam([LogUniform(1e-5, 1)] double Rate) : Optimizer;
        }
        """,
        """
        [SearchSpace]
        public abstract partial record Optimizer
        {
            public sealed partial record Sgd([LogUniform(1e-3, 1)] double Rate) : Optimizer;
            sealed record Adam([LogUniform(1e-5, 1)] double Rate) : Optimizer;
        }
        """,
        "Seal the case");

    [Fact]
    public Task Type_outside_is_not_sealed() => CodeFixTest.VerifyAsync(
        new SealCaseCodeFix(),
        """
        [SearchSpace] public abstract partial record Optimizer { public sealed record Sgd([LogUniform(1e-3, 1)] double Rate) : Optimizer; }
        public record Adam([LogUniform(1e-3, 1)] double Rate) : Optimizer;
        """,
        fixedCode: null);

    [Fact]
    public Task Static_member_is_not_marked() => CodeFixTest.VerifyAsync(
        new MarkTypeCodeFix(),
        "[SearchSpace] public partial class A { [Uniform(0, 1)] public static double X { get; set; } }",
        fixedCode: null);

    [Fact]
    public Task Conditional_space_becomes_abstract() => CodeFixTest.VerifyAsync(
        new MakeAbstractCodeFix(),
        """
        [SearchSpace]
        public partial record A
        {
            public sealed record First([Uniform(0, 1)] double X) : A;
        }
        [SearchSpace] partial class B { public sealed class First : B { [Choice] public bool X { get; set; } } }
        """,
        """
        [SearchSpace]
        public abstract partial record A
        {
            public sealed record First([Uniform(0, 1)] double X) : A;
        }
        [SearchSpace] abstract partial class B { public sealed class First : B { [Choice] public bool X { get; set; } } }
        """,
        "Make the type abstract");
}
