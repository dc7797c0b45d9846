namespace HyperTune.Generators.Tests;

/// <summary>Generated draws follow their distributions.</summary>
public sealed class SamplingTests
{
    /// <summary>The 0.999 quantile of chi-square with 5 degrees of freedom: a right sampler fails once in a thousand seeds, and the seed is fixed.</summary>
    private const double ChiSquareLimit = 20.515;

    private const int Draws = 30_000;

    [Theory]
    [InlineData("int", "Uniform(1, 6)", 1, 1)]
    [InlineData("long", "Uniform(-3, 2)", -3, 1)]
    [InlineData("short", "Uniform(0, 50, Step = 10)", 0, 10)]
    [InlineData("byte", "Uniform(250, 255)", 250, 1)]
    [InlineData("double", "Uniform(0, 0.5, Step = 0.1)", 0, 0.1)]
    [InlineData("decimal", "Uniform(1, 1.5, Step = 0.1)", 1, 0.1)]
    [InlineData("int", "Choice(5, 3, 1, 2, 4, 0)", 0, 1)]
    public void Six_values_are_equally_likely(string type, string attribute, double low, double step)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public partial record Config([{attribute}] {type} X);");
        ISpaceDriver driver = spaces["Config"];
        int[] counts = new int[6];
        var random = new RandomStream(2024);
        double[] vector = new double[1];
        for (int i = 0; i < Draws; i++)
        {
            driver.Space.SampleVector(ref random, vector);
            counts[(int)Math.Round((vector[0] - low) / step)]++;
        }

        double expected = Draws / 6.0;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.True(chiSquare < ChiSquareLimit, $"Chi-square {chiSquare}: {string.Join(", ", counts)}");
    }

    [Fact]
    public void Same_seed_gives_the_same_configs()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Uniform(0, 1)] double X, [Choice] bool Y);");
        ISpaceDriver driver = spaces["Config"];
        Assert.Equal(Draw(driver), Draw(driver));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Entry_that_is_no_index_is_refused(double entry)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Choice(\"a\", \"b\")] string X);");
        ISpaceDriver driver = spaces["Config"];
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => driver.Decode([entry]));
        Assert.Contains("'X' must be an index of its list, from 0 to 1", exception.Message, StringComparison.Ordinal);
    }

    private static List<object> Draw(ISpaceDriver driver)
    {
        var random = new RandomStream(5);
        var configs = new List<object>();
        for (int i = 0; i < 20; i++)
        {
            configs.Add(driver.Sample(ref random));
        }

        return configs;
    }
}
