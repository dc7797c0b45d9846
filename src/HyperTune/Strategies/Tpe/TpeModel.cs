using System.Runtime.InteropServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>The two mixtures, of the best trials and of all others, kept in step with the history.</summary>
internal sealed class TpeModel(UnitCube cube, TpeSettings settings, TpeHistory history)
{
    private const int CountedDraws = 100;

    private readonly List<int> _best = [];
    private Bandwidth _bandwidth;
    private int _reorderings;

    /// <summary>How many numeric parameters a random config has on average, rounded; at least 1.</summary>
    public int TypicalNumericCount { get; } = CountTypicalNumeric(cube);

    public GoodMixture Good { get; } = new(cube, settings);

    public OtherMixture Other { get; } = new(cube, settings);

    /// <summary>The slots of the best trials, best first.</summary>
    public ReadOnlySpan<int> Best => CollectionsMarshal.AsSpan(_best);

    /// <summary>Takes in the trials announced and told since the last time.</summary>
    public void Update()
    {
        IReadOnlyList<int> ranking = history.Ranking;
        int count = settings.GoodCount(ranking.Count);
        var bandwidth = new Bandwidth(
            settings.BandwidthFactor, settings.MinimumBandwidth(Math.Max(1, ranking.Count), TypicalNumericCount));
        bool reordered = _reorderings != history.Reorderings;
        bool isStale = reordered || bandwidth != _bandwidth || !_best.SequenceEqual(ranking.Take(count)) || Good.Count == 0;
        if (isStale)
        {
            _best.Clear();
            _best.AddRange(ranking.Take(count));
            Good.Build(history, Best, bandwidth);
        }

        if (reordered)
        {
            Other.Rebuild(history, Best, bandwidth);
        }
        else
        {
            Other.Update(history, Best, bandwidth);
        }

        _bandwidth = bandwidth;
        _reorderings = history.Reorderings;
    }

    /// <summary>The rule for bandwidths at the present number of trials.</summary>
    public Bandwidth Bandwidth => _bandwidth;

    /// <summary>Sets each candidate's score: the logarithm of its density among good trials over that among the others.</summary>
    public void Score(ReadOnlySpan<TpeCandidate> candidates, GoodMixture good)
    {
        Span<double> goodSums = stackalloc double[candidates.Length];
        Span<double> otherSums = stackalloc double[candidates.Length];
        good.Table.Evaluate(candidates, goodSums);
        Other.Table.Evaluate(candidates, otherSums);
        for (int i = 0; i < candidates.Length; i++)
        {
            candidates[i].Score = goodSums[i] - good.LogTotalWeight - (otherSums[i] - Other.LogTotalWeight);
        }
    }

    private static int CountTypicalNumeric(UnitCube cube)
    {
        if (!cube.IsConditional)
        {
            return Math.Max(1, cube.Numeric.Length);
        }

        Span<double> vector = new double[cube.Space.DimensionCount];
        int active = 0;
        for (int draw = 0; draw < CountedDraws; draw++)
        {
            var random = new RandomStream(seed: 0, (ulong)draw);
            cube.Space.SampleVector(ref random, vector);
            foreach (CubeDimension dimension in cube.Numeric)
            {
                active += double.IsNaN(vector[dimension.Parameter.Index]) ? 0 : 1;
            }
        }

        return Math.Max(1, (int)Math.Round((double)active / CountedDraws));
    }
}
