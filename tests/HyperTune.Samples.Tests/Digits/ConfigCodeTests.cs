using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Samples.Tests;

public class ConfigCodeTests
{
    [Fact]
    public void Write_defaultConfig_setsEveryTunedProperty()
        => Assert.Equal(
            """
            new DigitsConfig
            {
                HiddenLayers = 1,
                HiddenUnits = 32,
                Activation = Activation.Relu,
                Dropout = 0,
                BatchSize = 32,
                LearningRate = 0.01,
                LearningRateDecay = 1,
                Momentum = 0,
                WeightDecay = 0.0001,
                MaximumShift = 0,
            }
            """,
            ConfigCode.Write(new DigitsConfig()));

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Write_anyConfig_compilesToAnEqualConfig(string culture)
    {
        var random = new RandomStream(seed: 1);
        DigitsConfig[] configs = new DigitsConfig[50];
        for (int i = 0; i < configs.Length; i++)
        {
            configs[i] = DigitsConfig.Space.Sample(ref random);
        }

        Assert.Equal(configs, Compile(WriteAll(configs, CultureInfo.GetCultureInfo(culture))));
    }

    private static string[] WriteAll(IEnumerable<DigitsConfig> configs, CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return [.. configs.Select(ConfigCode.Write)];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // What a user does: paste the text where a config is wanted, and run it.
    private static DigitsConfig[] Compile(IEnumerable<string> expressions)
    {
        string list = string.Join(", ", expressions);
        string source = $"using Digits; public static class Pasted {{ public static DigitsConfig[] Configs() => [{list}]; }}";
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Pasted",
            [CSharpSyntaxTree.ParseText(source)],
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics);
        Type pasted = Assembly.Load(assembly.ToArray()).GetType("Pasted", throwOnError: true)!;
        return pasted.GetMethod("Configs")!.CreateDelegate<Func<DigitsConfig[]>>()();
    }
}
