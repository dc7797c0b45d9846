namespace HyperTune.Tests;

/// <summary>Every strategy, by name.</summary>
internal static class ConformanceStrategies
{
    private static readonly Dictionary<string, Strategy> All = new(StringComparer.Ordinal)
    {
        ["random"] = Strategy.Random(),
        ["sobol"] = Strategy.Sobol(),
        ["grid"] = Strategy.Grid(3),
        ["shuffled grid"] = Strategy.Grid(new GridOptions { PointsPerContinuousAxis = 3, Shuffle = true }),
        ["bayesian"] = Strategy.Bayesian(),
        ["tpe"] = Strategy.Tpe(),
        ["auto"] = Strategy.Auto(),
        ["nsga2"] = Strategy.NsgaII(new NsgaOptions { Population = 6 }),
        ["nsga3"] = Strategy.NsgaIII(new NsgaOptions { Population = 6 }),
        ["cmaes"] = Strategy.CmaEs(),
        ["de"] = Strategy.DifferentialEvolution(new DifferentialEvolutionOptions { Population = 6 }),
        ["genetic"] = Strategy.Genetic(new GeneticOptions { Population = 6 }),
        ["one at a time"] = Strategy.OneAtATime(new OneAtATimeOptions { Points = 30 }),
        ["gradient"] = Strategy.Gradient(),
        ["stepwise"] = Strategy.Stepwise(40),
        ["then"] = Strategy.Then(Strategy.Random(), 5, Strategy.Then(Strategy.Bayesian(), 6, Strategy.Tpe())),
        ["then around"] = Strategy.Then(Strategy.Sobol(), 6, Strategy.AroundBest(0.3, 2, new AroundOptions { FreeCategories = true })),
        ["around"] = Strategy.Around(0.4, new AroundOptions { FreeCategories = true }),
        ["then reevaluate"] = Strategy.Then(Strategy.Random(), 8, Strategy.Reevaluate(3, 1000)),
        ["in turn"] = Strategy.InTurn(10),
        ["population"] = Strategy.PopulationBased(new PopulationOptions { Population = 6 }),
        ["hyperband"] = Strategy.Hyperband(Strategy.Tpe(), new HyperbandOptions { MaximumResource = 9 }),
        ["grid over"] = new GridOverFirst(Strategy.Bayesian()),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Those that take several objectives.</summary>
    public static IEnumerable<string> OfSeveralObjectives => All.Keys.Except(["gradient", "hyperband", "in turn"]);

    /// <summary>Those that take spaces with nothing continuous.</summary>
    public static IEnumerable<string> OfDiscreteSpaces => All.Keys.Where(static name => name != "gradient");

    /// <summary>Those that go by results.</summary>
    public static IEnumerable<string> Learning => ["bayesian", "tpe", "auto"];

    /// <summary>Those that promise to try every config of a finite space before one is repeated.</summary>
    public static IEnumerable<string> Exhaustive => ["grid", "shuffled grid", "bayesian", "tpe", "auto", "nsga2", "nsga3", "cmaes", "de", "genetic", "in turn"];

    /// <summary>Those whose trials go on from the checkpoints of others, and so with configs that were tried.</summary>
    public static IEnumerable<string> Continuing => ["population", "hyperband"];

    /// <summary>Those that go on with the best configs of another study.</summary>
    public static IEnumerable<string> Repeating => ["population", "then reevaluate"];

    /// <summary>Those that find something to try even when nothing has completed.</summary>
    public static IEnumerable<string> Undaunted => Names.Where(static name => name != "then reevaluate");

    /// <summary>All but those whose trials go on from checkpoints, which any objective will do for.</summary>
    public static IEnumerable<string> Independent => Names.Except(Continuing);

    public static Strategy Of(string name) => All[name];
}
