using System.Numerics;

namespace HyperTune.Generators.Tests;

/// <summary>Search spaces that a config can do without.</summary>
public sealed class OptionalSpaceTests
{
    private const string Source = """
        using System.Collections.Immutable;
        using HyperTune;
        namespace App;

        [SearchSpace] public partial record Config(Warmup? Positional, Point? Place = null)
        {
            [Choice] public bool Augment { get; init; }
            public Warmup? Absent { get; init; }
            public Warmup? Given { get; init; } = new() { Steps = 7 };
            public required Optimizer? Optimizer { get; init; }
            [When(nameof(Augment), true)] public Warmup? Conditional { get; init; }
            [Repeat(0, 2)] public ImmutableArray<Layer> Layers { get; init; } = [new(), new()];
            public Warmup Always { get; init; } = new();
        }

        [SearchSpace] public sealed partial record Warmup
        {
            [Uniform(1, 10)] public int Steps { get; init; } = 3;
            [LogUniform(0.001, 1)] public double Rate { get; init; } = 0.25;
            [Constraint] public static bool IsShort(Warmup warmup) => warmup.Steps * warmup.Rate < 8;
        }

        [SearchSpace] public partial struct Point { public Point() { } [Uniform(0, 1)] public double X { get; set; } = 0.125; public Warmup? Inner { get; set; } }

        [SearchSpace] public sealed partial record Layer { [Uniform(1, 64)] public int Units { get; init; } = 8; public Point? Start { get; init; } = new Point(); }

        [SearchSpace] public abstract partial record Optimizer
        {
            public sealed partial record Sgd([Uniform(0, 1)] double Momentum = 0.5) : Optimizer;
            public sealed partial record Adam : Optimizer { public Warmup? Warmup { get; init; } }
        }
        """;

    [Theory]
    [InlineData("App.Config")]
    [InlineData("App.Point")]
    [InlineData("App.Layer")]
    [InlineData("App.Optimizer")]
    public void Optional_parts_round_trip(string type)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces[type], draws: 300);
    }

    [Fact]
    public void Presence_is_a_parameter_named_as_the_property()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SearchSpace space = spaces["App.Point"].Space;
        Assert.Equal(["X", "Inner", "Inner.Steps", "Inner.Rate"], space.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal("Inner is present", space.Parameters[2].Condition!.ToString());
        Assert.Equal(["absent", "present"], Assert.IsType<ChoiceParameter<string>>(space.Parameters[1]).Values.AsEnumerable());
    }

    [Fact]
    public void Selector_of_a_conditional_space_is_the_parts_case()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Parameter[] parameters = [.. spaces["App.Config"].Space.Parameters.Where(static parameter => parameter.Name.StartsWith("Optimizer", StringComparison.Ordinal))];
        Assert.Equal(
            ["Optimizer", "Optimizer.Case", "Optimizer.Sgd.Momentum", "Optimizer.Adam.Warmup", "Optimizer.Adam.Warmup.Steps", "Optimizer.Adam.Warmup.Rate"],
            parameters.Select(static parameter => parameter.Name));
        Assert.Equal("Optimizer is present", parameters[1].Condition!.ToString());
        Assert.Equal("Optimizer.Case is Sgd", parameters[2].Condition!.ToString());
    }

    [Fact]
    public void Part_without_an_initializer_is_absent()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver config = spaces["App.Config"];
        Dictionary<string, double> defaults = config.Space.Parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.DefaultValue);
        Assert.Equal([0, 0, 0, 1, 0, 0], new[] { "Positional", "Place", "Absent", "Given", "Optimizer", "Conditional" }.Select(name => defaults[name]));
        // What is absent by default has a default of its own for when it is there.
        Assert.Equal((7, 3), (defaults["Given.Steps"], defaults["Absent.Steps"]));
        Assert.Equal(1, defaults["Layers[0].Start"]);
        Assert.Contains("\"Absent\":null", config.ToJson(config.Default).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptor_leads_to_presence_and_parameters()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """
            public static class Look
            {
                public static ChoiceParameter<string> Presence => Config.Space.Given.Presence;
                public static RangeParameter<int> Steps => Config.Space.Given.Space.Steps;
                public static Config.Gradient Gradient => new() { Given = new Warmup.Gradient { Rate = 2 }, Place = new Point.Gradient { X = 3 } };
                public static double[] Vector { get { var v = new double[Config.Space.DimensionCount]; Gradient.WriteTo(v); return v; } }
            }
            """);
        Type look = spaces.Assembly.GetType("App.Look")!;
        Assert.Equal("Given", ((Parameter)look.GetProperty("Presence")!.GetValue(null)!).Name);
        var steps = (Parameter)look.GetProperty("Steps")!.GetValue(null)!;
        Assert.Equal("Given.Steps", steps.Name);
        double[] gradient = (double[])look.GetProperty("Vector")!.GetValue(null)!;
        Assert.Equal(2, gradient[steps.Index + 1]);
        Assert.Equal(2, gradient.Count(static entry => !double.IsNaN(entry)));
    }

    [Fact]
    public void Json_null_is_absence_and_a_missing_member_comes_from_the_default()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver layer = spaces["App.Layer"];
        Assert.Equal([5, 0, double.NaN, double.NaN, double.NaN, double.NaN], layer.Encode(layer.FromJson("""{ "Units": 5, "Start": null }""")));
        Assert.Equal([8, 1, 0.75, 1, 3, 0.25], layer.Encode(layer.FromJson("""{ "Start": { "X": 0.75, "Inner": {} } }""")));
    }

    [Fact]
    public void Constraints_hold_where_the_part_is_there()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SearchSpace space = spaces["App.Point"].Space;
        Assert.Null(space.FindViolatedConstraint([0.5, 0, double.NaN, double.NaN]));
        Assert.Equal("Inner.IsShort", space.FindViolatedConstraint([0.5, 1, 10, 0.9]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(double.NaN)]
    public void Presence_of_another_value_cannot_be_decoded(double presence)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Exception thrown = Assert.ThrowsAny<Exception>(() => spaces["App.Point"].Decode([0.5, presence, 3, 0.5]));
        Assert.Contains("Inner", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cardinality_counts_absence_once()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public partial record Config([Choice] bool Flag, Part? Part);
            [SearchSpace] public partial record Part([Choice(1, 2, 3)] int Value);
            """);
        Assert.Equal(new BigInteger(2 * (1 + 3)), spaces["Config"].Space.Cardinality);
    }

    [Fact]
    public void Type_without_a_question_mark_is_always_there_where_annotations_are_off()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            #nullable disable
            using HyperTune;
            [SearchSpace] public partial record Config { public Part Part { get; set; } }
            [SearchSpace] public partial record Part([Choice(1, 2, 3)] int Value);
            """);
        Assert.Equal(["Part.Value"], spaces["Config"].Space.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Snapshot_shows_an_optional_part() => Snapshot.Verify(
        GeneratorRun.Of("""
            using HyperTune;
            namespace App;
            /// <summary>How training starts.</summary>
            [SearchSpace] public partial record Start { public Warmup? Warmup { get; init; } }
            [SearchSpace] public sealed partial record Warmup([Uniform(1, 10)] int Steps = 3);
            """),
        this);
}
