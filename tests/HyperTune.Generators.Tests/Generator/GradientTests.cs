namespace HyperTune.Generators.Tests;

/// <summary>The records of derivatives.</summary>
public sealed class GradientTests
{
    private const string Source = """
        using System.Collections.Generic;
        using HyperTune;
        namespace App;

        [SearchSpace]
        public sealed partial record Config
        {
            [LogUniform(0.001, 1)] public double Rate { get; init; } = 0.5;
            [Uniform(1, 9)] public int Units { get; init; } = 3;
            [Uniform(0, 1, Step = 0.1)] public double Stepped { get; init; }
            [Uniform(1, 9)] public System.TimeSpan Wait { get; init; } = System.TimeSpan.FromSeconds(3);
            public Optimizer Optimizer { get; init; } = new Optimizer.Sgd(0.5f);
            public Discrete Discrete { get; init; } = new(true);
            [Repeat(1, 2), Uniform(0, 1)] public double[] Weights { get; init; } = [0.5];
            [Repeat(1, 2)] public IReadOnlyList<Optimizer> List { get; init; } = [new Optimizer.Sgd(0.5f)];
            [Uniform(0, 1)] private double Hidden { get; init; } = 0.5;
            [Uniform(0, 1)] public decimal WriteTo { get; init; } = 0.5m;
        }

        [SearchSpace] public abstract partial record Optimizer
        {
            [Uniform(0, 1)] public double Decay { get; init; } = 0.5;
            public sealed record Sgd([Uniform(0, 1)] float Momentum) : Optimizer;
            public sealed record None : Optimizer;
        }

        [SearchSpace] public sealed partial record Discrete([Choice] bool X);
        """;

    [Fact]
    public void Gradient_is_written_in_the_order_of_the_vector()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source + """
            public static class Make
            {
                public static void Write(string property, double[] vector) => (property == "Full" ? Full : Empty).WriteTo(vector);
                private static IGradient<Config> Full => new Config.Gradient
                {
                    Rate = 1, Wait = 2, Optimizer = new() { Decay = 3, Sgd = new() { Momentum = 4 } }, Weights = [5, null],
                    List = [null, new() { Decay = 6 }], WriteToParameter = 7,
                };
                private static IGradient<Config> Empty => new Config.Gradient();
            }
            """);
        SearchSpace space = spaces["App.Config"].Space;
        double[] vector = Write(spaces, "Full", space.DimensionCount);
        Assert.Equal(
            ["Rate 1", "Wait 2", "Optimizer.Decay 3", "Optimizer.Sgd.Momentum 4", "Weights[0] 5", "List[1].Decay 6", "WriteTo 7"],
            space.Parameters.Where(parameter => !double.IsNaN(vector[parameter.Index])).Select(parameter => $"{parameter.Name} {vector[parameter.Index]}"));
        Assert.All(Write(spaces, "Empty", space.DimensionCount), static value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Space_without_continuous_parameters_has_no_gradient()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Null(spaces.Assembly.GetType("App.Discrete+Gradient"));
        Assert.Null(spaces.Assembly.GetType("App.Config+Gradient")!.GetProperty("Discrete"));
        Assert.Null(spaces.Assembly.GetType("App.Config+Gradient")!.GetProperty("Units"));
        Assert.Null(spaces.Assembly.GetType("App.Config+Gradient")!.GetProperty("Hidden"));
    }

    [Theory]
    [InlineData("[Uniform(0, 1)] public double Gradient { get; init; }", "Config+Gradient2")]
    [InlineData("[Uniform(0, 1)] public double X { get; init; } private sealed class Gradient;", "Config+Gradient2")]
    public void Name_of_the_gradient_is_free(string members, string name)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public partial record Config {{ {members} }}");
        Assert.NotNull(spaces.Assembly.GetType(name));
    }

    private static double[] Write(CompiledSpaces spaces, string property, int length)
    {
        double[] vector = new double[length];
        spaces.Assembly.GetType("App.Make")!.GetMethod("Write")!.Invoke(null, [property, vector]);
        return vector;
    }
}
