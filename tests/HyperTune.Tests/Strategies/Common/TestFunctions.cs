namespace HyperTune.Tests;

/// <summary>Smooth functions over [-5, 5]^d whose minimum, 0, lies away from the middle.</summary>
internal static class TestFunctions
{
    private static readonly Dictionary<string, Func<double[], double>> All = new(StringComparer.Ordinal)
    {
        ["sphere"] = static x => x.Sum(static v => Math.Pow(v - 1.3, 2)),
        ["ellipsoid"] = static x => x.Select((v, j) => Math.Pow(10, 4.0 * j / (x.Length - 1)) * Math.Pow(v - 1.3, 2)).Sum(),
        ["rosenbrock"] = static x => Enumerable.Range(0, x.Length - 1).Sum(j => (100 * Math.Pow(x[j + 1] - (x[j] * x[j]), 2)) + Math.Pow(1 - x[j], 2)),
    };

    public static Func<double[], double> Of(string name) => All[name];

    public static TestSpace Space(int dimensions) => new(Enumerable.Range(0, dimensions).Select(static _ => new UniformDistribution(-5, 5)));
}
