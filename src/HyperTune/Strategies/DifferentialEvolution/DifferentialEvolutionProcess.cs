using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>L-SHADE from generation to generation: who stays, what succeeded, and how large the population is.</summary>
/// <remarks>R. Tanabe and A. Fukunaga, "Improving the search performance of SHADE using linear population size reduction", CEC 2014.</remarks>
internal sealed class DifferentialEvolutionProcess : IEvolution<DifferentialState>
{
    private const ulong ArchiveSalt = 0x9D61A2F7305EC84BUL;
    private const int MembersPerParameter = 18;
    private const int WantedGenerations = 100;
    private const int SmallestStart = 10;
    private const int SmallestPopulation = 4;
    private const double ArchiveShare = 2.6;

    // How many attempts at a config a trial may have had: its factors are those of the one that it became.
    private const int MostAttempts = 20;

    private readonly UnitCube _cube;
    private readonly DifferentialVariation _variation;
    private readonly Func<int, RandomStream> _streamOf;
    private readonly ulong _seed;
    private readonly int? _budget;
    private readonly double[] _point;
    private readonly double[] _again;
    private readonly double[] _vector;

    public DifferentialEvolutionProcess(
        UnitCube cube, DifferentialEvolutionOptions options, DifferentialVariation variation, Func<int, RandomStream> streamOf, StrategyContext context)
    {
        _cube = cube;
        _variation = variation;
        _streamOf = streamOf;
        _seed = RandomStream.Mix(context.Seed ^ ArchiveSalt);
        _budget = context.TrialBudget;
        int usual = Math.Max(SmallestStart, MembersPerParameter * cube.Dimensions.Length);
        FirstPopulation = options.Population ?? (_budget is { } trials ? Math.Clamp(trials / WantedGenerations, SmallestStart, usual) : usual);
        _point = new double[cube.Dimensions.Length];
        _again = new double[cube.Dimensions.Length];
        _vector = new double[cube.Space.DimensionCount];
    }

    /// <summary>How many trials the first population has.</summary>
    public int FirstPopulation { get; }

    public DifferentialState Begin(ReadOnlySpan<RankedTrial> given)
    {
        RankedTrial[] ranked = TrialRanking.Sorted(given);
        RankedTrial[] members = ranked[..Math.Min(ranked.Length, FirstPopulation)];
        return members.Length >= FirstPopulation ? Create(members, [], new SuccessMemory(), 0) : new DifferentialState(members, [], [], new SuccessMemory(), FirstPopulation - members.Length, 0);
    }

    public int SizeOf(DifferentialState state) => state.Size;

    public DifferentialState Next(DifferentialState state, ReadOnlySpan<RankedTrial> trials)
    {
        int count = state.Trials + trials.Length;
        if (state.Order.Length == 0)
        {
            return Create([.. state.Members, .. trials], [], state.Memory, count);
        }

        RankedTrial[] members = [.. state.Members];
        var archive = new List<double[]>(state.Archive);
        var successes = new List<(double, double, double)>();
        foreach (RankedTrial trial in trials)
        {
            int target = state.TargetOf(trial.Number);
            RankedTrial beaten = members[target];
            if (!TrialRanking.IsNoWorse(trial, beaten))
            {
                continue;
            }

            members[target] = trial;
            if (!TrialRanking.IsNoWorse(beaten, trial))
            {
                archive.Add(beaten.Point);
                if (FactorsOf(state, trial) is { } factors)
                {
                    successes.Add((factors.Scale, factors.Rate, Gain(beaten, trial)));
                }
            }
        }

        SuccessMemory memory = state.Memory.Next(successes);
        int size = SizeAfter(count);
        if (members.Length > size)
        {
            members = [.. members.Order(Comparer<RankedTrial>.Create(TrialRanking.Compare)).Take(size).OrderBy(static member => member.Number)];
        }

        // Of an archive that is too large, random members go.
        double[][] kept = [.. archive];
        if (kept.Length > ArchiveShare * members.Length)
        {
            var random = new RandomStream(_seed, (ulong)count);
            random.Shuffle(kept.AsSpan());
            kept = kept[..(int)(ArchiveShare * members.Length)];
        }

        return Create(members, kept, memory, count);
    }

    private static DifferentialState Create(RankedTrial[] members, double[][] archive, SuccessMemory memory, int trials)
    {
        RankedTrial[] ranked = TrialRanking.Sorted(members);
        int[] order = [.. ranked.Select(trial => Array.IndexOf(members, trial))];
        return new DifferentialState(members, order, archive, memory, members.Length, trials);
    }

    // Equation 10 of L-SHADE.
    private int SizeAfter(int trials)
        => _budget is { } budget && budget > 0
            ? Math.Max(SmallestPopulation, (int)Math.Round(FirstPopulation + ((SmallestPopulation - FirstPopulation) * Math.Min(1, (double)trials / budget))))
            : FirstPopulation;

    // By how much the value became better; 1 where that is no number.
    private static double Gain(RankedTrial beaten, RankedTrial trial)
    {
        double gain = beaten.Standing.Value - trial.Standing.Value;
        return trial.Losses.Length <= 1 && beaten.Standing.IsFeasible && double.IsFinite(gain) && gain > 0 ? gain : 1;
    }

    // A trial from an earlier population, or from somebody, was not made with the factors of this one.
    private (double Scale, double Rate)? FactorsOf(DifferentialState state, RankedTrial trial)
    {
        RandomStream random = _streamOf(trial.Number);
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            (double, double) factors = _variation.Create(state, trial.Number, ref random, _point);
            _cube.Decode(_point, _vector);
            _cube.Encode(_vector, _again);
            if (_again.AsSpan().SequenceEqual(trial.Point))
            {
                return factors;
            }
        }

        return null;
    }
}
