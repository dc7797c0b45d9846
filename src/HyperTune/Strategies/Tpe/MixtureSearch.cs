namespace HyperTune;

/// <summary>Chooses among draws from a mixture of good trials by the ratio of its density to that of the others.</summary>
internal sealed class MixtureSearch
{
    // Bandwidths grow by these factors until a draw lies off all plateaus.
    private static readonly double[] Widenings = [1, 2, 4, 8, 16];

    // A candidate whose config is not allowed is drawn again this often.
    private const int Redraws = 8;

    private readonly TpeSettings _settings;
    private readonly TpeModel _model;
    private readonly Admission _admission;
    private readonly CandidateDraw _draw;
    private readonly Refinement _refinement;
    private readonly TpeCandidate[] _candidates;

    public MixtureSearch(UnitCube cube, TpeSettings settings, TpeModel model, Admission admission)
    {
        _settings = settings;
        _model = model;
        _admission = admission;
        _draw = new CandidateDraw(cube, settings);
        _refinement = new Refinement(cube, settings, model, admission);
        _candidates = [.. Enumerable.Range(0, settings.Candidates).Select(_ => new TpeCandidate(cube.Dimensions.Length))];
    }

    /// <summary>Writes the best point found.</summary>
    /// <param name="below">The mixture of good trials to draw from.</param>
    /// <param name="branch">The branch to stay on; <see langword="null"/> for any.</param>
    /// <param name="point">Receives the point.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>Whether there was any that may be suggested.</returns>
    public bool TryFind(BelowMixture below, TpeBranch? branch, Span<double> point, ref RandomStream random)
    {
        foreach (double widening in Widenings)
        {
            Span<TpeCandidate> candidates = DrawValid(below, branch, widening, ref random);
            _model.Score(candidates, below);
            candidates.Sort(static (a, b) => b.Score.CompareTo(a.Score));
            foreach (TpeCandidate candidate in candidates)
            {
                if (_admission.IsOffPlateaus(candidate.Point))
                {
                    _refinement.Improve(candidate, below);
                    candidate.Point.CopyTo(point);
                    return true;
                }
            }
        }

        return false;
    }

    private Span<TpeCandidate> DrawValid(BelowMixture below, TpeBranch? branch, double widening, ref RandomStream random)
    {
        int crossed = (int)(_settings.CrossedShare * _candidates.Length);
        int count = 0;
        for (int i = 0; i < _candidates.Length; i++)
        {
            TpeCandidate candidate = _candidates[count];
            for (int attempt = 0; attempt <= Redraws; attempt++)
            {
                _draw.Draw(candidate, below, branch, i < crossed, widening, ref random);
                if (_admission.IsValid(candidate.Point))
                {
                    count++;
                    break;
                }
            }
        }

        return _candidates.AsSpan(0, count);
    }
}
