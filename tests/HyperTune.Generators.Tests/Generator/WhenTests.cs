using System.Globalization;
using System.Text;

namespace HyperTune.Generators.Tests;

/// <summary>Members that exist only while another has some value.</summary>
public sealed class WhenTests
{
    [Theory]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("byte?")]
    public void Conditional_list_of_small_integers_compiles(string type)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public partial struct Config {{ [Choice] public bool A {{ get; init; }} [When(nameof(A), true), Choice(3, 7)] public {type} B {{ get; init; }} }}");
        SpaceLaws.AssertHold(spaces["Config"]);
    }

    [Theory]
    [InlineData("0.2, 0.4, 0.8")]
    [InlineData("0.2f, 0.4f, 0.8f")]
    public void Limit_on_a_list_of_floats_is_the_float_that_is_written(string listed)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(
            $"using HyperTune; [SearchSpace] public partial record Config([Choice({listed})] float A, [When(nameof(A), Low = 0.4, High = 0.4), Uniform(0, 1)] double B);");
        Assert.Equal([false, true, false], new[] { 0.0, 1.0, 2.0 }.Select(spaces["Config"].Space.Parameters[1].Condition!.IsMetBy));
    }

    [Theory]
    [InlineData("0.0, 1.0", "-0.0")]
    [InlineData("-0.0, 1.0", "0")]
    public void Value_is_found_in_a_list_that_writes_it_in_another_way(string listed, string value)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(
            $"using HyperTune; [SearchSpace] public partial record Config([Choice({listed})] double A, [When(nameof(A), {value}), Uniform(0, 1)] double B);");
        Assert.Equal([true, false], new[] { 0.0, 1.0 }.Select(spaces["Config"].Space.Parameters[1].Condition!.IsMetBy));
    }

    public static TheoryData<string, string, double> OwnTypes => new()
    {
        { "float", "0.7f", 0.7 },
        { "float?", "0.7f", 0.7 },
        { "float", "0.1f", 0.1 },
        { "decimal", "0.7m", 0.7 },
        { "decimal", "0.3m", 0.1 + 0.2 },
        { "decimal?", "0.1m", 0.1 },
        { "System.TimeSpan", "System.TimeSpan.FromMilliseconds(700)", 0.7 },
        { "System.TimeSpan", "System.TimeSpan.FromTicks(3333333)", 1.0 / 3 },
        { "double", "0.7", 0.7 },
        { "double?", "0.1", 0.1 },
    };

    [Theory]
    [MemberData(nameof(OwnTypes))]
    public void Limit_is_compared_as_the_deciding_parameter_holds_it(string type, string written, double limit)
    {
        string text = limit.ToString("R", CultureInfo.InvariantCulture);
        (string Distribution, string When, bool IncludesBelow, bool IncludesAbove)[] cases =
        [
            ("Uniform(0, 1)", $"Low = {text}", false, true),
            ("Uniform(0, 1)", $"High = {text}", true, false),
            ($"Uniform({text}, 1)", $"Low = {text}", false, true),
            ($"Uniform(0, {text})", $"High = {text}", true, false),
            ($"Normal({text}, 0.2)", $"Low = {text}", false, true),
            ($"Normal({text}, 0.2)", $"High = {text}", true, false),
        ];
        var source = new StringBuilder("using HyperTune; [SearchSpace] public sealed partial record Inner([Uniform(0, 1)] double Z);\n");
        for (int i = 0; i < cases.Length; i++)
        {
            string when = cases[i].When;
            source.AppendLine($$"""
                [SearchSpace] public partial record Config{{i}}
                {
                    [{{cases[i].Distribution}}] public {{type}} X { get; init; }
                    [When(nameof(X), {{when}}), Uniform(0, 1)] public double Y { get; init; } = 0.25;
                    [When(nameof(X), {{when}})] public Inner Inner { get; init; } = new(0.125);
                    public static Config{{i}} At() => new() { X = {{written}}, Y = 0.5, Inner = new(0.75) };
                }
                """);
        }

        using CompiledSpaces spaces = CompiledSpaces.Of(source.ToString());
        for (int i = 0; i < cases.Length; i++)
        {
            (_, _, bool includesBelow, bool includesAbove) = cases[i];
            ISpaceDriver driver = spaces[$"Config{i}"];
            object config = spaces.Assembly.GetType($"Config{i}")!.GetMethod("At")!.Invoke(null, null)!;
            double[] vector = driver.Encode(config);
            Assert.Equal(0.5, vector[1]);
            Assert.Equal(0.75, vector[2]);
            Assert.True(driver.Space.Parameters[1].IsActive(vector));
            Assert.True(driver.Space.Contains(vector));
            Assert.Empty(driver.Validate(config));
            Assert.Equal(config, driver.Decode(vector));
            Assert.Equal(config, driver.FromJson(driver.ToJson(config)));

            // The limit itself as a vector value, and numbers that the type tells from it.
            Assert.Equal(config, driver.Decode([limit, 0.5, 0.75]));
            ParameterCondition condition = driver.Space.Parameters[1].Condition!;
            Assert.Equal([includesBelow, true, includesAbove, false], new[] { limit - 0.001, limit, limit + 0.001, double.NaN }.Select(condition.IsMetBy));
            Assert.Equal(includesBelow, Exists(driver, limit - 0.001));
            Assert.Equal(includesAbove, Exists(driver, limit + 0.001));
            SpaceLaws.AssertHold(driver, draws: 20);
        }
    }

    [Theory]
    [InlineData("float", "0.7f", "0.7, 0.2")]
    [InlineData("float", "0.7f", "0.7f")]
    [InlineData("float?", "0.7f", "0.7f")]
    [InlineData("double", "0.7", "0.7")]
    public void Value_of_a_step_is_compared_as_the_deciding_parameter_holds_it(string type, string written, string values)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of($$"""
            using HyperTune;
            [SearchSpace] public partial record Config
            {
                [Uniform(0, 1, Step = 0.1)] public {{type}} X { get; init; }
                [When(nameof(X), {{values}}), Uniform(0, 1)] public double Y { get; init; } = 0.25;
                public static Config At() => new() { X = {{written}}, Y = 0.5 };
            }
            """);
        ISpaceDriver driver = spaces["Config"];
        object config = spaces.Assembly.GetType("Config")!.GetMethod("At")!.Invoke(null, null)!;
        double[] vector = driver.Encode(config);
        Assert.Equal([0.7, 0.5], vector);
        Assert.Equal(config, driver.Decode(vector));
        Assert.True(driver.Space.Parameters[1].IsActive(vector));
        SpaceLaws.AssertHold(driver, draws: 100);
    }

    private static bool Exists(ISpaceDriver driver, double value) => !double.IsNaN(driver.Encode(driver.Decode([value, 0.5, 0.75]))[1]);

    private const string Source = """
        using System;
        using HyperTune;
        namespace App;

        public enum Kind { None, Small, Large }

        [SearchSpace]
        public sealed partial record Config
        {
            [When(nameof(Augment), true), Uniform(5, 30)] public double MaxRotation { get; init; }
            [Choice] public bool Augment { get; init; } = true;
            [When(nameof(Augment), true), Choice] public Kind Kind { get; init; }
            [When(nameof(Kind), Kind.Small, Kind.Large), Uniform(1, 9)] public int? Size { get; init; }
            [When(nameof(Size), Low = 5), LogUniform(1, 100)] public short Big { get; init; } = 77;
            [When(nameof(Kind), Kind.Large), Uniform(1, 60)] public TimeSpan Wait { get; init; } = TimeSpan.Parse("00:00:42");
            [When(nameof(Augment), false)] public Inner Inner { get; init; } = new(0.125);
            [When(nameof(Kind), Kind.None)] public required Inner Other { get; init; }
            [Choice(1, 2, 4)] public int Level { get; init; } = 2;
            [When(nameof(Level), Low = 2, High = 3), Choice("a", "b")] public string Name { get; init; } = "b";
        }

        [SearchSpace] public sealed partial record Inner([Uniform(0, 1)] double X);
        """;

    [Fact]
    public void Conditional_members_round_trip()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        SpaceLaws.AssertHold(spaces["App.Config"], draws: 300);
    }

    [Fact]
    public void Parents_come_first_and_children_know_their_condition()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            [
                "Augment", "MaxRotation when Augment is true", "Kind when Augment is true", "Size when Kind is Small or Large", "Big when Size is at least 5",
                "Wait when Kind is Large", "Inner.X when Augment is false", "Other.X when Kind is None", "Level", "Name when Level is 2",
            ],
            spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.Name + (parameter.Condition is null ? "" : " when " + parameter.Condition)));
    }

    [Fact]
    public void Inactive_members_keep_their_initializer()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        // Everything behind the selector is garbage that must not be looked at.
        object config = spaces["App.Config"].Decode([0, 17, 2, 8, 50, 30, 0.5, 0.75, 0, 1]);
        Assert.Equal(
            "Config { MaxRotation = 0, Augment = False, Kind = None, Size = , Big = 77, Wait = 00:00:42, Inner = Inner { X = 0.5 }, Other = , Level = 1, Name = b }",
            config.ToString());
    }

    [Fact]
    public void Default_without_an_initializer_is_for_where_it_exists()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal(
            "Config { MaxRotation = 17.5, Augment = True, Kind = None, Size = , Big = 77, Wait = 00:00:42, Inner = Inner { X = 0.125 }, Other = Inner { X = 0 }, Level = 2, Name = b }",
            spaces["App.Config"].Default.ToString());
    }

    [Fact]
    public void Inactive_parameters_have_a_default_all_the_same()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        Assert.Equal([1, 17.5, 0, 5, 77, 42, 0, 0, 1, 1], spaces["App.Config"].Space.Parameters.Select(static parameter => parameter.DefaultValue));
    }

    [Fact]
    public void Inactive_values_are_neither_checked_nor_written()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of(Source);
        ISpaceDriver driver = spaces["App.Config"];
        object config = driver.FromJson("""{"Augment":false,"MaxRotation":-5,"Kind":"7","Level":1,"Name":"z"}""");
        Assert.Empty(driver.Validate(config));
        Assert.Equal("""{"Augment":false,"Inner":{"X":0.125},"Level":1}""", driver.ToJson(config));
    }

    [Fact]
    public void Snapshot_shows_conditions() => Snapshot.Verify(GeneratorRun.Of(Source), this);

    [Fact]
    public void Cases_have_conditions_of_their_own()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public abstract partial record U
            {
                [Choice] public bool Flag { get; init; }
                [When(nameof(Flag), true), Uniform(0, 9)] public int Shared { get; init; } = 4;
                public sealed record A : U
                {
                    [Choice] public bool Own { get; init; }
                    [When(nameof(Own), true), Uniform(0, 1)] public double W { get; init; }
                }
                public abstract record B : U
                {
                    [Choice] public bool Own { get; init; }
                    [When(nameof(Own), false)] public V V { get; init; } = new V.Y();
                    public sealed record C([Choice] bool Z, [When("Z", true), LogUniform(1, 9)] decimal Q = 2m) : B;
                }
            }
            [SearchSpace] public abstract partial record V
            {
                public sealed record X([Choice] bool P, [When("P", true), LogUniform(1, 9)] float Q = 2f) : V;
                public sealed record Y : V;
            }
            """);
        ISpaceDriver driver = spaces["U"];
        SpaceLaws.AssertHold(driver, draws: 500);
        Assert.Equal("U.B.V is X", driver.Space.FindParameter("U.B.V.X.P")!.Condition!.ToString());
        Assert.Equal("U.A.Own is true", driver.Space.FindParameter("U.A.W")!.Condition!.ToString());
    }

    [Theory]
    [InlineData("public partial record struct Config([Choice] bool A, [When(nameof(Config.A), true), Uniform(1, 2)] double B, [When(\"B\", Low = 1.5), Uniform(1, 2)] decimal C = 1.25m);")]
    [InlineData("public partial class Config { [Choice] public bool A { get; set; } [When(nameof(A), true), Choice(\"x\")] public required string B { get; set; } }")]
    [InlineData("public partial class Config(bool a, string b) { [Choice] public bool A { get; } = a; [When(nameof(A), true), Choice(\"x\")] public string B { get; } = b; }")]
    [InlineData("public partial class Config { [Uniform(0, 1)] public float A { get; set; } [When(nameof(A), High = 0.5), Uniform(0, 1)] public float? B { get; set; } }")]
    [InlineData("public partial class Config { [Choice(null, 3)] public byte? A { get; set; } [When(nameof(A), null), Uniform(0, 9)] public byte B { get; set; } = 9; }")]
    public void Every_kind_of_declaration_round_trips(string declaration)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] " + declaration);
        SpaceLaws.AssertHold(spaces["Config"]);
    }
}
