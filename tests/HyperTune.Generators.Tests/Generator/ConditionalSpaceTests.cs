namespace HyperTune.Generators.Tests;

/// <summary>Closed record hierarchies: a config is one of the cases, and parameters exist in their case only.</summary>
public sealed class ConditionalSpaceTests
{
    private const string Source = """
        using HyperTune;
        namespace App;

        [SearchSpace]
        public sealed partial record Config
        {
            [LogUniform(0.001, 1)] public double Rate { get; init; } = 0.01;
            public Optimizer Optimizer { get; init; } = new Optimizer.Adam(0.002, 0.9) { Decay = 0.25 };
            [Uniform(1, 9)] public int Epochs { get; init; } = 3;
        }

        [SearchSpace]
        public abstract partial record Optimizer
        {
            [Uniform(0, 1)] public double Decay { get; init; } = 0.5;

            public sealed partial record Sgd([LogUniform(0.001, 1)] double LearningRate, [Uniform(0, 0.99)] double Momentum = 0.5) : Optimizer;

            [StableName("adam")]
            public sealed record Adam([LogUniform(1e-5, 0.1)] double LearningRate, [Uniform(0.8, 0.999)] double Beta1) : Optimizer
            {
                [Choice] public bool Amsgrad { get; init; }
                public Warmup Warmup { get; init; } = new(Steps: 7);
            }

            public abstract record Search : Optimizer
            {
                [Uniform(1, 5)] public int Depth { get; init; } = 2;

                public sealed record Line([Choice("armijo", "wolfe")] string Rule) : Search;

                public sealed record Grid : Search;
            }
        }

        [SearchSpace] public partial record Warmup([Uniform(0, 10)] int Steps);
        """;

    [Fact]
    public void Conditional_spaces_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces["App.Config"], draws: 200);
        SpaceLaws.AssertHold(spaces["App.Optimizer"], draws: 200);
    }

    [Theory]
    [InlineData("public sealed record First([Uniform(0, 1)] double Space, [Uniform(0, 1)] double Gradient) : Config;")]
    [InlineData("public sealed record First([Choice] bool SpaceDescriptor) : Config; public abstract record Inner : Config { public sealed record Second([Choice] bool Space) : Inner; }")]
    public void Cases_may_name_a_member_like_something_generated(string cases)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public abstract partial record Config {{ {cases} }}");
        SpaceLaws.AssertHold(spaces["Config"]);
    }

    [Fact]
    public void Names_are_paths_and_conditions_form_a_tree()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            [
                "Rate: Log-uniform in [0.001, 1]; default 0.01",
                "Optimizer: One of Sgd, adam, Search; default adam",
                "Optimizer.Decay: Uniform in [0, 1]; default 0.25",
                "Optimizer.Sgd.LearningRate: Log-uniform in [0.001, 1]; default 0.0316227766016838; when Optimizer is Sgd",
                "Optimizer.Sgd.Momentum: Uniform in [0, 0.99]; default 0.5; when Optimizer is Sgd",
                "Optimizer.adam.LearningRate: Log-uniform in [1E-05, 0.1]; default 0.002; when Optimizer is adam",
                "Optimizer.adam.Beta1: Uniform in [0.8, 0.999]; default 0.9; when Optimizer is adam",
                "Optimizer.adam.Amsgrad: One of false, true; default false; when Optimizer is adam",
                "Optimizer.adam.Warmup.Steps: Uniform in [0, 10] in steps of 1; default 7; when Optimizer is adam",
                "Optimizer.Search: One of Line, Grid; default Line; when Optimizer is Search",
                "Optimizer.Search.Depth: Uniform in [1, 5] in steps of 1; default 2; when Optimizer is Search",
                "Optimizer.Search.Line.Rule: One of armijo, wolfe; default armijo; when Optimizer.Search is Line",
                "Epochs: Uniform in [1, 9] in steps of 1; default 3",
            ],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.ToString()));
    }

    [Fact]
    public void Root_is_named_like_its_type()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver optimizer = spaces["App.Optimizer"];
        Assert.Equal(["Optimizer", "Optimizer.Decay", "Optimizer.Sgd.LearningRate"], optimizer.Space.Parameters.Take(3).Select(static parameter => parameter.Name));
        Assert.Equal("Sgd", optimizer.Default.GetType().Name);
    }

    [Fact]
    public void Typed_access_follows_the_cases()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """
            public static class Look
            {
                public static string Names => string.Join(" ", [
                    Config.Space.Optimizer.Case.Name, Config.Space.Optimizer.Adam.Beta1.Name, Config.Space.Optimizer.Search.Case.Name,
                    Config.Space.Optimizer.Search.Line.Rule.Name, Optimizer.Space.Sgd.Momentum.Name, Config.Space.Optimizer.Adam.Warmup.Steps.Name]);
            }
            """);
        Assert.Equal(
            "Optimizer Optimizer.adam.Beta1 Optimizer.Search Optimizer.Search.Line.Rule Optimizer.Sgd.Momentum Optimizer.adam.Warmup.Steps",
            spaces.Assembly.GetType("App.Look")!.GetProperty("Names")!.GetValue(null));
    }

    [Fact]
    public void Decoding_builds_the_case_that_the_selector_names()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        double[] vector = [0, 0.25, 0.01, 0.75, 9, 9, 9, 9, 9, 9, 9];
        Assert.Equal("Sgd { Decay = 0.25, LearningRate = 0.01, Momentum = 0.75 }", spaces["App.Optimizer"].Decode(vector).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => spaces["App.Optimizer"].Decode([3, .. vector[1..]]));
    }

    [Theory]
    [InlineData("""{"$type":"Sgd","Momentum":0.25}""", """{"$type":"Sgd","Decay":0.5,"LearningRate":0.0316227766016838,"Momentum":0.25}""")]
    [InlineData("""{"Decay":0.125,"x":{"$type":"no"},"$type":"adam","Beta1":0.85,"Amsgrad":true}""", """{"$type":"adam","Decay":0.125,"LearningRate":0.0010000000000000002,"Beta1":0.85,"Amsgrad":true,"Warmup":{"Steps":7}}""")]
    [InlineData("""{"$type":"Search.Line","Depth":5}""", """{"$type":"Search.Line","Decay":0.5,"Depth":5,"Rule":"armijo"}""")]
    [InlineData("""{"LearningRate":0.5}""", """{"$type":"Sgd","Decay":0.5,"LearningRate":0.5,"Momentum":0.5}""")]
    public void Json_names_the_case_first_or_anywhere(string json, string written)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver optimizer = spaces["App.Optimizer"];
        Assert.Equal(written, optimizer.ToJson(optimizer.FromJson(json)));
    }

    [Fact]
    public void Unknown_case_in_json_is_named()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        System.Text.Json.JsonException exception = Assert.Throws<System.Text.Json.JsonException>(() => spaces["App.Optimizer"].FromJson("""{"$type":"Adagrad"}"""));
        Assert.Equal("'Optimizer' has no case 'Adagrad'; the member '$type' must be one of Sgd, adam, Search.Line, Search.Grid.", exception.Message);
    }

    [Fact]
    public void Errors_name_the_case()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver config = spaces["App.Config"];
        object broken = config.FromJson("""{"Optimizer":{"$type":"adam","Beta1":2,"Warmup":{"Steps":11}}}""");
        Assert.Equal(
            ["Optimizer.adam.Beta1: 2 is not allowed. Allowed: Uniform in [0.8, 0.999].", "Optimizer.adam.Warmup.Steps: 11 is not allowed. Allowed: Uniform in [0, 10] in steps of 1."],
            config.Validate(broken).Select(static error => error.ToString()));
    }

    [Fact]
    public void Shared_members_can_be_arguments_of_cases()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public abstract partial record Shape([Uniform(0, 9)] int Color)
            {
                public sealed record Circle([Uniform(0, 1)] double Radius, int Color) : Shape(Color);
                public sealed record Square([Uniform(0, 1)] double Side) : Shape(3);
            }
            """);
        ISpaceDriver shape = spaces["Shape"];
        SpaceLaws.AssertHold(shape);
        Assert.Equal("Circle { Color = 8, Radius = 0.5 }", shape.Decode([0, 8, 0.5, double.NaN]).ToString());
        Assert.Equal("Square { Color = 7, Side = 0.25 }", shape.Decode([1, 7, double.NaN, 0.25]).ToString());
    }

    [Theory]
    [InlineData("[SearchSpace] public abstract partial record U { public sealed record A : U; public sealed record B : U; }")]
    [InlineData("[SearchSpace] public abstract partial record U { public sealed record @class([Choice] bool @int) : U; public sealed record Default([Choice] bool Case) : U; }")]
    [InlineData("[SearchSpace] public abstract partial record U { internal sealed record A([Choice] bool X) : U; private sealed record B([Uniform(0, 1)] double X) : U; }")]
    [InlineData("[SearchSpace] public abstract partial record U { [Choice] public bool Case { get; init; } public sealed record A([Uniform(0, 1)] double ACase) : U; }")]
    [InlineData("[SearchSpace] public abstract partial class U { public sealed class A : U { [Uniform(0, 1)] public double X { get; set; } } public sealed class B : U; }")]
    [InlineData("[SearchSpace] internal abstract partial record U { public sealed record Only([Uniform(0, 1)] double X) : U { [Choice] public bool Y { get; init; } = true; } }")]
    [InlineData("[SearchSpace] public abstract partial record U { public sealed record A(V V) : U; } [SearchSpace] public abstract partial record V { public sealed record A([Choice] bool X) : V; public sealed record B : V; }")]
    public void Unusual_cases_round_trip(string source)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune;\n" + source);
        SpaceLaws.AssertHold(spaces["U"]);
    }

    [Fact]
    public void Snapshot_shows_cases() => Snapshot.Verify(GeneratorRun.Of(Source), this);
}
