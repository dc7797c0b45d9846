using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Nsga;

/// <summary>A genetic algorithm for several objectives at work in one study.</summary>
internal sealed class NsgaRun : StrategyRun
{
    private const ulong DesignSalt = 0x3B1F8A6C95D2E470UL;
    private const ulong SelectionSalt = 0xA94C7D13E6B80F25UL;
    private const ulong ChildSalt = 0x6E5D20B7C8F1943AUL;

    private const int MostStartTrials = 30;
    private const int Attempts = 20;

    // Parents are chosen again after so many parts of a population, so that good trials have children soon.
    private const int BlocksPerPopulation = 5;

    private readonly StrategyContext _context;
    private readonly NsgaOptions _options;
    private readonly int _startTrials;
    private int _toldCount;
    private readonly TriedConfigs _tried;
    private readonly UntriedConfigs _untried;
    private readonly StartDesign _design;
    private readonly Lineage _lineage;
    private readonly Offspring _offspring;
    private string? _explanation;

    public NsgaRun(StrategyContext context, NsgaOptions options, ISurvivorSelection selection)
    {
        _context = context;
        _options = options;
        _startTrials = options.StartTrials ?? Math.Min(MostStartTrials, options.Population);
        var cube = new UnitCube(context.Space);
        _tried = new TriedConfigs(cube);
        _untried = new UntriedConfigs(cube, _tried);
        _design = new StartDesign(cube, _tried, RandomStream.Mix(context.Seed ^ DesignSalt), options.StartWithDefault);
        int block = Math.Max(1, options.Population / BlocksPerPopulation);
        _lineage = new Lineage(cube, selection, options.Population, block, RandomStream.Mix(context.Seed ^ SelectionSalt));
        _offspring = new Offspring(cube);
    }

    public override string? Explanation => _explanation;

    internal override bool IsStarting => _toldCount < _startTrials;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => _tried.Add(vector);

    public override void Tell(in TrialResult result)
    {
        _tried.Add(result.Vector.Span);
        _lineage.Tell(in result);
        _toldCount++;
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._context.Space.DimensionCount];
        var random = new RandomStream(RandomStream.Mix(_context.Seed ^ ChildSalt), (ulong)trialNumber);
        if (trialNumber < _startTrials && _design.TryFill(first: 0, looks: (2 * trialNumber) + 1, vector))
        {
            _explanation = "evenly spread trials to start with";
            return true;
        }

        Survivor[] parents = _lineage.Before(trialNumber);
        if (parents.Length > 0 && TryCreateChild(parents, ref random, vector))
        {
            _explanation = $"a child of {parents.Length} parents, {parents.Count(static parent => parent.Rank == 0)} of them in the front";
            return true;
        }

        _explanation = "an untried config, at random";
        if (!_untried.TryFind(ref random, vector))
        {
            _context.Space.SampleAllowedVector(ref random, vector);
        }

        return true;
    }

    private bool TryCreateChild(Survivor[] parents, ref RandomStream random, Span<double> vector)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double[] first = Tournament(parents, ref random).Individual.Point;
            double[] second = random.NextUnit() < _options.CrossoverProbability ? Tournament(parents, ref random).Individual.Point : first;
            _offspring.Create(first, second, _options.MutationProbability, ref random, vector);
            if (_tried.MayTry(vector) && _context.Space.FindViolatedConstraint(vector) is null)
            {
                return true;
            }
        }

        return false;
    }

    // Of two, the better by rank; of the same rank the one with more room.
    private static Survivor Tournament(Survivor[] parents, ref RandomStream random)
    {
        Survivor first = parents[random.NextInteger(parents.Length)];
        Survivor second = parents[random.NextInteger(parents.Length)];
        return first.Rank != second.Rank ? (first.Rank < second.Rank ? first : second) : first.Room >= second.Room ? first : second;
    }
}
