namespace HyperTune.Benchmarks;

/// <summary>The strategies that benchmarks know by name.</summary>
internal static class StrategyNames
{
    private static readonly Dictionary<string, Func<Strategy>> Strategies = new(StringComparer.Ordinal)
    {
        ["random"] = Strategy.Random,
        ["sobol"] = Strategy.Sobol,
        ["bayesian"] = Strategy.Bayesian,
        ["tpe"] = Strategy.Tpe,
        ["auto"] = Strategy.Auto,
    };

    public static IReadOnlyCollection<string> Known => Strategies.Keys;

    public static Strategy Create(string name) => Strategies[name]();
}
