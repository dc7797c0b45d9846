namespace HyperTune.Generators.Tests.Analyzers;

public sealed class PlacementTests
{
    [Fact]
    public Task Attributes_in_a_type_that_is_no_space_are_reported_once() => AnalyzerTest.VerifyAsync("""
        public class A { [{|HT1010:Uniform(0, 1)|}] public double X { get; set; } [Choice] public bool Y { get; set; } }
        public record B([{|HT1010:LogUniform(1, 2)|}] double X, [property: Choice] bool Y);
        public interface C { [{|HT1010:Uniform(0, 1)|}] double X { get; } }
        public record struct D(double X) { [{|HT1010:Ordinal(2, 1)|}] public int Y { get; set; } }
        public partial class E { public partial class In { [{|HT1010:Uniform(1, 0)|}] public double X { get; set; } } }
        public class F { public double X { get; set; } }
        [SearchSpace] public partial class G { [Uniform(0, 1)] public double X { get; set; } public class In { [{|HT1010:Normal(0, 1)|}] public double X { get; set; } } }
        """);

    [Fact]
    public Task Attributes_on_members_that_are_no_parameters_are_reported() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public double Sound { get; set; }
            [{|HT1010:Uniform(0, 1)|}] public static double X1 { get; set; }
            [{|HT1010:Uniform(0, 1)|}] public double this[int i] => i;
            public double this[[{|HT1010:Uniform(0, 1)|}] double i] => i;
            public void M([{|HT1010:Uniform(0, 1)|}] double x) { }
            public A() { }
            public A([{|HT1010:Uniform(0, 1)|}] double x) { }
            [{|CS0592:Uniform|}(0, 1)] public double Field;
            public double Y { get; [param: {|HT1010:Uniform(0, 1)|}] set; }
            public static A operator +(A a, [{|HT1010:Choice(1)|}] int b) => a;
        }
        public delegate void B([{|HT1010:Uniform(0, 1)|}] double x);
        public static class C { public static void M([{|HT1010:Uniform(0, 1)|}] double x) { } }
        """);

    [Fact]
    public Task Attributes_of_others_with_the_same_names_are_left_alone() => AnalyzerTest.VerifyAsync("""
        namespace Other
        {
            public sealed class UniformAttribute(double low, double high) : Attribute { public double Sum => low + high; }
            public sealed class SearchSpaceAttribute : Attribute;
            [Other.SearchSpace] public class A { [Other.Uniform(1, 0)] public double X { get; } }
        }
        """);
}
