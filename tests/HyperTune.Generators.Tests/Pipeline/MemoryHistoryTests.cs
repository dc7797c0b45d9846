using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>However a project came to be as it is, what is generated for it with the memory is what is generated without.</summary>
public sealed class MemoryHistoryTests
{
    private const int Steps = 200;

    // The versions that each file goes through at random; an empty one stands for a file that is not there.
    private static readonly string[][] Files =
    [
        [
            "using HyperTune; namespace App; [SearchSpace] public partial record Config([Uniform(Limits.Low, Limits.High)] double X, [Choice] Kind K, Inner N);",
            "using HyperTune; namespace App; // moved\n\n[SearchSpace] public partial record Config([Uniform(Limits.Low, Limits.High)] double X, [Choice] Kind K, Inner N);",
        ],
        [
            "using HyperTune; namespace App; [SearchSpace] public partial record Inner([Choice] bool A);",
            "using HyperTune; namespace App; [SearchSpace] public partial record Inner([Choice] bool A, Deep D);",
            "namespace App; public record Inner(bool A);",
        ],
        [
            "using HyperTune; namespace App; [SearchSpace] public abstract partial record Deep { public sealed record One([Ordinal(1, Limits.Middle)] int A) : Deep; }",
            "using HyperTune; namespace App; [SearchSpace] public abstract partial record Deep { public sealed record One([Uniform(0, 1)] double A) : Deep; public sealed record Two : Deep; }",
            "using HyperTune; namespace App; [SearchSpace] public partial class Deep : Base { [Choice] public bool A { get; init; } }",
        ],
        ["namespace App; public class Base;", "namespace App; public class Base { public const string Space = \"\"; }", ""],
        ["namespace App; public static class Limits { public const double Low = 0, High = Far.High; public const int Middle = 5; }", "namespace App; public static class Limits { public const double Low = 9, High = 7; public const int Middle = 1; }"],
        ["namespace App; public static class Far { public const int High = 3; }", "namespace App; public static class Far { public const int High = 4; }", ""],
        ["namespace App; public enum Kind { A, B }", "namespace App; public enum Kind { B = 3 }", "namespace App; public class Kind;"],
        ["", "namespace App; public class config;", "namespace App.HyperTune { public class UniformAttribute : System.Attribute; }"],
        ["", "global using Kind = System.DayOfWeek;", "namespace App; public partial record Config { [HyperTune.Choice] public bool Part { get; init; } }"],
        ["namespace App; public class Unrelated;", "namespace App; public class Unrelated { public int X; }", ""],
        ["using HyperTune; namespace App; [Metrics] public partial record struct Score([AtMost(Limits.High)] double M);", ""],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Memory_is_not_seen_in_the_output_of_any_history(int seed)
    {
        var random = new Random(seed);
        int[] versions = new int[Files.Length];
        CSharpCompilation compilation = TestCompilation.Create().AddSyntaxTrees(Files.Select(static (file, i) => Parse(file[0], i)));
        GeneratorDriver driver = CreateDriver(new SearchSpaceGenerator()), forgetful = CreateDriver(new ForgetfulGenerator());
        for (int step = 0; step < Steps; step++)
        {
            for (int edits = random.Next(1, 3); edits > 0; edits--)
            {
                int file = random.Next(Files.Length);
                versions[file] = random.Next(Files[file].Length);
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Parse(Files[file][versions[file]], file));
            }

            // Files that are not there at all change the number and the places of the others.
            CSharpCompilation current = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(static tree => tree.Length == 0));
            driver = driver.RunGenerators(current);
            forgetful = forgetful.RunGenerators(current);
            Assert.Equal(Texts(forgetful), Texts(driver));
        }
    }

    // Without step tracking, which in this version of the compiler throws when marked files come and go.
    private static GeneratorDriver CreateDriver(IIncrementalGenerator generator)
        => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static SyntaxTree Parse(string text, int file) => TestCompilation.Parse(text, $"Test{file}.cs");

    private static string[] Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(static source => $"{source.HintName}\n{source.SourceText}").Order(StringComparer.Ordinal)];
    }
}
