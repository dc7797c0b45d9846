using System.Globalization;

namespace HyperTune.Generators.Tests;

/// <summary>Neither the generated text nor what it computes depends on the machine's culture.</summary>
public sealed class CultureTests
{
    private const string Source = """
        using HyperTune;
        [SearchSpace] public partial record Config
        {
            [Uniform(-1.5, 1234567.25)] public double A { get; init; } = -0.5;
            [LogUniform(1e-12, 1e30)] public float B { get; init; } = 1e-9f;
            [Choice(-1.5, 0.25)] public decimal C { get; init; }
            [Uniform(-5, 5)] public int Inner { get; init; } = -3;
            [Choice(-2, 7)] public long I { get; init; } = -2L;
            [Choice(0.5, 90)] public System.TimeSpan T { get; init; }
            [Choice((E)(-4), E.I)] public E E { get; init; }
        }
        public enum E { I }
        """;

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_changes_nothing(string culture)
    {
        (string text, string values) = Run(CultureInfo.InvariantCulture);
        (string otherText, string otherValues) = Run(new CultureInfo(culture));
        Assert.Equal(text, otherText);
        Assert.Equal(values, otherValues);
        Assert.Contains("-1.5", values, StringComparison.Ordinal);
    }

    private static (string Text, string Values) Run(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            GeneratorRun run = GeneratorRun.Of(Source);
            using CompiledSpaces spaces = CompiledSpaces.Of(Source);
            ISpaceDriver driver = spaces["Config"];
            var random = new RandomStream(3);
            object config = driver.Sample(ref random);
            string values = string.Join("; ", driver.Space.Parameters.Select(static parameter => parameter + " " + parameter.Format(parameter.Distribution.Low)));
            return (run.Text, $"{values}; {driver.ToJson(config)}; {driver.Space.Fingerprint}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
