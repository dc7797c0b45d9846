namespace HyperTune.Generators.Tests;

/// <summary>Every type with every distribution in every kind of declaration: it compiles without a warning and its code does what it says.</summary>
public sealed class EveryTypeTests
{
    [Theory]
    [InlineData("partial record", "public", "{ get; init; }")]
    [InlineData("partial class", "public", "{ get; set; }")]
    [InlineData("sealed partial class", "public required", "{ get; init; }")]
    [InlineData("sealed partial record", "internal", "{ get; set; }")]
    [InlineData("partial record struct", "public required", "{ get; set; }")]
    [InlineData("readonly partial record struct", "public required", "{ get; init; }")]
    [InlineData("partial struct", "public required", "{ get; set; }")]
    public void Space_of_properties_round_trips(string declaration, string modifiers, string accessors)
        => AssertRoundTrips($"[SearchSpace] public {declaration} Config\n{{\n{Declare.Properties(modifiers, accessors)}}}\n");

    [Theory]
    [InlineData("partial record")]
    [InlineData("sealed partial record")]
    [InlineData("partial record struct")]
    [InlineData("readonly partial record struct")]
    public void Space_of_positional_parameters_round_trips(string declaration)
        => AssertRoundTrips($"[SearchSpace] public {declaration} Config(\n    {Declare.Positional});\n");

    [Fact]
    public void Space_of_a_class_with_a_primary_constructor_round_trips()
    {
        string parameters = Declare.Positional.Replace(" P", " p", StringComparison.Ordinal);
        string properties = string.Concat(Declare.EveryMember.Select(static (member, i) => $"    public {member.Type} P{i} {{ get; }} = p{i};\n"));
        AssertRoundTrips($"[SearchSpace] public partial class Config(\n    {parameters})\n{{\n{properties}}}\n");
    }

    private static void AssertRoundTrips(string declaration)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune;\nnamespace App;\n" + Declare.Enum + declaration);
        ISpaceDriver driver = spaces["App.Config"];
        Assert.Equal(Declare.EveryMember.Count, driver.Space.DimensionCount);
        SpaceLaws.AssertHold(driver);
    }
}
