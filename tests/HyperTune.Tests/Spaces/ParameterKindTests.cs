namespace HyperTune.Tests;

public sealed class ParameterKindTests
{
    [Fact]
    public void Choice_knows_its_values()
    {
        var parameter = new ChoiceParameter<int?>(
            "Units", 0, new OrdinalDistribution(["8", "16", "null"]), 0, static index => index switch { 0 => 8, 1 => 16, _ => null }, static units => units is null ? 2 : units == 16 ? 1 : 0);
        Assert.Equal([8, 16, null], parameter.Values.ToArray());
        Assert.IsAssignableFrom<Parameter<int?>>(parameter);
    }

    [Fact]
    public void Choice_is_over_a_list_and_range_is_not()
    {
        var list = new ChoiceDistribution(["a", "b"]);
        var range = new UniformDistribution(0, 1);
        Assert.Throws<ArgumentException>("distribution", () => new ChoiceParameter<double>("X", 0, range, 0, static value => value, static value => value));
        Assert.Throws<ArgumentException>("distribution", () => new RangeParameter<double>("X", 0, list, 0, static value => value, static value => value));
        Assert.Equal("X: Uniform in [0, 1]; default 0.25", new RangeParameter<double>("X", 0, range, 0.25, static value => value, static value => value).ToString());
    }
}
