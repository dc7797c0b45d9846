namespace HyperTune.Generators.Tests;

/// <summary>Spaces inside spaces.</summary>
public sealed class NestedSpaceTests
{
    private const string Source = """
        using HyperTune;
        namespace App;

        [SearchSpace] public partial record Config
        {
            [Uniform(0, 1)] public double First { get; init; } = 0.5;
            public Optimizer Optimizer { get; init; } = new(0.125, new Schedule { Warmup = 7 });
            [Choice] public bool Middle { get; init; }
            public required Schedule Schedule { get; init; }
            [Uniform(1, 3)] public int Last { get; init; } = 2;
        }

        [SearchSpace] public sealed partial record Optimizer([LogUniform(0.001, 1)] double LearningRate, Schedule Schedule);

        [SearchSpace] public partial struct Schedule { public Schedule() { } [Uniform(0, 10, Name = "warm")] public int Warmup { get; set; } = 3; }
        """;

    [Fact]
    public void Nested_spaces_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces["App.Config"]);
        SpaceLaws.AssertHold(spaces["App.Optimizer"]);
    }

    [Fact]
    public void Names_are_paths_in_declaration_order()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            ["First", "Optimizer.LearningRate", "Optimizer.Schedule.warm", "Middle", "Schedule.warm", "Last"],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Defaults_are_those_of_the_root()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal([0.5, 0.125, 7, 0, 3, 2], spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.DefaultValue));
        Assert.Equal(3, spaces["App.Schedule"].Space.Parameters[0].DefaultValue);
    }

    [Fact]
    public void Default_is_a_new_config_each_time()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.NotSame(spaces["App.Config"].Default, spaces["App.Config"].Default);
    }

    [Fact]
    public void Json_members_that_are_missing_come_from_the_root_default()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver config = spaces["App.Config"];
        Assert.Equal([0.5, 0.25, 7, 0, 3, 2], config.Encode(config.FromJson("""{ "Unknown": [1, { "a": 2 }], "Optimizer": { "LearningRate": 0.25 } }""")));
    }

    [Fact]
    public void Missing_nested_config_is_a_validation_error()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """
            public static class Make { public static Config Broken() => Config.Space.Default with { Optimizer = null! }; }
            """);
        object broken = spaces.Assembly.GetType("App.Make")!.GetMethod("Broken")!.Invoke(null, null)!;
        Assert.Equal("Optimizer: null is not allowed.", Assert.Single(spaces["App.Config"].Validate(broken)).ToString());
    }

    [Fact]
    public void Nested_descriptor_is_a_space_over_its_slice()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """
            public static class Look { public static SearchSpace<Optimizer> Nested => Config.Space.Optimizer; }
            """);
        var space = (SearchSpace)spaces.Assembly.GetType("App.Look")!.GetProperty("Nested")!.GetValue(null)!;
        Assert.Equal([1, 2], space.Parameters.Select(static parameter => parameter.Index));
        double[] vector = [double.NaN, 4];
        Assert.False(space.Contains(vector));
        space.Normalize(vector);
        Assert.Equal([0.125, 4], vector);
        Assert.True(space.Contains(vector));
    }

    [Fact]
    public void Snapshot_shows_nesting() => Snapshot.Verify(GeneratorRun.Of(Source), this);

    [Fact]
    public void Nested_space_of_a_referenced_project_is_found()
    {
        GeneratorRun library = GeneratorRun.Of("using HyperTune; namespace Lib; [SearchSpace] public partial record Inner([Uniform(0, 1)] double X) { public class SpaceDescriptor; }");
        using var stream = new MemoryStream();
        Assert.True(library.Output.Emit(stream).Success);
        var reference = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(stream.ToArray());
        GeneratorRun run = GeneratorRun.WithReferences([reference], "using HyperTune; [SearchSpace] public partial record Config(Lib.Inner Inner);");
        Assert.Contains("global::Lib.Inner.SpaceDescriptor2.Instance", run.Text, StringComparison.Ordinal);
    }
}
