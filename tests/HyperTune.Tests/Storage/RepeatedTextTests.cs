using System.Text;

namespace HyperTune.Tests;

/// <summary>What records say again is known again, and only that.</summary>
public sealed class RepeatedTextTests
{
    private readonly JournalTemplateReader _reader = new(new JournalReplay(), new JournalInterner());
    private readonly JournalTrialTemplate _trial = new();

    [Fact]
    public void Known_texts_are_found_where_the_rest_of_a_line_begins_with_them()
    {
        var texts = new RepeatedText<string>();
        Assert.Null(Find(texts, "{}"));
        texts.Add("""{"a":1}"""u8, "a");
        texts.Add("""{"b":1}"""u8, "b");
        Assert.Equal("b", Find(texts, """{"b":1},"c":2}"""));
        Assert.Equal("a", Find(texts, """{"a":1}"""));
        Assert.Null(Find(texts, """{"a":1"""));
        Assert.Null(Find(texts, """ {"a":1}"""));
    }

    [Fact]
    public void Neither_many_texts_are_kept_nor_long_ones()
    {
        var texts = new RepeatedText<string>();
        for (int i = 0; i < 1000; i++)
        {
            texts.Add(Encoding.UTF8.GetBytes($"<{i}>"), $"{i}");
        }

        Assert.Equal("999", Find(texts, "<999>"));
        Assert.Equal(64, Enumerable.Range(0, 1000).Count(i => Find(texts, $"<{i}>") is not null));
        texts.Add(new byte[100_000], "long");
        Assert.Null(texts.Find(new byte[100_000], out _));
    }

    [Fact]
    public void The_last_member_of_a_name_counts_also_where_an_earlier_one_is_known()
    {
        string narrow = Distributions(("x", 1));
        string wide = Distributions(("x", 9));
        Assert.Equal(1, HighOf(narrow));
        Assert.Equal(1, HighOf(narrow));
        Assert.Equal(9, HighOf($"{narrow},{wide}"));
        Assert.Equal(1, HighOf($"{wide},{narrow}"));
        Assert.Equal(1, HighOf($"{Distributions(("x", 5))},{narrow}"));
        Assert.Equal(7, HighOf($"{narrow},{Distributions(("x", 7))}"));

        double HighOf(string members)
        {
            Read($$"""{"x":0.5}""", members);
            return ((JournalFloatDistribution)_trial.Parameters.Single().Distribution).High;
        }
    }

    [Theory]
    [InlineData("""{"x":0.5,"y":1.5}""", 2)]
    [InlineData("""{"y":1.5,"x":0.5}""", 2)]
    [InlineData("""{"y":1.5}""", 1)]
    [InlineData("""{"x":0.25,"x":0.5,"y":1.5}""", 2)]
    [InlineData("""{"\u0078":0.5,"y":1.5}""", 2)]
    public void Values_go_to_their_parameters_in_whatever_order_they_come(string values, int count)
    {
        string distributions = Distributions(("x", 1), ("y", 2));
        foreach (string some in new[] { """{"x":0.5,"y":1.5}""", values, values })
        {
            Read(some, distributions);
        }

        Assert.Equal(count, _trial.Parameters.Count);
        Assert.All(
            _trial.Parameters,
            static parameter => Assert.Equal(parameter.Name == "x" ? (0.5, 1.0) : (1.5, 2.0), (parameter.Value, ((JournalFloatDistribution)parameter.Distribution).High)));
    }

    [Fact]
    public void Value_without_a_distribution_is_refused_also_when_the_others_are_known()
    {
        string distributions = Distributions(("x", 1), ("y", 2));
        Read("""{"x":0.5,"y":1.5}""", distributions);
        JournalFormatException refused = Assert.Throws<JournalFormatException>(() => Read("""{"x":0.5,"z":1.5}""", distributions));
        Assert.Contains("\"z\" has a value and no distribution", refused.Message, StringComparison.Ordinal);
    }

    private void Read(string values, string members)
    {
        string line = $$"""{"op_code":4,"study_id":0,"datetime_start":"2026-01-02T03:04:05.000000","params":{{values}},{{members}}}""";
        _reader.Read(new JournalRecord(Encoding.UTF8.GetBytes(line), _reader.Repeats), _trial, isFollowed: true);
    }

    private static string Distributions(params (string Name, int High)[] parameters)
        => $"\"distributions\":{{{string.Join(',', parameters.Select(static parameter => $"\"{parameter.Name}\":{Distribution(parameter.High)}"))}}}";

    private static string Distribution(int high)
        => $$$"""
            "{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.0,\"high\":{{{high}}}.0,\"log\":false}}"
            """;

    private static string? Find(RepeatedText<string> texts, string rest) => texts.Find(Encoding.UTF8.GetBytes(rest), out _);
}
