namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ChoiceTests
{
    [Fact]
    public Task List_needs_values() => AnalyzerTest.VerifyAsync("""
        public enum Color { Red, Green }
        public enum Void { }
        [SearchSpace] public partial class Space
        {
            [{|HT2006:Choice|}] public string A { get; set; } = "";
            [{|HT2006:Choice()|}] public double B { get; set; }
            [Ordinal] public Color C { get; set; }
            [{|HT2006:Ordinal|}] public Void C2 { get; set; }
            [{|HT2006:Ordinal|}] public int C3 { get; set; }
            [{|HT2006:Ordinal()|}] public bool D { get; set; }
            [{|HT2006:Choice|}] public Void E { get; set; }
            [{|HT2006:Choice(new object[0])|}] public int F { get; set; }
            [Choice] public bool G { get; set; }
            [Choice] public Color H { get; set; }
            [Choice()] public Color? I { get; set; }
            [Choice("one")] public string J { get; set; } = "one";
        }
        """);

    [Fact]
    public Task Values_are_different() => AnalyzerTest.VerifyMembersAsync("""
        [Choice("a", "b", {|HT2007:"a"|})] public string A { get; set; } = "a";
        [Choice(1, 2, {|HT2007:1|}, {|HT2007:2|})] public int B { get; set; }
        [Choice(1, {|HT2007:1.0|})] public double C { get; set; }
        [Choice(0.1, {|HT2007:0.1f|})] public float D { get; set; }
        [Choice(Color.Red, {|HT2007:Color.Red|})] public Color E { get; set; }
        [Choice(true, {|HT2007:true|})] public bool F { get; set; }
        [Choice(null, {|HT2007:null|})] public string? G { get; set; }
        [Choice(1, {|HT2007:1.00000000001|})] public TimeSpan H { get; set; }
        [Ordinal(new object[] { 1, {|HT2007:1|} })] public int I { get; set; }
        [Choice("a", "A", " a")] public string J { get; set; } = "a";
        [Choice(0.0, {|HT2007:-0.0|})] public double K { get; set; }
        [Choice(0.1, 0.1f)] public double L { get; set; }
        [Choice(1.0000001f, 1.0f)] public decimal M { get; set; }
        [Choice(0.1, {|HT2007:0.1f|})] public decimal N { get; set; }
        [Choice(1, {|HT2007:1.0|})] public decimal O { get; set; }
        [Choice(0.1, {|HT2007:0.09999|}, 0.2)] public Half P { get; set; }
        [Choice(18446744073709551615, 18446744073709551614)] public ulong Q { get; set; } = 18446744073709551615;
        [Choice('a', 'b', {|HT2007:'a'|})] public char R { get; set; } = 'a';
        """);

    [Fact]
    public Task Values_have_the_type_of_the_property() => AnalyzerTest.VerifyMembersAsync("""
        [Choice({|HT2008:1|}, 2)] public string A { get; set; } = "";
        [Choice("a", {|HT2008:null|})] public string B { get; set; } = "a";
        [Choice({|HT2008:null|})] public string C { get; set; } = "a";
        [Choice(1, {|HT2008:0.5|})] public int D { get; set; }
        [Choice(1, {|HT2008:2.0|})] public int E { get; set; }
        [Choice(1, {|HT2008:256|})] public byte F { get; set; }
        [Choice(1, {|HT2008:"x"|})] public double G { get; set; }
        [Choice({|HT2008:1e39|})] public float H { get; set; }
        [Choice({|HT2008:1e30|})] public decimal I { get; set; }
        [Choice({|HT2008:DayOfWeek.Friday|})] public Color J { get; set; }
        [Choice({|HT2008:0|}, 1)] public Color K { get; set; }
        [Choice({|HT2008:Color.Red|})] public int L { get; set; }
        [Choice({|HT2008:0|}, 1)] public bool M { get; set; }
        [Choice({|HT2008:'a'|})] public int N { get; set; }
        [Choice({|HT2008:"a"|})] public char N1 { get; set; }
        [Choice('a', {|HT2008:97|})] public char N2 { get; set; } = 'a';
        [Choice({|HT2008:-1|})] public ulong N3 { get; set; }
        [Choice({|HT2008:128|})] public sbyte N4 { get; set; }
        [Choice({|HT2008:65520|})] public Half N5 { get; set; }
        [Choice({|HT2008:4294967296|})] public uint N6 { get; set; }
        [Choice({|HT2008:'a'|})] public string O { get; set; } = "";
        [Choice({|HT2008:typeof(int)|})] public string P { get; set; } = "";
        [Choice({|HT2008:new[] { 1, 2 }|}, 3)] public int Q { get; set; }
        [Choice({|HT2008:1e12|})] public TimeSpan R { get; set; }
        [Choice({|HT2008:null|})] public int S { get; set; }
        [Choice({|HT2008:9223372036854775808|})] public long T { get; set; }
        [Choice(null, 1)] public int? U { get; set; }
        [Choice(null, "a")] public string? V { get; set; }
        [Choice(1, 2L, (byte)3)] public int W { get; set; }
        [Choice(1, 2.5f, 2.5e10)] public double X { get; set; }
        [Choice(long.MaxValue, long.MinValue)] public long Y { get; set; }
        [Choice(0.1, 2)] public decimal Z { get; set; }
        [Ordinal(Color.Red, Color.Blue)] public Color Aa { get; set; }
        [Choice("it's {\"quoted\"}\n</script>", "")] public string Bb { get; set; } = "";
        [Choice(new object[] { "a", "b" })] public string Cc { get; set; } = "a";
        """);

    [Fact]
    public Task Listed_values_of_an_enum_have_names() => AnalyzerTest.VerifyAsync("""
        public enum Color { Red, Green }
        [Flags] public enum Parts : byte { None = 0, A = 1, B = 2 }
        [SearchSpace] public partial class Space
        {
            [Choice(Color.Red, {|HT2017:(Color)7|})] public Color A { get; set; }
            [Ordinal({|HT2017:(Color)(-1)|}, Color.Red)] public Color B { get; set; }
            [Choice(Parts.A, Parts.A | Parts.B, Parts.None)] public Parts C { get; set; }
            [Choice(Parts.A, {|HT2017:(Parts)5|})] public Parts D { get; set; } = Parts.A;
            [Choice((Color)1, null)] public Color? E { get; set; }
        }
        """);
}
