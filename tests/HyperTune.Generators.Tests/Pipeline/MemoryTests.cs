using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>A declaration in an unedited file is not read again where that cannot change anything, and is wherever it can.</summary>
public sealed class MemoryTests
{
    private const string Usings = "using System; using HyperTune; ";

    /// <summary>A marked declaration, another file before and after an edit.</summary>
    public static TheoryData<string, string, string, string> EditsThatMatter => new()
    {
        { "constant", "namespace App; [SearchSpace] public partial record C([Uniform(0, Limits.High)] double X);", "namespace App; public static class Limits { public const double High = 2; }", "namespace App; public static class Limits { public const double High = 3; }" },
        { "constant as a default", "namespace App; [SearchSpace] public partial record C { [Uniform(0, 9)] public int X { get; init; } = Limits.Start; }", "namespace App; public static class Limits { public const int Start = 2; }", "namespace App; public static class Limits { public const int Start = 3; }" },
        { "constant of a base class", "namespace App; using static App.Derived; [SearchSpace] public partial record C([Uniform(0, Limits.High)] double X);", "namespace App; public class Derived { public class Limits : Base; } public class Base { public const double High = 2; }", "namespace App; public class Derived { public class Limits : Base; } public class Base { public const double High = 3; }" },
        { "enum members", "namespace App; [SearchSpace] public partial record C([Choice] Kind K);", "namespace App; public enum Kind { A, B }", "namespace App; public enum Kind { A, B, D }" },
        { "enum becomes a class", "namespace App; [SearchSpace] public partial record C([Choice] Kind K);", "namespace App; public enum Kind { A, B }", "namespace App; public class Kind;" },
        { "something continuous in a nested space", "namespace App; [SearchSpace] public partial record C(N Inner);", "namespace App; using HyperTune; [SearchSpace] public partial record N([Choice] bool A);", "namespace App; using HyperTune; [SearchSpace] public partial record N([Uniform(0, 1)] double A);" },
        { "nested type is no space any more", "namespace App; [SearchSpace] public partial record C(N Inner, [Choice] bool B);", "namespace App; using HyperTune; [SearchSpace] public partial record N([Choice] bool A);", "namespace App; using HyperTune; public partial record N([Choice] bool A);" },
        { "another part", "namespace App; [SearchSpace] public partial record C([Choice] bool B);", "namespace App; public partial record C;", "namespace App; using HyperTune; public partial record C { [Choice] public bool D { get; init; } }" },
        { "documentation in another part", "namespace App; [SearchSpace] public partial record C([Choice] bool B);", "namespace App; using HyperTune; public partial record C { /** <summary>One.</summary> */ [Choice] public bool D { get; init; } }", "namespace App; using HyperTune; public partial record C { /** <summary>Two.</summary> */ [Choice] public bool D { get; init; } }" },
        { "a case in another part", "namespace App; [SearchSpace] public abstract partial record C { public sealed record A([Choice] bool X) : C; }", "namespace App; public abstract partial record C;", "namespace App; using HyperTune; public abstract partial record C { public sealed record B([Choice] bool X) : C; }" },
        { "member of a base class", "namespace App; [SearchSpace] public partial class C : Base { [Choice] public bool X { get; init; } }", "namespace App; public class Base;", "namespace App; public class Base { public static int Space => 1; }" },
        { "required member of a base class", "namespace App; [SearchSpace] public partial class C : Base { [Choice] public bool X { get; init; } }", "namespace App; public class Base;", "namespace App; public class Base { public required int R { get; init; } }" },
        { "neighbour of other letter case", "namespace App; [SearchSpace] public partial record Config([Choice] bool X);", "namespace App; public class Other;", "namespace App; public class config;" },
        { "namespace of other letter case", "namespace App; [SearchSpace] public partial record Config([Choice] bool X);", "namespace Other; public class Other;", "namespace app; public class Other;" },
        { "nearer type", "namespace App; [SearchSpace] public partial record C([Uniform(0, 1)] TimeSpan X);", "namespace App; public class Other;", "namespace App; public class TimeSpan;" },
        { "nearer attribute", "namespace App { [SearchSpace] public partial record C([Choice] bool X, [Choice] bool Y); }", "namespace App { public class Other; }", "namespace App { public class ChoiceAttribute : System.Attribute; }" },
        { "nearer namespace", "namespace App { using HyperTune; [SearchSpace] public partial record C([Choice] bool X); }", "namespace App { public class Other; }", "namespace App.HyperTune { public class ChoiceAttribute : System.Attribute; }" },
        { "alias in a global using", "namespace App; [SearchSpace] public partial record C([Uniform(0, L.High)] double X);", "global using L = App.One; namespace App { public class One { public const int High = 1; } public class Two { public const int High = 2; } }", "global using L = App.Two; namespace App { public class One { public const int High = 1; } public class Two { public const int High = 2; } }" },
        { "container", "public partial class Outer { [SearchSpace] public partial record C([Uniform(0, High)] double X); }", "public partial class Outer { public const int High = 1; }", "public partial class Outer { public const int High = 2; }" },
        { "extension method", "namespace App; [SearchSpace] public partial record C { [Uniform(0, 9)] public TimeSpan X { get; init; } = 2.0.FromSeconds(); }", "namespace App; public static class E { public static System.TimeSpan FromSeconds(this double value) => default; }", "namespace App; public static class E { public static System.TimeSpan FromSeconds(this double other) => default; }" },
    };

    public static TheoryData<string, string> EditsThatDoNotMatter => new()
    {
        { "namespace App; public static class Other { public static int F() => 1; }", "namespace App; public static class Other { public static int F() => 2; }" },
        { "namespace App; public static class Other { public const int High = 1; }", "namespace App; public static class Other { public const int High = 2; } public class More;" },
        { "namespace App; public class Other;", "namespace App; // why" },
        { "global using System.Text; namespace App;", "global using System.Text; namespace App; public enum Other { A }" },
        { "public class Other;", "namespace Else.Where; public class Other;" },
    };

    [Theory]
    [MemberData(nameof(EditsThatMatter))]
    public void Edit_of_what_a_declaration_depends_on_gives_the_new_output(string what, string declaration, string before, string after)
    {
        Assert.NotEmpty(what);
        CSharpCompilation first = TestCompilation.Create(Usings + declaration, before);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(first);
        CSharpCompilation second = Edit(first, 1, after);
        string expected = Texts(GeneratorRun.CreateDriver().RunGenerators(TestCompilation.Create(Usings + declaration, after)));
        Assert.NotEqual(Texts(driver), expected);
        driver = driver.RunGenerators(second);
        Assert.Equal(expected, Texts(driver));

        // And back, after an edit that changes nothing.
        driver = driver.RunGenerators(Edit(second, 1, after + " public class Unrelated;"));
        Assert.Equal(expected, Texts(driver));
        driver = driver.RunGenerators(Edit(first, 1, before + " "));
        Assert.Equal(Texts(GeneratorRun.CreateDriver().RunGenerators(TestCompilation.Create(Usings + declaration, before + " "))), Texts(driver));
    }

    [Fact]
    public void Constant_behind_a_constant_of_a_third_file_is_followed()
    {
        string[] sources =
        [
            "using HyperTune; [SearchSpace] public partial record C([Uniform(0, Near.High)] double X);",
            "public static class Near { public const int High = Far.Top; }",
            "public static class Far { public const int Top = 1; }",
        ];
        CSharpCompilation compilation = TestCompilation.Create(sources);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation);
        driver = driver.RunGenerators(Edit(compilation, 2, "public static class Far { public const int Top = 7; }"));
        Assert.Contains("new(0.0, 7.0)", Texts(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_references_and_options_are_read_anew()
    {
        CSharpCompilation compilation = TestCompilation.Create("using HyperTune; [SearchSpace] public partial record C([Choice(\"a\", \"b\")] string X, [Uniform(0, Lib.High)] double Y);");
        GeneratorDriver driver = GeneratorRun.CreateDriver();
        foreach (int high in (int[])[3, 4])
        {
            driver = driver.RunGenerators(compilation.AddReferences(Library(high)));
            Assert.Contains($"new(0.0, {high}.0)", Texts(driver), StringComparison.Ordinal);
        }

        driver = driver.RunGenerators(compilation.AddReferences(Library(4)).WithOptions(TestCompilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Assert.Contains("Parameter<string?>", Texts(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void File_added_or_removed_is_noticed()
    {
        CSharpCompilation compilation = TestCompilation.Create("using HyperTune; [SearchSpace] public partial record C([Choice] bool X);");
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation);
        string before = Texts(driver);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(TestCompilation.Parse("using HyperTune; partial record C { [Choice] public bool Y { get; init; } }", "Part.cs")));
        Assert.Contains("\"Y\"", Texts(driver), StringComparison.Ordinal);
        Assert.Equal(before, Texts(driver.RunGenerators(compilation)));
    }

    [Fact]
    public void Two_projects_with_one_file_do_not_mix()
    {
        SyntaxTree shared = TestCompilation.Parse("using HyperTune; [SearchSpace] public partial record C([Choice] Kind K);", "Shared.cs");
        CSharpCompilation one = Project("public enum Kind { A, B }"), two = Project("public enum Kind { D, E }");
        GeneratorDriver first = GeneratorRun.CreateDriver(), second = GeneratorRun.CreateDriver();
        for (int i = 0; i < 3; i++)
        {
            first = first.RunGenerators(one.Clone());
            second = second.RunGenerators(two.Clone());
            Assert.Contains("Kind.A", Texts(first), StringComparison.Ordinal);
            Assert.Contains("Kind.E", Texts(second), StringComparison.Ordinal);
        }

        CSharpCompilation Project(string kind) => TestCompilation.Create(kind).AddSyntaxTrees(shared);
    }

    [Theory]
    [MemberData(nameof(EditsThatDoNotMatter))]
    public void Edit_elsewhere_reads_nothing_again(string before, string after)
    {
        const string declaration = Usings + "namespace App; [SearchSpace] public partial record C([Uniform(0, 1)] double X);";
        var generator = new CountingGenerator();
        CSharpCompilation compilation = TestCompilation.Create(declaration, before);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generator).RunGenerators(compilation);
        Assert.Equal(1, generator.Count);
        driver = driver.RunGenerators(Edit(compilation, 1, after));
        Assert.Equal(1, generator.Count);
        driver.RunGenerators(Edit(compilation, 0, declaration + " // why"));
        Assert.Equal(2, generator.Count);
    }

    [Fact]
    public void Nothing_keeps_a_compilation_alive()
    {
        (SyntaxTree tree, WeakReference compilation) = Run();
        for (int i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        GC.KeepAlive(tree);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static (SyntaxTree Tree, WeakReference Compilation) Run()
        {
            CSharpCompilation compilation = TestCompilation.Create(Usings + "[SearchSpace] public partial record C([Uniform(0, 1)] double X);", "class Other;");
            GeneratorRun.CreateDriver().RunGenerators(compilation).RunGenerators(Edit(compilation, 1, "class More;"));
            return (compilation.SyntaxTrees[0], new WeakReference(compilation));
        }
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string text)
        => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], TestCompilation.Parse(text, compilation.SyntaxTrees[file].FilePath));

    private static string Texts(GeneratorDriver driver)
        => string.Join("\n", driver.GetRunResult().Results.Single().GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => $"{source.HintName}\n{source.SourceText}"));

    private static PortableExecutableReference Library(int high)
    {
        using var stream = new MemoryStream();
        CSharpCompilation library = TestCompilation.Create($"public static class Lib {{ public const int High = {high}; }}").WithAssemblyName("Library");
        Assert.True(library.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
