using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Gradient;

/// <summary>New starting points: evenly spread ones, and where parameters are constant within local runs, neighbours in these of the best configs so far.</summary>
internal sealed class OuterSearch
{
    private const ulong DesignSalt = 0x51C7E09D3A86F24BUL;
    private const ulong NeighbourSalt = 0xC8125B7F60D9E3A4UL;
    private const int Attempts = 20;
    private const int RandomTries = 64;
    private const double NeighbourShare = 0.75;

    // Of an ordered parameter as often the next value as any other.
    private const double AnyValueShare = 0.5;

    private readonly UnitCube _cube;
    private readonly ulong _seed;
    private readonly TriedConfigs _tried;
    private readonly UntriedConfigs _untried;
    private readonly StartDesign _design;
    private readonly Offspring _offspring;
    private readonly CubeDimension[] _constant;
    private readonly double[] _point;

    public OuterSearch(StrategyContext context, UnitCube cube, bool startWithDefault)
    {
        _cube = cube;
        _seed = RandomStream.Mix(context.Seed ^ NeighbourSalt);
        _tried = new TriedConfigs(cube);
        _untried = new UntriedConfigs(cube, _tried);
        _design = new StartDesign(cube, _tried, RandomStream.Mix(context.Seed ^ DesignSalt), startWithDefault);
        _offspring = new Offspring(cube);
        _constant = [.. cube.Dimensions.Where(static dimension => !dimension.IsFixed && (dimension.DecidesOthers || !LocalSpace.CanMove(dimension.Parameter)))];
        _point = new double[cube.Dimensions.Length];
    }

    /// <summary>Remembers a config that was tried.</summary>
    public void Add(ReadOnlySpan<double> vector) => _tried.Add(vector);

    /// <summary>Whether a config has been tried.</summary>
    public bool Contains(ReadOnlySpan<double> vector) => _tried.Contains(vector);

    /// <summary>Writes a starting point.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="starts">How many starting points there were.</param>
    /// <param name="best">The best configs so far, the best one first; empty while there are only evenly spread ones.</param>
    /// <param name="vector">Receives the vector.</param>
    public void Suggest(int trialNumber, int starts, IReadOnlyList<ReadOnlyMemory<double>> best, Span<double> vector)
    {
        var random = new RandomStream(_seed, (ulong)trialNumber);
        bool isNeighbour = best.Count > 0 && _constant.Length > 0 && random.NextUnit() < NeighbourShare;
        if ((isNeighbour && TryChange(best, ref random, vector)) || _design.TryFill(first: (uint)starts, looks: RandomTries, vector))
        {
            return;
        }

        for (int attempt = 0; attempt < RandomTries; attempt++)
        {
            _cube.Space.SampleAllowedVector(ref random, vector);
            if (_tried.MayTry(vector))
            {
                return;
            }
        }

        if (!_untried.TryFind(ref random, vector))
        {
            _cube.Space.SampleAllowedVector(ref random, vector);
        }
    }

    // Another value of one parameter that local runs leave alone; what that brings into being is drawn.
    private bool TryChange(IReadOnlyList<ReadOnlyMemory<double>> best, ref RandomStream random, Span<double> vector)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double rank = random.NextUnit();
            _cube.Encode(best[(int)(rank * rank * best.Count)].Span, _point);
            CubeDimension dimension = _constant[random.NextInteger(_constant.Length)];
            ref double coordinate = ref _point[dimension.Index];
            if (double.IsNaN(coordinate))
            {
                continue;
            }

            double other = random.NextUnit() < AnyValueShare ? dimension.CoordinateAt(random.NextUnit()) : Variation.Mutate(dimension, coordinate, ref random);
            if (other == coordinate)
            {
                continue;
            }

            coordinate = other;
            _offspring.Create(_point, _point, mutationProbability: 0, ref random, vector);
            if (_tried.MayTry(vector) && _cube.Space.FindViolatedConstraint(vector) is null)
            {
                return true;
            }
        }

        return false;
    }
}
