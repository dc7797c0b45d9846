namespace HyperTune.Samples.Tests;

public class FormatTests
{
    [Fact]
    public void Percent_hasOneDecimal() => Assert.Equal("93.8 %", Format.Percent(0.9375));

    [Fact]
    public void Seconds_ofAStartedSecond_countIt() => Assert.Equal("15 s", Format.Seconds(TimeSpan.FromSeconds(14.2)));

    [Theory]
    [InlineData(1, "1 trial")]
    [InlineData(60, "60 trials")]
    public void Trials_ofASingleOne_isSingular(int count, string expected) => Assert.Equal(expected, Format.Trials(count));
}
