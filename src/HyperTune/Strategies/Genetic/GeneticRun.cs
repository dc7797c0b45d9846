using System.Globalization;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Genetic;

/// <summary>A genetic algorithm for one objective at work in one study.</summary>
internal sealed class GeneticRun : GenerationalRun<GeneticState>
{
    private const ulong ChildSalt = 0xD2B7049E6C1FA583UL;
    private const int Attempts = 50;
    private const int UsualPopulation = 20;
    private const int SmallestPopulation = 10;
    private const int LargestPopulation = 50;
    private const int TrialsPerParent = 100;

    private readonly GeneticOptions _options;
    private readonly int _startTrials;
    private readonly Offspring _offspring;

    public GeneticRun(StrategyContext context, GeneticOptions options)
        : base(context, options.StartWithDefault, ChildSalt)
    {
        _options = options;
        int population = options.Population
            ?? (context.TrialBudget is { } trials ? Math.Clamp(trials / TrialsPerParent, SmallestPopulation, LargestPopulation) : UsualPopulation);
        _startTrials = options.StartTrials ?? population;
        Generations = new Generations<GeneticState>(Cube, new GeneticSelection(population), context.ObjectiveCount);
        _offspring = new Offspring(Cube);
    }

    protected override Generations<GeneticState> Generations { get; }

    protected override bool WantsDesign(GeneticState state) => state.Trials < _startTrials || state.Parents.Length == 0;

    protected override string? TryDraw(GeneticState state, int trialNumber, ref RandomStream random, Span<double> vector)
        => state.Parents.Length > 0 && TryCreateChild(state.Parents, ref random, vector)
            ? string.Create(CultureInfo.InvariantCulture, $"a child of the best {state.Parents.Length} of {state.Trials} trials")
            : null;

    private bool TryCreateChild(RankedTrial[] parents, ref RandomStream random, Span<double> vector)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double[] first = Tournament(parents, ref random).Point;
            double[] second = random.NextUnit() < _options.CrossoverProbability ? Tournament(parents, ref random).Point : first;
            _offspring.Create(first, second, _options.MutationProbability, ref random, vector);
            if (Configs.MayTry(vector))
            {
                return true;
            }
        }

        return false;
    }

    // Of two, the better one.
    private static RankedTrial Tournament(RankedTrial[] parents, ref RandomStream random)
        => parents[Math.Min(random.NextInteger(parents.Length), random.NextInteger(parents.Length))];
}
