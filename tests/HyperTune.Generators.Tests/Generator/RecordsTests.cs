using System.Globalization;

namespace HyperTune.Generators.Tests;

/// <summary>Members that are kept beside metrics.</summary>
public sealed class RecordsTests
{
    private const string Source = """
        using System;
        using HyperTune;
        namespace App;

        public enum Phase { Warm, Hot }

        /// <summary>What a config is worth.</summary>
        [Metrics]
        public readonly partial record struct Score([Record(Name = "phase")] Phase Phase, [Maximize] double F1, [Record] double? Recall, int Other)
        {
            [Record] public string? Note { get; init; }
            [Record] public TimeSpan Took { get; init; }
            [Record] public double Error => 1 - F1;
        }
        """;

    private const string EveryType = """
        using System;
        using HyperTune;
        [Flags] public enum Flags : long { None, A = 1, B = 2, Low = long.MinValue }
        [Metrics] public readonly partial record struct Score([Minimize] double Loss, [Record] {0} X, [Record] {0}? Y);
        public static class Look
        {
            private static {0} First => {1};
            public static string Back => Of(new Score(1, First, First)) is var back && back == new Score(1, First, First) ? "same" : back.ToString();
            public static string Null => Of(new Score(1, First, null)) is var back && back == new Score(1, First, null) ? "same" : back.ToString();
            public static string Text
            {
                get
                {
                    var records = new RecordValue[2];
                    Score.Metrics.EncodeRecords(new Score(1, First, null), records);
                    return records[0].ToString();
                }
            }

            private static Score Of(Score score)
            {
                var values = new double[1];
                var records = new RecordValue[2];
                Score.Metrics.Encode(score, values);
                Score.Metrics.EncodeRecords(score, records);
                return Score.Metrics.Decode(values, records);
            }
        }
        """;

    private static readonly string[] Cultures = ["", "de-DE", "ar-SA", "sv-SE"];

    [Fact]
    public void Snapshot_shows_records() => Snapshot.Verify(GeneratorRun.Of(Source), this);

    [Theory]
    [InlineData("double", "0.1", "0.1")]
    [InlineData("double", "double.NaN", "NaN")]
    [InlineData("double", "double.NegativeInfinity", "-Infinity")]
    [InlineData("double", "-5e-324", "-5E-324")]
    [InlineData("float", "0.1f", "0.10000000149011612")]
    [InlineData("Half", "(Half)0.1f", "0.0999755859375")]
    [InlineData("decimal", "-1.10m", "-1.10")]
    [InlineData("decimal", "decimal.MaxValue", "79228162514264337593543950335")]
    [InlineData("sbyte", "sbyte.MinValue", "-128")]
    [InlineData("byte", "byte.MaxValue", "255")]
    [InlineData("short", "short.MinValue", "-32768")]
    [InlineData("ushort", "ushort.MaxValue", "65535")]
    [InlineData("int", "int.MinValue", "-2147483648")]
    [InlineData("uint", "uint.MaxValue", "4294967295")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("bool", "true", "true")]
    [InlineData("Flags", "Flags.A | Flags.B", "A, B")]
    [InlineData("Flags", "(Flags)(-7)", "-7")]
    [InlineData("Flags", "Flags.Low", "Low")]
    [InlineData("TimeSpan", "TimeSpan.FromTicks(12_345_678_901_234)", "1234567.8901234")]
    public void Every_type_comes_back_in_every_culture(string type, string value, string text)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(EveryType.Replace("{0}", type, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal));
        Type look = spaces.Assembly.GetType("Look")!;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("same", look.GetProperty("Back")!.GetValue(null));
                Assert.Equal("same", look.GetProperty("Null")!.GetValue(null));
                Assert.Equal(text, look.GetProperty("Text")!.GetValue(null));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Records_are_named_in_order_and_read_by_property_or_argument()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """

            public static class Look
            {
                public static string[] Names => [.. System.Linq.Enumerable.Select(Score.Metrics.Records, static record => record.Name)];
                public static string[] Encoded
                {
                    get
                    {
                        var records = new RecordValue[5];
                        Score.Metrics.EncodeRecords(new Score(Phase.Hot, 0.75, null, 3) { Note = "n", Took = TimeSpan.FromSeconds(2) }, records);
                        return [.. System.Linq.Enumerable.Select(records, static record => record.ToString())];
                    }
                }

                public static string Decoded => $"{Score.Metrics.Decode([0.75], [RecordValue.OfText("Hot"), RecordValue.OfNumber<int>(1), RecordValue.OfText("n"), RecordValue.OfNumber<double>(1.5), default])}";
                public static string Unknown => $"{Score.Metrics.Decode([0.75])}";
                public static string Wrong => $"{Score.Metrics.Decode([0.75], [RecordValue.OfText("Cold"), RecordValue.OfText("1"), RecordValue.OfFlag(true), RecordValue.OfNumber<double>(double.NaN), default])}";
                public static int Metrics => Score.Metrics.All.Length;
            }
            """);
        Type look = spaces.Assembly.GetType("App.Look")!;
        Assert.Equal(["phase", "Recall", "Note", "Took", "Error"], (string[])look.GetProperty("Names")!.GetValue(null)!);
        Assert.Equal(["Hot", "", "n", "2", "0.25"], (string[])look.GetProperty("Encoded")!.GetValue(null)!);
        Assert.Equal(1, look.GetProperty("Metrics")!.GetValue(null));
        const string Defaults = "Score { Phase = Warm, F1 = 0.75, Recall = , Other = 0, Note = , Took = 00:00:00, Error = 0.25 }";
        Assert.Equal("Score { Phase = Hot, F1 = 0.75, Recall = 1, Other = 0, Note = n, Took = 00:00:01.5000000, Error = 0.25 }", look.GetProperty("Decoded")!.GetValue(null));
        Assert.Equal(Defaults, look.GetProperty("Unknown")!.GetValue(null));
        Assert.Equal(Defaults, look.GetProperty("Wrong")!.GetValue(null));
    }

    [Theory]
    [InlineData("int", "3.0", 3)]
    [InlineData("int", "3.5", 0)]
    [InlineData("byte", "256", 0)]
    [InlineData("uint", "-1", 0)]
    [InlineData("long", "1e3", 1000)]
    [InlineData("double", "7", 7)]
    public void A_number_counts_where_the_type_can_hold_it(string type, string number, double expected)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($$"""
            using HyperTune;
            [Metrics] public partial record struct Score([Minimize] double Loss, [Record] {{type}} X);
            public static class Look { public static double Back => Score.Metrics.Decode([1], [RecordValue.OfNumber<double>({{number}})]).X; }
            """);
        Assert.Equal(expected, spaces.Assembly.GetType("Look")!.GetProperty("Back")!.GetValue(null));
    }

    [Theory]
    [InlineData("[Metrics] public partial record struct Score([Minimize] double Loss, [Record] object X);")]
    [InlineData("[Metrics] public partial record struct Score([Minimize, Record] double Loss);")]
    [InlineData("[Metrics] public partial record struct Score([Record] double Loss) { [Minimize] public double X { get; init; } [Record] public int this[int i] => i; }")]
    public void Declaration_with_a_mistake_compiles_with_its_uses(string source)
        => Assert.NotEmpty(GeneratorRun.Of("using HyperTune;\n" + source, "public static class Use { public static int Count => Score.Metrics.Records.Length; }").Text);
}
