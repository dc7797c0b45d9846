namespace HyperTune.Generators.Tests;

/// <summary>Methods that restrict the configs of a space.</summary>
public sealed class ConstraintTests
{
    private const string Source = """
        using HyperTune;
        namespace App;

        [SearchSpace]
        public sealed partial record Config
        {
            [Uniform(1, 9)] public int A { get; init; } = 2;
            [Uniform(1, 9)] public int B { get; init; } = 1;
            public Inner Inner { get; init; } = new(0.25);
            [Choice] public bool More { get; init; }
            [When(nameof(More), true)] public Inner Extra { get; init; } = new(0.25);
            [Repeat(1, 3)] public Inner[] List { get; init; } = [new(0.25)];
            public Case Case { get; init; } = new Case.One(3);

            [Constraint] private static bool Descends(Config c) => c.A > c.B;
            [Constraint] internal static bool Fits(in Config c) => c.A * c.B <= 20;
        }

        [SearchSpace] public sealed partial record Inner([Uniform(0, 1)] double X)
        {
            [Constraint] public static bool Small(Inner inner) => inner.X < 0.75;
        }

        [SearchSpace] public abstract partial record Case
        {
            public sealed record One([Uniform(1, 9)] int N) : Case { [Constraint] private static bool Odd(One one) => one.N % 2 == 1; }
            public sealed record Two([Uniform(1, 9)] int N) : Case { [Constraint] internal static bool Even(Two two) => two.N % 2 == 0; }

            [Constraint] private static bool Any(Case c) => c is not Two { N: 4 };
        }
        """;

    [Fact]
    public void Samples_satisfy_all_constraints()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        Assert.True(driver.Space.HasConstraints);
        var random = new RandomStream(4);
        for (int i = 0; i < 200; i++)
        {
            object config = driver.Sample(ref random);
            Assert.Empty(driver.Validate(config));
            Assert.Null(driver.Space.FindViolatedConstraint(driver.Encode(config)));
        }
    }

    [Theory]
    [InlineData("""{"A":1}""", "Descends")]
    [InlineData("""{"A":9,"B":8}""", "Fits")]
    [InlineData("""{"Inner":{"X":0.875}}""", "Inner.Small")]
    [InlineData("""{"More":true,"Extra":{"X":0.875}}""", "Extra.Small")]
    [InlineData("""{"More":false,"Extra":{"X":0.875}}""", null)]
    [InlineData("""{"List":[{"X":0.5},{"X":0.875}]}""", "List[1].Small")]
    [InlineData("""{"Case":{"$type":"One","N":4}}""", "Case.One.Odd")]
    [InlineData("""{"Case":{"$type":"Two","N":3}}""", "Case.Two.Even")]
    [InlineData("""{"Case":{"$type":"Two","N":4}}""", "Case.Any")]
    public void Violated_constraint_is_named(string json, string? constraint)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson(json);
        Assert.Equal(constraint, driver.Space.FindViolatedConstraint(driver.Encode(config)));
        Assert.Equal(
            constraint is null ? [] : [$"{constraint}: The constraint does not hold."],
            driver.Validate(config).Select(static error => error.ToString()));
    }

    [Fact]
    public void Values_outside_their_ranges_are_reported_alone()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        Assert.Equal(
            ["A: -5 is not allowed. Allowed: Uniform in [1, 9] in steps of 1."],
            driver.Validate(driver.FromJson("""{"A":-5}""")).Select(static error => error.ToString()));
    }

    [Fact]
    public void Space_without_constraints_has_none()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config(Inner Inner); [SearchSpace] public partial record Inner([Choice] bool X);");
        Assert.False(spaces["Config"].Space.HasConstraints);
    }
}
