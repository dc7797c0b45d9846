namespace HyperTune.Cli.Asking;

/// <summary>The strategies and pruners that can be named on a command line, each with the options that it has by default.</summary>
internal static class Choices
{
    /// <summary>What a study goes by that names no strategy.</summary>
    public const string DefaultStrategy = "auto";

    /// <summary>What a study goes by that names no pruner.</summary>
    public const string DefaultPruner = "none";

    private static readonly Dictionary<string, Func<Strategy>> StrategiesByName = new(StringComparer.Ordinal)
    {
        [DefaultStrategy] = Strategy.Auto,
        ["random"] = Strategy.Random,
        ["sobol"] = Strategy.Sobol,
        ["grid"] = Strategy.Grid,
        ["bayesian"] = Strategy.Bayesian,
        ["tpe"] = Strategy.Tpe,
        ["cma-es"] = Strategy.CmaEs,
        ["differential-evolution"] = Strategy.DifferentialEvolution,
        ["genetic"] = Strategy.Genetic,
        ["nsga-ii"] = Strategy.NsgaII,
        ["nsga-iii"] = Strategy.NsgaIII,
    };

    private static readonly Dictionary<string, Func<Pruner>> PrunersByName = new(StringComparer.Ordinal)
    {
        [DefaultPruner] = static () => Pruner.None,
        ["auto"] = static () => Pruner.Auto(),
        ["median"] = static () => Pruner.Median(),
        ["percentile"] = static () => Pruner.Percentile(),
        ["successive-halving"] = static () => Pruner.SuccessiveHalving(),
        ["patient"] = static () => Pruner.Patient(),
        ["wilcoxon"] = static () => Pruner.Wilcoxon(),
    };

    /// <summary>The names of the strategies.</summary>
    public static string[] Strategies => [.. StrategiesByName.Keys];

    /// <summary>The names of the pruners.</summary>
    public static string[] Pruners => [.. PrunersByName.Keys];

    /// <summary>The strategy of a name; <see langword="null"/> where there is none.</summary>
    public static Strategy? StrategyOf(string name) => StrategiesByName.GetValueOrDefault(name)?.Invoke();

    /// <summary>The pruner of a name; <see langword="null"/> where there is none.</summary>
    public static Pruner? PrunerOf(string name) => PrunersByName.GetValueOrDefault(name)?.Invoke();
}
