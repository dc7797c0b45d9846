using HyperTune.CompilerServices;

namespace HyperTune.Tests;

public sealed class ParameterTests
{
    private static readonly Parameter<TimeSpan> Timeout = new(
        "Timeout", 0, new UniformDistribution(0.5, 2), 1, TimeSpan.FromSeconds, static time => time.TotalSeconds);

    private static readonly Parameter<string> Kind = new(
        "Kind", 1, new ChoiceDistribution(["a", "b"]), 0, static index => index == 0 ? "a" : "b", static kind => kind == "a" ? 0 : 1);

    private static readonly Parameter<double> Rate = new(
        "Rate", 2, new UniformDistribution(0, 1), 0.5, static v => v, static v => v, ParameterCondition.OneOf(Kind, 1));

    [Fact]
    public void Bounds_of_a_time_are_said_to_be_seconds()
    {
        Assert.Equal("Timeout: Uniform in [0.5, 2] seconds; default 00:00:01", Timeout.ToString());
        var errors = new List<ValidationError>();
        ConfigCheck.Value(errors, Timeout, TimeSpan.FromMinutes(1));
        Assert.Equal("Timeout: 00:01:00 is not allowed. Allowed: Uniform in [0.5, 2] seconds.", Assert.Single(errors).ToString());
    }

    [Fact]
    public void A_vector_is_described_by_its_active_parameters()
    {
        TestSpace space = TestSpace.Of(Timeout, Kind, Rate);
        Assert.Equal("Timeout = 00:00:01.5000000, Kind = a", space.Format([1.5, 0, double.NaN]));
        Assert.Equal("Timeout = 00:00:01, Kind = b, Rate = 0.25", space.Format([1, 1, 0.25]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void An_index_outside_the_list_is_refused(double index)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Kind.Format(index));
        Assert.Contains("'Kind' must be an index of its list, from 0 to 1", exception.Message);
        Assert.Equal(index, exception.ActualValue);
    }
}
