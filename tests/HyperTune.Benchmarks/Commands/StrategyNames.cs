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
        ["gradient"] = Strategy.Gradient,
        ["nsga2"] = Strategy.NsgaII,
        ["nsga3"] = Strategy.NsgaIII,
        ["cmaes"] = Strategy.CmaEs,
        ["de"] = Strategy.DifferentialEvolution,
        ["genetic"] = Strategy.Genetic,
        ["cmaes-bipop"] = static () => Strategy.CmaEs(new CmaEsOptions { Restarts = CmaEsRestarts.Bipop }),
        ["cmaes-without-restarts"] = static () => Strategy.CmaEs(new CmaEsOptions { Restarts = CmaEsRestarts.None }),
        ["then"] = static () => Strategy.Then(Strategy.Random(), 10, Strategy.Bayesian()),
        ["then-around"] = static () => Strategy.Then(Strategy.Bayesian(), 25, Strategy.AroundBest(0.1, Strategy.Tpe())),
        ["then-de"] = static () => Strategy.Then(Strategy.Bayesian(), 500, Strategy.DifferentialEvolution()),
        ["in-turn"] = static () => Strategy.InTurn(0),
        ["then-cmaes"] = static () => Strategy.Then(Strategy.Bayesian(), 250, Strategy.CmaEs()),
        ["bayesian-without-steps"] = static () => Strategy.Bayesian(new BayesianOptions { LocalSteps = false }),
        ["plain-gp"] = static () => new PlainGaussianProcess(),
        ["tpe-blind"] = static () => new BlindStrategy(Strategy.Tpe()),
        ["tpe-without-plateaus"] = static () => new TpeStrategy(new TpeOptions(), new TpeSettings { PlateauPairs = int.MaxValue }),
        ["bayesian-without-default"] = static () => Strategy.Bayesian(new BayesianOptions { StartWithDefault = false }),
        ["bayesian-without-probes"] = static () => Strategy.Bayesian(new BayesianOptions { StagnationTrials = int.MaxValue }),
    };

    /// <summary>Everything that can be named.</summary>
    public static IReadOnlyCollection<string> Known => Strategies.Keys;

    /// <summary>The strategies that a study would use; the others are there to be compared with.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["random", "sobol", "bayesian", "tpe", "auto"];

    public static Strategy Create(string name) => Strategies[name]();
}
