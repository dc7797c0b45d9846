using System.Text.Json;

namespace HyperTune.Generators.Tests;

/// <summary>Configs as JSON.</summary>
public sealed class JsonTests
{
    private const string Source = """
        using HyperTune;
        [SearchSpace] public partial record Config
        {
            [Uniform(0, 1)] public double Rate { get; init; } = 0.5;
            [Uniform(1, 9)] public byte Count { get; init; } = 3;
            [Choice("a\"b", null, Name = "kind of")] public string? Kind { get; init; } = null;
            [Choice] public E E { get; init; } = E.Two;
            [Uniform(0, 60)] public System.TimeSpan Pause { get; init; } = System.TimeSpan.FromSeconds(1.5);
            [Choice] public bool On { get; init; } = true;
            [Uniform(0, 1)] public decimal Money { get; init; } = 0.30m;
        }
        public enum E { One, Two }
        """;

    [Fact]
    public void Written_json_is_plain()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["Config"];
        Assert.Equal(
            """{"Rate":0.5,"Count":3,"kind of":null,"E":"Two","Pause":"00:00:01.5000000","On":true,"Money":0.30}""",
            driver.ToJson(driver.Default));
    }

    [Theory]
    [InlineData("""{ "Rate": "NaN" }""", """{"Rate":"NaN","Count":3,""")]
    [InlineData("""{ "Rate": 1e400 }""", """{"Rate":"Infinity","Count":3,""")]
    [InlineData("""{ "Count": 4.0, "New": { "x": [1, {}] }, "Rate": 1 }""", """{"Rate":1,"Count":4,""")]
    public void Read_json_may_come_from_elsewhere(string json, string start)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["Config"];
        Assert.StartsWith(start, driver.ToJson(driver.FromJson(json)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "'Config' must be a JSON object, not an array.")]
    [InlineData("""{ "Rate": "fast" }""", "The member 'Rate' must be a number, not this string.")]
    [InlineData("""{ "Count": 256 }""", "The member 'Count' must be an integer from 0 to 255, not this number.")]
    [InlineData("""{ "Count": 1.5 }""", "The member 'Count' must be an integer from 0 to 255, not this number.")]
    [InlineData("""{ "Count": null }""", "The member 'Count' must be an integer from 0 to 255, not null.")]
    [InlineData("""{ "E": "Three" }""", "The member 'E' must be a name of E, not this string.")]
    [InlineData("""{ "On": 1 }""", "The member 'On' must be true or false, not this number.")]
    [InlineData("""{ "Pause": "soon" }""", "The member 'Pause' must be a time span like \"00:00:30\", not this string.")]
    [InlineData("""{ "kind of": {} }""", "The member 'kind of' must be a string, not an object.")]
    public void Value_of_a_wrong_kind_is_named(string json, string message)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(message, Assert.Throws<JsonException>(() => spaces["Config"].FromJson(json)).Message);
    }

    [Fact]
    public void Values_outside_their_ranges_are_written_read_and_reported()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["Config"];
        object config = driver.FromJson("""{ "Rate": 2, "kind of": "c", "E": "7" }""");
        Assert.Contains("\"E\":\"7\"", driver.ToJson(config), StringComparison.Ordinal);
        Assert.Equal(
            ["Rate: 2 is not allowed. Allowed: Uniform in [0, 1].", "kind of: c is not allowed. Allowed: One of a\"b, null.", "E: 7 is not allowed. Allowed: One of One, Two."],
            driver.Validate(config).Select(static error => error.ToString()));
    }
}
