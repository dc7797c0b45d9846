namespace HyperTune.Generators.Tests;

/// <summary>Tuned lists.</summary>
public sealed class RepeatTests
{
    private const string Source = """
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using HyperTune;
        namespace App;

        [SearchSpace]
        public sealed partial record Config
        {
            /// <summary>The hidden layers.</summary>
            [Repeat(1, 4)] public ImmutableArray<Layer> Hidden { get; init; } = [new(64, 0.125)];
            [Repeat(0, 2), Uniform(0, 9, Name = "numbers")] public int[] Numbers { get; init; } = [3, 4];
            [Repeat(2, 2), Choice("a", "b", null)] public IReadOnlyList<string?> Fixed { get; init; } = ["b", null];
            [Choice] public bool More { get; init; }
            [When(nameof(More), true), Repeat(1, 2), StableName("extra")] public IReadOnlyList<Head> Heads { get; init; } = [new Head.Linear()];
            [Repeat(2, 3), LogUniform(0.1, 1)] public double[] Rates { get; init; }
        }

        [SearchSpace] public partial record struct Layer([Uniform(16, 256, Step = 16)] int Units, [Uniform(0, 0.5)] double Dropout);

        [SearchSpace] public abstract partial record Head
        {
            public sealed record Linear : Head;
            public sealed record Deep([Uniform(1, 5)] int Depth) : Head;
        }
        """;

    private static readonly string Warningless = Source.Replace("public double[] Rates { get; init; }", "public double[] Rates { get; init; } = null!;", StringComparison.Ordinal);

    [Fact]
    public void Lists_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        SpaceLaws.AssertHold(spaces["App.Config"], draws: 300);
    }

    [Fact]
    public void Elements_exist_while_the_count_is_above_them()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        Assert.Equal(
            [
                "Hidden.Count", "Hidden[0].Units", "Hidden[0].Dropout",
                "Hidden[1].Units when Hidden.Count is at least 2", "Hidden[1].Dropout when Hidden.Count is at least 2",
                "Hidden[2].Units when Hidden.Count is at least 3", "Hidden[2].Dropout when Hidden.Count is at least 3",
                "Hidden[3].Units when Hidden.Count is at least 4", "Hidden[3].Dropout when Hidden.Count is at least 4",
                "numbers.Count", "numbers[0] when numbers.Count is at least 1", "numbers[1] when numbers.Count is at least 2",
                "Fixed[0]", "Fixed[1]", "More",
                "extra.Count when More is true", "extra[0] when More is true", "extra[0].Deep.Depth when extra[0] is Deep",
                "extra[1] when extra.Count is at least 2", "extra[1].Deep.Depth when extra[1] is Deep",
                "Rates.Count", "Rates[0]", "Rates[1]", "Rates[2] when Rates.Count is at least 3",
            ],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.Name + (parameter.Condition is null ? "" : " when " + parameter.Condition)));
    }

    [Fact]
    public void Defaults_come_from_the_initializers_and_else_from_the_language_or_the_middle()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        SearchSpace space = spaces["App.Config"].Space;
        Assert.Equal(
            [1, 64, 0.125, 144, 0, 144, 0, 144, 0, 2, 3, 4, 1, 2, 0, 2, 0, 3, 0, 3],
            space.Parameters.Take(20).Select(static parameter => parameter.DefaultValue));
        Assert.Equal(3, space.FindParameter("Rates.Count")!.DefaultValue);
    }

    [Fact]
    public void Typed_access_reaches_lengths_and_elements()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless + """
            public static class Look
            {
                public static string Names => string.Join(" ", [
                    Config.Space.Hidden.Count!.Name, Config.Space.Hidden[2].Units.Name, Config.Space.Numbers[1].Name, Config.Space.Heads[0].Deep.Depth.Name,
                    Config.Space.Fixed.Count is null ? "fixed" : "not fixed", Config.Space.Hidden.Maximum.ToString(null, null)]);
            }
            """);
        Assert.Equal("Hidden.Count Hidden[2].Units numbers[1] extra[0].Deep.Depth fixed 4", spaces.Assembly.GetType("App.Look")!.GetProperty("Names")!.GetValue(null));
    }

    [Fact]
    public void Element_says_the_default_that_its_list_gives()
    {
        const string code = """
            using HyperTune;
            namespace App;
            [SearchSpace] public partial record Config
            {
                [Repeat(1, 3)] public Layer[] Hidden { get; init; } = [new() { Units = 64 }, new()];
                [Repeat(1, 4), Uniform(0, 9)] public int[] Numbers { get; init; } = [3];
                [Repeat(2, 4), Uniform(1, 9)] public int[] More { get; init; } = null!;
            }
            [SearchSpace] public partial record Layer { [Uniform(16, 256)] public int Units { get; init; } = 32; }
            """;
        string text = GeneratorRun.Of(code).Text;
        Assert.Contains("/// <summary>Uniform in [16, 256]; default 32.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("A list of 1 to 3 elements, each: The nested search space App.Layer. Default: what its initializer gives.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("A list of 1 to 4 elements, each: Uniform in [0, 9]. Default: what its initializer gives.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("A list of 2 to 4 elements, each: Uniform in [1, 9]. Default: 3 elements, each 5.</summary>", text, StringComparison.Ordinal);
        using CompiledSpaces spaces = CompiledSpaces.Of(code);
        SearchSpace space = spaces["App.Config"].Space;
        Assert.EndsWith("; default 64", space.FindParameter("Hidden[0].Units")!.ToString(), StringComparison.Ordinal);
        Assert.Contains("; default 32;", space.FindParameter("Hidden[1].Units")!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("; default 3", space.FindParameter("Numbers[0]")!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("; default 3", space.FindParameter("More.Count")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_arrays()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        ISpaceDriver driver = spaces["App.Config"];
        Assert.StartsWith(
            """{"Hidden":[{"Units":64,"Dropout":0.125}],"numbers":[3,4],"Fixed":["b",null],"More":false,"Rates":[""",
            driver.ToJson(driver.Default),
            StringComparison.Ordinal);
        object config = driver.FromJson("""{"Hidden":[{"Units":32},{}],"numbers":[],"More":true,"extra":[{"$type":"Deep"}],"Rates":[0.5,1]}""");
        Assert.Equal(
            """{"Hidden":[{"Units":32,"Dropout":0},{"Units":144,"Dropout":0}],"numbers":[],"Fixed":["b",null],"More":true,"extra":[{"$type":"Deep","Depth":3}],"Rates":[0.5,1]}""",
            driver.ToJson(config));
    }

    [Fact]
    public void Lists_of_a_wrong_length_are_reported()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson("""{"Hidden":[],"numbers":[1,2,30],"Fixed":["b"],"Rates":[2,1,1,1]}""");
        Assert.Equal(
            [
                "Hidden: 0 elements are not allowed. Allowed: 1 to 4.", "numbers: 3 elements are not allowed. Allowed: 0 to 2.",
                "Fixed: 1 elements are not allowed. Allowed: 2.", "Rates: 4 elements are not allowed. Allowed: 2 to 3.",
                "Rates[0]: 2 is not allowed. Allowed: Log-uniform in [0.1, 1].",
            ],
            driver.Validate(config).Select(static error => error.ToString()));
        Assert.False(driver.Space.Contains(driver.Encode(config)));
    }

    [Fact]
    public void Length_that_the_list_cannot_have_is_refused()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Warningless);
        ISpaceDriver driver = spaces["App.Config"];
        double[] vector = driver.Encode(driver.Default);
        vector[0] = 5;
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => driver.Decode(vector));
        Assert.Contains("The length of 'Hidden' must be from 1 to 4.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_are_equally_likely()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Repeat(0, 5), Uniform(0, 1)] double[] X);");
        var random = new RandomStream(11);
        int[] counts = new int[6];
        double[] vector = new double[6];
        for (int i = 0; i < 30_000; i++)
        {
            spaces["Config"].Space.SampleVector(ref random, vector);
            counts[(int)vector[0]]++;
        }

        // The 0.999 quantile of chi-square with 5 degrees of freedom.
        Assert.True(counts.Sum(static count => (count - 5000.0) * (count - 5000.0) / 5000) < 20.515, string.Join(", ", counts));
    }

    [Fact]
    public void Snapshot_shows_lists() => Snapshot.Verify(GeneratorRun.Of(Warningless), this);

    [Theory]
    [InlineData("public partial record Config([Repeat(1, 2)] Inner[] A, [Repeat(0, 1), Choice] System.Collections.Generic.IReadOnlyList<bool>? B = null);")]
    [InlineData("public partial class Config { [Repeat(3, 3)] public required System.Collections.Immutable.ImmutableArray<Inner> A { get; set; } }")]
    [InlineData("public partial struct Config { [Repeat(0, 3), Uniform(0, 1)] public System.Collections.Immutable.ImmutableArray<decimal?> A { get; set; } }")]
    [InlineData("public partial class Config { [Repeat(0, 3), Uniform(0, 60)] public System.TimeSpan[] items { get; set; } = []; [Repeat(1, 1), Ordinal(1, 5)] public byte[] length { get; set; } = [5]; }")]
    public void Every_kind_of_declaration_round_trips(string declaration)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] {declaration} [SearchSpace] public sealed partial record Inner([Uniform(0, 1)] double X);");
        SpaceLaws.AssertHold(spaces["Config"]);
    }
}
