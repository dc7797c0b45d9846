using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Genetic;

/// <summary>A genetic algorithm for one objective at work in one study.</summary>
internal sealed class GeneticRun : StrategyRun
{
    private const ulong ChildSalt = 0xD2B7049E6C1FA583UL;
    private const int Attempts = 50;
    private const int UsualPopulation = 20;
    private const int SmallestPopulation = 10;
    private const int LargestPopulation = 50;
    private const int TrialsPerParent = 100;

    private readonly GeneticOptions _options;
    private readonly UnitCube _cube;
    private readonly ulong _seed;
    private readonly int _startTrials;
    private readonly Generations<GeneticState> _generations;
    private readonly NewConfigs _configs;
    private readonly Offspring _offspring;
    private string? _explanation;

    public GeneticRun(StrategyContext context, GeneticOptions options)
    {
        _options = options;
        _cube = new UnitCube(context.Space);
        _seed = RandomStream.Mix(context.Seed ^ ChildSalt);
        int population = options.Population
            ?? (context.TrialBudget is { } trials ? Math.Clamp(trials / TrialsPerParent, SmallestPopulation, LargestPopulation) : UsualPopulation);
        _startTrials = options.StartTrials ?? population;
        _generations = new Generations<GeneticState>(_cube, new GeneticSelection(population), context.ObjectiveCount);
        _configs = new NewConfigs(_cube, context.Seed, options.StartWithDefault);
        _offspring = new Offspring(_cube);
    }

    public override string? Explanation => _explanation;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => _configs.Add(vector);

    public override void Tell(in TrialResult result)
    {
        _configs.Add(result.Vector.Span);
        _generations.Tell(in result);
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._cube.Space.DimensionCount];
        if (_configs.TryStart(vector))
        {
            _explanation = "the default config to start with";
            return true;
        }

        GeneticState state = _generations.Current();
        if ((state.Trials < _startTrials || state.Parents.Length == 0) && _configs.TryDesign(trialNumber, vector))
        {
            _explanation = "evenly spread trials to start with";
            return true;
        }

        RandomStream random = new(_seed, (ulong)trialNumber);
        if (state.Parents.Length > 0 && TryCreateChild(state.Parents, ref random, vector))
        {
            _explanation = string.Create(CultureInfo.InvariantCulture, $"a child of the best {state.Parents.Length} of {state.Trials} trials");
            return true;
        }

        _explanation = "an untried config, at random";
        _configs.FillAnywhere(ref random, vector);
        return true;
    }

    private bool TryCreateChild(RankedTrial[] parents, ref RandomStream random, Span<double> vector)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double[] first = Tournament(parents, ref random).Point;
            double[] second = random.NextUnit() < _options.CrossoverProbability ? Tournament(parents, ref random).Point : first;
            _offspring.Create(first, second, _options.MutationProbability, ref random, vector);
            if (_configs.MayTry(vector))
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
