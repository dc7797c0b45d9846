using HyperTune.Models.Surrogates;
using HyperTune.Numerics.Sobol;
using HyperTune.Spaces.Coding;
using HyperTune.Spaces.Enumeration;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>
/// Looks for the allowed vector with the highest acquisition that no trial has tried: quasi-random candidates and neighbours of the best trials,
/// scored together, then local searches from the most promising ones. Small finite spaces are scored as a whole.
/// </summary>
internal sealed class AcquisitionMaximizer
{
    // Spaces with no more configs are looked at one by one.
    private const int EnumerableCount = 1024;

    // The search starts from at least so many allowed points, where constraints accept few.
    private const int FewestCandidates = 32;

    // Of many dimensions, a perturbation changes about so many.
    private const double ExpectedPerturbed = 20;

    private static readonly double[] PerturbationDeviations = [0.2, 0.05, 0.01];

    private readonly UnitCube _cube;
    private readonly TriedConfigs _tried;
    private readonly SpaceEnumeration? _configs;
    private readonly double[] _draft;

    public AcquisitionMaximizer(UnitCube cube, TriedConfigs tried, UntriedConfigs untried)
    {
        _cube = cube;
        _tried = tried;
        _draft = new double[cube.Dimensions.Length];
        _configs = untried.All is { } all && all.Count <= EnumerableCount ? all : null;
    }

    /// <summary>Writes the best vector found.</summary>
    /// <param name="acquisition">What to maximize.</param>
    /// <param name="region">Where to look.</param>
    /// <param name="best">The vectors of the best trials, the best one first.</param>
    /// <param name="seed">The seed of everything random in the search.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns><see langword="false"/> when nothing untried was found in the region.</returns>
    public bool TryMaximize(
        AcquisitionCriterion acquisition,
        SearchRegion region,
        ReadOnlySpan<Observation> best,
        ulong seed,
        Span<double> vector,
        CancellationToken cancellationToken)
    {
        var random = new RandomStream(seed);
        if (_configs is not null)
        {
            CandidateSet untried = Enumerate(region, vector);
            double[] values = Score(acquisition, untried);
            return TryTakeBest(untried, values, vector);
        }

        Effort effort = Effort.For(acquisition.ModelSize, _draft.Length);
        CandidateSet candidates = new(_cube, region, effort.Candidates + effort.Perturbations + 1);
        int incumbent = AddIncumbent(candidates, best, ref random);
        AddQuasiRandom(candidates, effort.Candidates, ref random);
        AddPerturbed(candidates, best, effort.Perturbations, ref random);
        AddRandomWhereFew(candidates, ref random);
        if (candidates.Count == 0)
        {
            return false;
        }

        double[] scores = Score(acquisition, candidates);
        var search = new LocalSearch(_cube, acquisition, region, effort.Iterations);
        var found = new CandidateSet(_cube, region, effort.Starts);
        var reached = new List<double>();
        foreach (int start in ChooseStarts(scores, incumbent, effort.Starts, ref random))
        {
            candidates.Draft(start).CopyTo(_draft);
            double score = search.Climb(_draft, scores[start], ref random, cancellationToken);
            if (found.TryAdd(_draft))
            {
                reached.Add(score);
            }
        }

        return TryTakeBest(found, [.. reached], vector) || TryTakeBest(candidates, scores, vector);
    }

    private static double[] Score(AcquisitionCriterion acquisition, CandidateSet candidates)
    {
        var scores = new double[candidates.Count];
        acquisition.Score(candidates.Points, scores);
        return scores;
    }

    private static List<int> ChooseStarts(double[] scores, int incumbent, int count, ref RandomStream random)
    {
        int top = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            top = scores[i] > scores[top] ? i : top;
        }

        List<int> starts = [top];
        if (incumbent >= 0 && incumbent != top)
        {
            starts.Add(incumbent);
        }

        // The others by chance, in proportion to the expected improvement itself.
        while (starts.Count < Math.Min(count, scores.Length))
        {
            double total = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                total += starts.Contains(i) ? 0 : Math.Exp(scores[i] - scores[top]);
            }

            double rest = random.NextUnit() * total;
            int drawn = -1;
            for (int i = 0; i < scores.Length && rest >= 0; i++)
            {
                if (!starts.Contains(i))
                {
                    drawn = i;
                    rest -= Math.Exp(scores[i] - scores[top]);
                }
            }

            starts.Add(drawn);
        }

        return starts;
    }

    private CandidateSet Enumerate(SearchRegion region, Span<double> vector)
    {
        int count = (int)_configs!.Count;
        var candidates = new CandidateSet(_cube, region, count);
        for (int rank = 0; rank < count; rank++)
        {
            _configs.Unrank(rank, vector);
            if (_cube.Space.FindBeyondBound(vector) is not null)
            {
                continue;
            }

            ModelPoint.Encode(_cube, vector, _draft);
            if (region.HasFixed(_draft) && !_tried.Contains(vector))
            {
                candidates.TryAdd(_draft);
            }
        }

        return candidates;
    }

    private int AddIncumbent(CandidateSet candidates, ReadOnlySpan<Observation> best, ref RandomStream random)
    {
        if (best.IsEmpty)
        {
            return -1;
        }

        MakeDraft(best[0], ref random);
        return candidates.TryAdd(_draft) ? candidates.Count - 1 : -1;
    }

    private void AddQuasiRandom(CandidateSet candidates, int count, ref RandomStream random)
    {
        var sequence = new SobolSequence(_draft.Length, random.NextUInt64());
        for (uint i = 0; i < count; i++)
        {
            sequence.Fill(i, _draft);
            for (int k = 0; k < _draft.Length; k++)
            {
                _draft[k] = _cube.Dimensions[k].CoordinateAt(_draft[k]);
            }

            candidates.TryAdd(_draft);
        }
    }

    private void AddPerturbed(CandidateSet candidates, ReadOnlySpan<Observation> best, int count, ref RandomStream random)
    {
        double share = Math.Min(1, ExpectedPerturbed / _draft.Length);
        for (int i = 0; i < count && !best.IsEmpty; i++)
        {
            MakeDraft(best[i % best.Length], ref random);
            double deviation = PerturbationDeviations[i / best.Length % PerturbationDeviations.Length];
            for (int k = 0; k < _draft.Length; k++)
            {
                if (random.NextUnit() < share)
                {
                    CubeDimension dimension = _cube.Dimensions[k];
                    if (!dimension.IsCategorical)
                    {
                        _draft[k] = dimension.Snap(Math.Clamp(_draft[k] + (deviation * random.NextNormal()), dimension.Low, dimension.High));
                    }
                    else if (random.NextUnit() < deviation)
                    {
                        _draft[k] = dimension.CoordinateAt(random.NextUnit());
                    }
                }
            }

            candidates.TryAdd(_draft);
        }
    }

    private void AddRandomWhereFew(CandidateSet candidates, ref RandomStream random)
    {
        for (int draw = 0; candidates.Count < FewestCandidates && draw < SearchSpace.MaximumDraws; draw++)
        {
            for (int k = 0; k < _draft.Length; k++)
            {
                _draft[k] = _cube.Dimensions[k].CoordinateAt(random.NextUnit());
            }

            candidates.TryAdd(_draft);
        }
    }

    // The trial's point with random coordinates where parameters are inactive.
    private void MakeDraft(Observation trial, ref RandomStream random)
    {
        _cube.Encode(trial.Vector.Span, _draft);
        for (int k = 0; k < _draft.Length; k++)
        {
            if (double.IsNaN(_draft[k]))
            {
                _draft[k] = _cube.Dimensions[k].CoordinateAt(random.NextUnit());
            }
        }
    }

    // Takes the untried candidate with the highest score.
    private bool TryTakeBest(CandidateSet candidates, double[] scores, Span<double> vector)
    {
        int[] order = [.. Enumerable.Range(0, candidates.Count).OrderByDescending(i => scores[i])];
        foreach (int i in order)
        {
            _cube.Decode(candidates.Draft(i), vector);
            if (!_tried.Contains(vector))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How hard to look.</summary>
    /// <param name="Candidates">Quasi-random points.</param>
    /// <param name="Perturbations">Points near the best trials.</param>
    /// <param name="Starts">Local searches.</param>
    /// <param name="Iterations">Steps of each one's gradient search.</param>
    private readonly record struct Effort(int Candidates, int Perturbations, int Starts, int Iterations)
    {
        // More trials make each look at the model dearer, while comparisons found no gain from looking harder.
        private const int ThoroughUpTo = 200;
        private const int MostCandidates = 1024;

        /// <summary>The effort for a model of the given size.</summary>
        public static Effort For(int size, int dimensions)
            => size <= ThoroughUpTo
                ? new Effort(Math.Min(256 + (16 * dimensions), MostCandidates), 64, 4, 60)
                : new Effort(Math.Min(64 + (8 * dimensions), MostCandidates), 32, 2, 30);
    }
}
