using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>Chooses among draws from a mixture of good trials by the ratio of its density to that of the others.</summary>
internal sealed class MixtureSearch
{
    // Bandwidths grow by these factors until a draw lies off all plateaus.
    private static readonly double[] Widenings = [1, 2, 4, 8, 16];

    // A candidate whose config is not allowed is drawn again this often.
    private const int Redraws = 8;

    private readonly TpeSettings _settings;
    private readonly TpeModel _model;
    private readonly CandidateFilter _filter;
    private readonly CandidateSampler _sampler;
    private readonly CandidateRefinement _refinement;
    private readonly TpeCandidate[] _candidates;

    public MixtureSearch(UnitCube cube, TpeSettings settings, TpeModel model, CandidateFilter filter)
    {
        _settings = settings;
        _model = model;
        _filter = filter;
        _sampler = new CandidateSampler(cube, settings);
        _refinement = new CandidateRefinement(cube, settings, model, filter);
        _candidates = [.. Enumerable.Range(0, settings.Candidates).Select(_ => new TpeCandidate(cube.Dimensions.Length))];
    }

    /// <summary>Writes the best point found.</summary>
    /// <param name="good">The mixture of good trials to draw from.</param>
    /// <param name="branch">The branch to stay on; <see langword="null"/> for any.</param>
    /// <param name="point">Receives the point.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>Whether there was any that may be suggested.</returns>
    public bool TryFind(GoodMixture good, TpeBranch? branch, Span<double> point, ref RandomStream random)
    {
        foreach (double widening in Widenings)
        {
            Span<TpeCandidate> candidates = DrawValid(good, branch, widening, ref random);
            _model.Score(candidates, good);
            candidates.Sort(static (a, b) => b.Score.CompareTo(a.Score));
            foreach (TpeCandidate candidate in candidates)
            {
                if (_filter.IsOffPlateaus(candidate.Point))
                {
                    _refinement.Improve(candidate, good);
                    candidate.Point.CopyTo(point);
                    return true;
                }
            }
        }

        return false;
    }

    private Span<TpeCandidate> DrawValid(GoodMixture good, TpeBranch? branch, double widening, ref RandomStream random)
    {
        int crossed = (int)(_settings.CrossedShare * _candidates.Length);
        int count = 0;
        for (int i = 0; i < _candidates.Length; i++)
        {
            TpeCandidate candidate = _candidates[count];
            for (int attempt = 0; attempt <= Redraws; attempt++)
            {
                _sampler.Draw(candidate, good, branch, i < crossed, widening, ref random);
                if (_filter.IsValid(candidate.Point))
                {
                    count++;
                    break;
                }
            }
        }

        return _candidates.AsSpan(0, count);
    }
}
