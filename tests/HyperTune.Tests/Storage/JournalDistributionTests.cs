namespace HyperTune.Tests;

public sealed class JournalDistributionTests
{
    [Theory]
    [InlineData("{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.0,\"high\":1.0,\"log\":false}}")]
    [InlineData("{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":0.25,\"low\":0.0,\"high\":1.0,\"log\":false}}")]
    [InlineData("{\"name\":\"IntDistribution\",\"attributes\":{\"log\":true,\"step\":1,\"low\":1,\"high\":100}}")]
    [InlineData("{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[null,true,false,1,1.5,\"a\\u00e9\",NaN,Infinity]}}")]
    [InlineData("{\"name\":\"UniformDistribution\",\"attributes\":{\"low\":0.0,\"high\":1.0}}")]
    [InlineData("{\"name\":\"LogUniformDistribution\",\"attributes\":{\"low\":0.5,\"high\":1.0}}")]
    [InlineData("{\"name\":\"DiscreteUniformDistribution\",\"attributes\":{\"low\":0.0,\"high\":1.0,\"q\":0.5}}")]
    [InlineData("{\"name\":\"IntUniformDistribution\",\"attributes\":{\"step\":2,\"low\":0,\"high\":10}}")]
    [InlineData("{\"name\":\"IntLogUniformDistribution\",\"attributes\":{\"step\":1,\"low\":1,\"high\":10}}")]
    public void Text_reads_back_as_it_was(string json) => Assert.Equal(json, JournalDistributionReader.Read(json).Json);

    [Theory]
    [InlineData("{\"type\":\"float\",\"low\":0,\"high\":1}", "FloatDistribution")]
    [InlineData("{\"type\":\"int\",\"low\":0,\"high\":9,\"step\":3,\"log\":false}", "IntDistribution")]
    [InlineData("{\"type\":\"categorical\",\"choices\":[1,2]}", "CategoricalDistribution")]
    public void Abbreviated_form_is_read(string json, string expected) => Assert.Equal(expected, JournalDistributionReader.Read(json).ClassName);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"name\":\"Foo\",\"attributes\":{}}")]
    [InlineData("{\"type\":\"foo\"}")]
    [InlineData("{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":0}}")]
    [InlineData("{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[]}}")]
    public void Other_text_is_refused(string json) => Assert.Throws<JournalFormatException>(() => JournalDistributionReader.Read(json));

    [Theory]
    [InlineData(0, 10, 3, 9)]
    [InlineData(1, 11, 3, 10)]
    [InlineData(64, 1312, 160, 1184)]
    public void Int_range_that_steps_do_not_reach_is_lowered(long low, long high, long step, long expected)
        => Assert.Equal(expected, new JournalIntDistribution(low, high, step: step).High);

    [Theory]
    [InlineData(0, 3.45, 0.1, 3.4)]
    [InlineData(0, 0.3, 0.1, 0.3)]
    [InlineData(0, 10, Math.PI, 9.424777960769379)]
    [InlineData(-1, 1, 0.3, 0.8)]
    public void Float_range_that_steps_do_not_reach_is_lowered(double low, double high, double step, double expected)
        => Assert.Equal(expected, new JournalFloatDistribution(low, high, step: step).High);

    [Theory]
    [InlineData("[1,2]", "[1,2]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    [InlineData("[1,0]", "[true,0.0]", true)]
    [InlineData("[NaN]", "[NaN]", true)]
    [InlineData("[null]", "[\"null\"]", false)]
    [InlineData("[1]", "[\"1\"]", false)]
    public void Choices_are_compatible_where_Python_calls_them_equal(string earlier, string later, bool expected)
        => Assert.Equal(expected, Choices(later).IsCompatibleWith(Choices(earlier)));

    private static JournalDistribution Choices(string choices) => JournalDistributionReader.Read($"{{\"type\":\"categorical\",\"choices\":{choices}}}");
}
