namespace HyperTune.Generators.Tests;

/// <summary>Declarations off the beaten track: the generated code compiles without a warning and does what it says.</summary>
public sealed class UnusualShapeTests
{
    [Theory]
    [InlineData("[SearchSpace] partial class Config { [Uniform(0, 1)] public double A { get; set; } }", "Config")]
    [InlineData("namespace App.@class.@namespace { [SearchSpace] partial record @record { [Choice] public bool @int { get; init; } } }", "App.class.namespace.record")]
    [InlineData("[SearchSpace] partial record Größe([Uniform(0, 1)] double Änderung, [Choice(\"ß\")] string Ωmega);", "Größe")]
    [InlineData("namespace System.Inner { namespace System { } [SearchSpace] partial record Config([Uniform(0, 1)] double A); }", "System.Inner.Config")]
    [InlineData("namespace App.HyperTune { [SearchSpace] partial record Config([Uniform(0, 1)] double A); }", "App.HyperTune.Config")]
    [InlineData("#pragma warning disable CS8981\nnamespace lower { public partial class outer { [SearchSpace] public partial record config([Uniform(0, 1)] double a); } }", "lower.outer+config")]
    [InlineData("#nullable disable\n[SearchSpace] partial class Config { [Choice(\"a\", null)] public string A { get; set; } }", "Config")]
    public void Names_and_namespaces_round_trip(string source, string typeName) => AssertRoundTrips(source, typeName);

    [Theory]
    [InlineData("public partial class Outer { [SearchSpace] private protected partial record Config { [Choice] internal bool A { get; private set; } } }", "Outer+Config")]
    [InlineData("public partial record struct Outer { [SearchSpace] internal partial struct Config { [Choice] public bool A { get; set; } } }", "Outer+Config")]
    [InlineData("public partial interface Outer { [SearchSpace] public partial record Config { [Choice] public bool A { get; init; } } }", "Outer+Config")]
    [InlineData("static partial class A { internal partial record B { [SearchSpace] private partial class Config { [Choice] private bool A { get; set; } } } }", "A+B+Config")]
    public void Nested_types_round_trip(string source, string typeName) => AssertRoundTrips(source, typeName);

    [Fact]
    public void Type_inside_a_generic_container_compiles()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using HyperTune;
            public partial interface IOuter<T, U> where T : class
            {
                public partial record struct Middle<V> { [SearchSpace] public partial record Config { [Choice] public bool A { get; init; } } }
            }
            """);
        Assert.Equal("IOuter`2+Middle`1+Config.g.cs", Assert.Single(run.Result.GeneratedSources).HintName);
    }

    [Theory]
    [InlineData("public static int Space => 3;")]
    [InlineData("private double Space { get; set; }")]
    [InlineData("[Uniform(0, 1)] public double Space { get; init; }")]
    [InlineData("public sealed class SpaceDescriptor;")]
    [InlineData("public void SpaceDescriptor2() { } [Choice] public bool SpaceDescriptor { get; init; }")]
    [InlineData("[Choice] public bool Name { get; init; } [Choice] public bool NameParameter { get; init; }")]
    [InlineData("[Choice] public bool Default { get; init; } [Choice] public bool Instance { get; init; } [Choice] public bool Decode { get; init; }")]
    [InlineData("[Choice] public bool A { get; init; } [Choice] public bool ADistribution { get; init; } [Choice] public bool DecodeA { get; init; }")]
    [InlineData("[Uniform(0, 1)] public double vector { get; init; } [Uniform(0, 1)] public double config { get; init; } [Choice] public bool errors { get; init; }")]
    [InlineData("[Choice] public bool random { get; init; } [Choice] public bool reader { get; init; } [Choice] public bool fallback { get; init; }")]
    [InlineData("[Choice] public bool scope { get; init; } [Choice] public bool defaults { get; init; } [Choice] public bool value { get; init; }")]
    [InlineData("[Choice] public bool Value { get; init; } [Choice(Name = \"small\")] public bool value { get; init; } [Choice] public bool field { get; init; }")]
    [InlineData("[Choice] public bool @class { get; init; } [Choice] public bool @record { get; init; } [Choice] public bool @await { get; init; }")]
    public void Member_names_never_collide(string members) => AssertRoundTrips($"[SearchSpace] public partial record Config {{ {members} [Uniform(0, 1)] public double X {{ get; init; }} }}", "Config");

    [Theory]
    [InlineData("private enum E { A, B } [Choice] private E P { get; init; }")]
    [InlineData("protected enum E { A, B } [Choice] protected E P { get; init; }")]
    [InlineData("internal enum E { A, B } [Choice] internal E P { get; init; }")]
    [InlineData("protected internal enum E { A, B } [Choice] protected internal E P { get; init; }")]
    [InlineData("private protected enum E { A, B } [Choice] private protected E P { get; init; }")]
    public void Generated_members_expose_no_less_accessible_type(string members)
        => AssertRoundTrips($"[SearchSpace] public partial record Config {{ {members} }}", "Config");

    [Theory]
    [InlineData("[Choice] public E P { get; init; }\n#pragma warning disable CS0612\n public enum E { [System.Obsolete] A = 1, B, C = 1 }")]
    [InlineData("[Choice] public E P { get; init; } [System.Flags] public enum E : ulong { None, A = 1, B = 2, All = ulong.MaxValue }")]
    [InlineData("[Choice(E.A, (E)(-7))] public E P { get; init; } public enum E : sbyte { A = -1, B }")]
    [InlineData("[Choice(E.A)] public E P { get; init; } = E.@class; public enum E { @class, A }", false)]
    [InlineData("[System.Obsolete] [Choice] public bool P { get; init; }")]
    public void Enums_and_obsolete_members_compile(string members, bool isDefaultAllowed = true)
    {
        string source = $"[SearchSpace] public partial record Config {{ {members} }}";
        if (isDefaultAllowed)
        {
            AssertRoundTrips(source, "Config");
        }
        else
        {
            Assert.NotNull(GeneratorRun.Of("using HyperTune;\n" + source));
        }
    }

    [Fact]
    public void Aliases_of_an_enum_count_once()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config { [Choice] public E P { get; init; } } public enum E { A, B, C = 0 }");
        Assert.Equal("One of A, B", spaces["Config"].Space.Parameters[0].Distribution.ToString());
    }

    [Fact]
    public void Odd_strings_round_trip() => AssertRoundTrips("""
        [SearchSpace] public partial record Config
        {
            [Choice("\"", "\\", "{x}", "a\nb\r\n", "</script>", "<!-- & -->", "\u2028", "\ud83d\ude00", "\0")] public string A { get; init; } = "a\nb\r\n";
            [Choice("a", "b", Name = "na\"me <b> {0}")] public string B { get; init; } = "b";
        }
        """, "Config");

    [Fact]
    public void Two_parts_with_the_attribute_give_one_file()
    {
        // CS0579: the compiler says itself that the attribute stands there twice.
        GeneratorRun run = GeneratorRun.OfInvalid(
            ["using HyperTune; [SearchSpace] public partial record Config { [Choice] public bool A { get; init; } }", "[HyperTune.SearchSpace] partial record Config;"],
            "CS0579");
        Assert.Single(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("[SearchSpace] partial record Config([Choice] bool A); [SearchSpace] partial record CONFIG([Choice] bool A);")]
    [InlineData("namespace App { [SearchSpace] partial record Config([Choice] bool A); } namespace app { [SearchSpace] partial record Config([Choice] bool A); }")]
    [InlineData("namespace App.X { [SearchSpace] partial record Config([Choice] bool A); } namespace App.x { [SearchSpace] partial record Config([Choice] bool A); }")]
    [InlineData("partial class Outer { [SearchSpace] partial record Config([Choice] bool A); } partial class OUTER { [SearchSpace] partial record Config([Choice] bool A); }")]
    public void Types_that_differ_in_case_only_give_two_files(string source)
    {
        GeneratorRun run = GeneratorRun.Of("using HyperTune; " + source);
        Assert.Equal(2, run.Result.GeneratedSources.Select(static source => source.HintName.ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void Long_names_give_short_file_names()
    {
        string name = new('N', 300);
        GeneratorRun run = GeneratorRun.Of($"using HyperTune; [SearchSpace] partial record {name}A([Choice] bool A); [SearchSpace] partial record {name}B([Choice] bool A);");
        Assert.All(run.Result.GeneratedSources, static source => Assert.InRange(source.HintName.Length, 1, 150));
    }

    [Theory]
    [InlineData("public record Base { public static int Space => 1; } [SearchSpace] public partial record Config([Choice] bool B) : Base;")]
    [InlineData("public class Base { public int Space; public class SpaceDescriptor; } [SearchSpace] public partial class Config : Base { [Choice] public bool A { get; set; } }")]
    public void Derived_types_hide_what_they_inherit(string source) => AssertRoundTrips(source, "Config");

    [Fact]
    public void Constructor_that_sets_required_members_is_respected()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("""
            using HyperTune;
            [SearchSpace] public partial class Config
            {
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Config() { Rest = "set"; }
                public required string Rest { get; init; }
                [Uniform(0, 10)] public required int A { get; init; } = 7;
            }
            """);
        Assert.Equal([7.0], spaces["Config"].Encode(spaces["Config"].Default));
        SpaceLaws.AssertHold(spaces["Config"]);
    }

    [Fact]
    public void Members_that_are_not_tuned_keep_their_initializer()
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] public partial record Config([Choice] bool A, int B = 4) { public int C { get; init; } = 5; }");
        Assert.Equal("Config { A = True, B = 4, C = 5 }", spaces["Config"].Decode([1]).ToString());
    }

    [Theory]
    [InlineData("public partial record struct Config([Choice(6, 1)] byte A = 1, [Uniform(20, 30)] double B = 25);", "Config { A = 1, B = 25 }")]
    [InlineData("public readonly partial record struct Config(int Epochs = 3) { [Uniform(1, 5)] public int A { get; init; } = 2; }", "Config { Epochs = 3, A = 2 }")]
    [InlineData("public partial record struct Config(params string[] Rest) { [Uniform(1, 5)] public int A { get; init; } = 2; }", "Config { Rest = System.String[], A = 2 }")]
    public void Struct_whose_arguments_are_all_optional_is_created_by_its_constructor(string declaration, string expected)
    {
        using CompiledSpaces spaces = CompiledSpaces.Of("using HyperTune; [SearchSpace] " + declaration);
        Assert.Equal(expected, spaces["Config"].Default.ToString());
        SpaceLaws.AssertHold(spaces["Config"]);
    }

    [Theory]
    [InlineData("double")]
    [InlineData("float")]
    [InlineData("decimal")]
    [InlineData("long")]
    [InlineData("short")]
    [InlineData("byte?")]
    [InlineData("System.DayOfWeek")]
    [InlineData("char")]
    [InlineData("string?")]
    [InlineData("bool")]
    public void Optional_argument_of_any_type_is_written_as_it_is(string type)
    {
        string value = type switch { "string?" => "\"a\\n\"", "char" => "'\\''", "bool" => "true", "System.DayOfWeek" => "System.DayOfWeek.Friday", "decimal" => "0.1m", "float" => "0.1f", "double" => "0.1", _ => "7" };
        using CompiledSpaces spaces = CompiledSpaces.Of($"using HyperTune; [SearchSpace] public partial record struct Config({type} Rest = {value}) {{ [Choice] public bool A {{ get; init; }} public bool IsKept => Rest == ({type}){value}; }}");
        object config = spaces["Config"].Decode([1]);
        Assert.True((bool)config.GetType().GetProperty("IsKept")!.GetValue(config)!);
    }

    [Fact]
    public void Sixty_members_round_trip()
    {
        string members = string.Concat(Enumerable.Range(0, 60).Select(static i => $"[Uniform({i}, {i + 1})] public double P{i} {{ get; init; }}\n"));
        AssertRoundTrips($"[SearchSpace] public partial record Config {{ {members} }}", "Config");
    }

    [Fact]
    public void Partial_properties_are_read() => AssertRoundTrips("""
        [SearchSpace] public partial class Config
        {
            [Uniform(0, 1)] public partial double A { get; set; }
            private double _a;
            public partial double A { get => _a; set => _a = value; }
        }
        """, "Config");

    [Theory]
    [InlineData("[SearchSpace] file partial record Config([Choice] bool A);")]
    [InlineData("[SearchSpace] public record Config([Choice] bool A);")]
    [InlineData("public class Outer { [SearchSpace] public partial record Config([Choice] bool A); }")]
    [InlineData("[SearchSpace] public static partial class Config;")]
    [InlineData("[SearchSpace] public ref partial struct Config { [Choice] public bool A { get; set; } }")]
    public void Nothing_is_written_where_no_part_can_be_added(string source)
        => Assert.Empty(GeneratorRun.OfInvalid(["using HyperTune;\n" + source]).Result.GeneratedSources);

    private static void AssertRoundTrips(string source, string typeName)
    {
        // A directive must stay on the first line.
        string text = source.StartsWith('#') ? source.Insert(source.IndexOf('\n') + 1, "using HyperTune;\n") : "using HyperTune;\n" + source;
        using CompiledSpaces spaces = CompiledSpaces.Of(text);
        SpaceLaws.AssertHold(spaces[typeName]);
    }
}
