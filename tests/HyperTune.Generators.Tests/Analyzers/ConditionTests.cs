namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ConditionTests
{
    [Fact]
    public Task Condition_names_another_tuned_value() => AnalyzerTest.VerifyAsync("""
        [SearchSpace] public partial record Nested([Uniform(0, 1)] double X);
        [SearchSpace] public partial class A
        {
            [Choice] public bool Flag { get; set; }
            public bool Plain { get; set; }
            public static bool Shared { get; set; }
            public Nested Inner { get; set; } = new(0.5);
            [Repeat(1, 3), Uniform(0, 1)] public double[] Many { get; set; } = [0.5];
            [When(nameof(Flag), true), Uniform(0, 1)] public double X1 { get; set; }
            [When({|HT3001:"Missing"|}, true), Uniform(0, 1)] public double X2 { get; set; }
            [When({|HT3001:nameof(Plain)|}, true), Uniform(0, 1)] public double X3 { get; set; }
            [When({|HT3001:nameof(Inner)|}, true), Uniform(0, 1)] public double X4 { get; set; }
            [When({|HT3001:nameof(Many)|}, 1.0), Uniform(0, 1)] public double X5 { get; set; }
            [When({|HT3001:""|}, 1.0), Uniform(0, 1)] public double X6 { get; set; }
            [When({|HT3001:"flag"|}, true), Uniform(0, 1)] public double X7 { get; set; }
            [{|HT3004:When(null!, true)|}, Uniform(0, 1)] public double X8 { get; set; }
            [When({|HT3001:nameof(Shared)|}, true), Uniform(0, 1)] public double X9 { get; set; }
            [When({|CS0103:Missing|}, true), Uniform(0, 1)] public double X10 { get; set; }
            [When(nameof(Flag), true)] public Nested Optional { get; set; } = new(0.5);
            [When(nameof(Flag), true), Repeat(1, 2), Uniform(0, 1)] public double[] List { get; set; } = [0.5];
            [When(nameof(X11), 0.5), Uniform(0, 1)] public double X12 { get; set; }
            [Choice(0.5, 1)] public double X11 { get; set; } = 1;
            [{|HT1010:When(nameof(Flag), true)|}] public int Untuned { get; set; }
        }
        [SearchSpace] public partial record B([Choice] bool Flag, [When(nameof(B.Flag), true), Uniform(0, 1)] double X, [When({|HT3001:"Y"|}, true), Uniform(0, 1)] double Z = 0);
        """);

    [Fact]
    public Task Limit_that_only_a_listed_float_reaches_is_met() => AnalyzerTest.VerifyMembersAsync("""
        [Choice(0.4, 0.8)] public float Share { get; set; } = 0.4f;
        [When(nameof(Share), High = 0.4), Uniform(0, 1)] public double X { get; set; }
        """);

    [Fact]
    public Task What_is_no_list_in_spite_of_its_attribute_is_reported_once() => AnalyzerTest.VerifyMembersAsync("""
        [{|HT3007:Repeat(1, 3)|}, Choice] public bool Flag { get; set; }
        [When(nameof(Flag), true), Uniform(0, 1)] public double X { get; set; }
        """);

    [Fact]
    public Task Conditions_form_no_circle() => AnalyzerTest.VerifyMembersAsync("""
        [When({|HT3002:nameof(A)|}, true), Choice] public bool A { get; set; }
        [When({|HT3002:nameof(C)|}, true), Choice] public bool B { get; set; }
        [When(nameof(D), true), Choice] public bool C { get; set; }
        [When(nameof(B), true), Choice] public bool D { get; set; }
        [When(nameof(D), true), Choice] public bool E { get; set; }
        [When(nameof(G), true), Choice] public bool F { get; set; }
        [Choice] public bool G { get; set; }
        """);

    [Fact]
    public Task Values_can_occur() => AnalyzerTest.VerifyMembersAsync("""
        [Choice("a", "b")] public string Text { get; set; } = "a";
        [Choice(null, "b")] public string? Maybe { get; set; } = "b";
        [Choice] public Color Any { get; set; }
        [Uniform(16, 256, Step = 16)] public int Units { get; set; } = 16;
        [Uniform(0, 1)] public double Real { get; set; }
        [Uniform(1, 60)] public TimeSpan Time { get; set; } = TimeSpan.FromSeconds(1);
        [When(nameof(Text), "a", {|HT3003:"c"|}), Choice] public bool X1 { get; set; }
        [When(nameof(Text), {|HT3003:1|}), Choice] public bool X2 { get; set; }
        [When(nameof(Text), {|HT3003:null|}), Choice] public bool X3 { get; set; }
        [When(nameof(Maybe), null), Choice] public bool X4 { get; set; }
        [When(nameof(Any), {|HT3003:(Color)7|}), Choice] public bool X5 { get; set; }
        [When(nameof(Any), {|HT3003:DayOfWeek.Friday|}), Choice] public bool X6 { get; set; }
        [When(nameof(Units), {|HT3003:17|}), Choice] public bool X7 { get; set; }
        [When(nameof(Units), 32, 64, {|HT2007:32|}), Choice] public bool X8 { get; set; }
        [When(nameof(Units), {|HT3003:0|}), Choice] public bool X9 { get; set; }
        [When(nameof(Sound), {|HT3003:1.5|}), Choice] public bool X10 { get; set; }
        [When(nameof(Sound), {|HT3003:true|}), Choice] public bool X11 { get; set; }
        [When(nameof(Time), {|HT3015:30|}), Choice] public bool X12 { get; set; }
        [When(nameof(Time), {|HT3003:90|}), Choice] public bool X13 { get; set; }
        [When(nameof(Any), Color.Red, Color.Blue), Choice] public bool X14 { get; set; }
        [When(nameof(Real), {|HT3015:0.5|}), Choice] public bool X15 { get; set; }
        """);

    [Fact]
    public Task Range_is_for_numbers_and_can_be_met() => AnalyzerTest.VerifyMembersAsync("""
        [Choice("a", "b")] public string Text { get; set; } = "a";
        [Choice(1, 2, 4)] public int Listed { get; set; } = 1;
        [Uniform(16, 256)] public int Units { get; set; } = 16;
        [When(nameof(Text), Low = {|HT3004:1|}), Choice] public bool X1 { get; set; }
        [When(nameof(Units), Low = 32), Choice] public bool X2 { get; set; }
        [When(nameof(Units), Low = {|HT3004:300|}), Choice] public bool X3 { get; set; }
        [When(nameof(Units), High = {|HT3004:8|}), Choice] public bool X4 { get; set; }
        [When(nameof(Units), Low = {|HT3004:64|}, High = 32), Choice] public bool X5 { get; set; }
        [When(nameof(Units), Low = {|HT3004:double.NaN|}), Choice] public bool X6 { get; set; }
        [When(nameof(Units), High = {|HT3004:double.NaN|}), Choice] public bool X7 { get; set; }
        [{|HT3004:When(nameof(Units))|}, Choice] public bool X8 { get; set; }
        [{|HT3004:When(nameof(Units), 32, Low = 16)|}, Choice] public bool X9 { get; set; }
        [When(nameof(Listed), Low = 2), Choice] public bool X10 { get; set; }
        [When(nameof(Listed), Low = {|HT3004:5|}), Choice] public bool X11 { get; set; }
        [When(nameof(Units), Low = 32, High = 64), Choice] public bool X12 { get; set; }
        """);

    [Fact]
    public Task Mistake_in_the_deciding_parameter_is_reported_once() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform({|HT2001:1|}, 0)] public double Parent { get; set; }
        [When(nameof(Parent), 0.5), Uniform(0, 1)] public double Child { get; set; }
        """);

    [Fact]
    public Task Condition_on_a_continuous_parameter_is_a_range() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(0, 1)] public double A { get; set; }
        [Uniform(0, 1, Step = 0.25)] public double B { get; set; }
        [Uniform(0, 9)] public int C { get; set; }
        [LogUniform(1, 60)] public TimeSpan D { get; set; }
        [Choice(0.25, 0.5)] public double E { get; set; } = 0.5;
        [Uniform(0, 1)] public double? F { get; set; }
        [Normal(0, 1)] public float G { get; set; }
        [When("A", {|HT3015:0.5|}), Choice] public bool X1 { get; set; }
        [When("A", {|HT3015:0.5|}, 0.6), Choice] public bool X2 { get; set; }
        [When("A", Low = {|HT3015:0.5|}, High = 0.5), Choice] public bool X3 { get; set; }
        [When("A", Low = {|HT3015:1|}), Choice] public bool X4 { get; set; }
        [When("A", High = {|HT3015:0|}), Choice] public bool X5 { get; set; }
        [When("D", {|HT3015:30|}), Choice] public bool X6 { get; set; }
        [When("F", {|HT3015:0.5|}), Choice] public bool X7 { get; set; }
        [When("G", {|HT3015:0.5|}), Choice] public bool X8 { get; set; }
        [When("A", Low = 0.5, High = 0.6), Choice] public bool Y1 { get; set; }
        [When("B", 0.5), Choice] public bool Y2 { get; set; }
        [When("B", Low = 1), Choice] public bool Y3 { get; set; }
        [When("C", 3), Choice] public bool Y4 { get; set; }
        [When("C", Low = 9), Choice] public bool Y5 { get; set; }
        [When("E", 0.5), Choice] public bool Y6 { get; set; }
        [When("F", Low = 0.5), Choice] public bool Y7 { get; set; }
        """);

    [Fact]
    public Task Named_arguments_are_marked_where_they_stand() => AnalyzerTest.VerifyMembersAsync("""
        [Uniform(high: 0, low: {|HT2001:1|})] public double A { get; set; }
        [Choice(values: new object[] { "a", {|HT2007:"a"|} })] public string B { get; set; } = "a";
        [Choice("a", "b")] public string C { get; set; } = "a";
        [When(values: new object[] { {|HT3003:"c"|} }, parameter: nameof(C)), Choice] public bool D { get; set; }
        [When(values: {|HT3003:"c"|}, parameter: nameof(C)), Choice] public bool E { get; set; }
        [When(values: "a", parameter: {|HT3001:"Missing"|}), Choice] public bool F { get; set; }
        [Normal(standardDeviation: {|HT2012:0|}, mean: 5)] public double G { get; set; }
        [Repeat(maximum: {|HT3008:0|}, minimum: 0), Choice] public bool[] H { get; set; } = [];
        """);
}
