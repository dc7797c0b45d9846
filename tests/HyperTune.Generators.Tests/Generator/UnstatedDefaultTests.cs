namespace HyperTune.Generators.Tests;

/// <summary>Without an initializer the default is what C# makes of a member, where that can be drawn: a config created without values is the default.</summary>
public sealed class UnstatedDefaultTests
{
    [Theory]
    [InlineData("[Uniform(0, 0.5)] public double A { get; set; }", 0.0)]
    [InlineData("[Uniform(0.25, 0.75)] public double A { get; set; }", 0.5)]
    [InlineData("[Uniform(-1, 3)] public float A { get; set; }", 0f)]
    [InlineData("[Uniform(0, 1)] public int A { get; set; }", 0)]
    [InlineData("[Uniform(1, 3)] public int A { get; set; }", 2)]
    [InlineData("[Uniform(-3, 3, Step = 2)] public int A { get; set; }", 1)]
    [InlineData("[LogUniform(1, 100)] public double A { get; set; }", 10.0)]
    [InlineData("[Normal(5, 1, Low = 1)] public double A { get; set; }", null)]
    [InlineData("[Choice(1, 0)] public int A { get; set; }", 0)]
    [InlineData("[Choice(1, 2)] public short A { get; set; }", (short)1)]
    [InlineData("[Choice] public bool A { get; set; }", false)]
    [InlineData("[Choice(true)] public bool A { get; set; }", true)]
    [InlineData("[Choice] public System.DayOfWeek A { get; set; }", DayOfWeek.Sunday)]
    [InlineData("[Choice(System.DayOfWeek.Friday, System.DayOfWeek.Sunday)] public System.DayOfWeek A { get; set; }", DayOfWeek.Sunday)]
    [InlineData("[Ordinal(System.DayOfWeek.Friday, System.DayOfWeek.Monday)] public System.DayOfWeek A { get; set; }", DayOfWeek.Friday)]
    [InlineData("[Choice(1, null)] public int? A { get; set; }", null)]
    [InlineData("[Choice(\"a\", null)] public string? A { get; set; }", null)]
    [InlineData("[Choice(\"a\", \"b\")] public string A { get; set; } = null!;", "a")]
    [InlineData("[Uniform(0, 1)] public double A { get; set; } public Config() { A = 0.75; }", 0.75)]
    [InlineData("[Uniform(0, 1)] public double A { get; set; } public Config() { this.A = 0.75; }", 0.75)]
    [InlineData("[Choice] public bool B { get; set; } [When(nameof(B), false), Uniform(0, 4)] public int A { get; set; }", 0)]
    public void Default_without_an_initializer(string member, object? expected)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public partial class Config {{ {member} }}");
        ISpaceDriver driver = spaces["Config"];
        object? given = Property(driver.Default);
        if (!member.StartsWith("[Normal", StringComparison.Ordinal))
        {
            Assert.Equal(expected, given is double number ? Math.Round(number, 9) : given);
        }

        object? own = Property(Activator.CreateInstance(driver.Space.ConfigType)!);
        bool isAllowed = driver.Validate(Activator.CreateInstance(driver.Space.ConfigType)!).IsEmpty;
        Assert.Equal(isAllowed, Equals(own, given));
        SpaceLaws.AssertHold(driver);

        static object? Property(object config) => config.GetType().GetProperty("A")!.GetValue(config);
    }

    [Fact]
    public void Positional_parameters_and_elements_follow_the_same_rule()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public partial record struct Layer([Uniform(16, 256, Step = 16)] int Units, [Uniform(0, 0.5)] double Dropout);
            [SearchSpace] public partial record Config([Uniform(0, 1)] decimal A, [Repeat(2, 2), Uniform(0, 8)] byte[] B, [Repeat(1, 1)] Layer[] C, [Uniform(0, 9)] System.TimeSpan D)
            {
                public string Text => $"{A} {string.Join(' ', B)} {C[0].Units} {C[0].Dropout} {D}";
            }
            """);
        object config = spaces["Config"].Default;
        Assert.Equal("0 0 0 144 0 00:00:00", config.GetType().GetProperty("Text")!.GetValue(config));
        SpaceLaws.AssertHold(spaces["Config"]);
    }
}
