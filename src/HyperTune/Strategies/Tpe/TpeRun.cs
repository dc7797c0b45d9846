using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>The tree-structured Parzen estimator at work in one study.</summary>
internal sealed class TpeRun : StrategyRun
{
    // So many random points are tried before the search for one that may be suggested goes on in another way.
    private const int RandomTries = 64;

    private readonly StrategyContext _context;
    private readonly TpeSettings _settings;
    private readonly UnitCube _cube;
    private readonly TpeHistory _history;
    private readonly TriedConfigs _tried;
    private readonly PlateauGuard _plateaus;
    private readonly CandidateFilter _filter;
    private readonly TpeModel _model;
    private readonly MixtureSearch _mixture;
    private readonly BranchExploration _exploration;
    private readonly UntriedConfigs _untried;
    private readonly TpeLocalSearch _local;
    private readonly StartDesign _start;
    private readonly double[] _point;
    private readonly double[] _vector;

    public TpeRun(StrategyContext context, TpeSettings settings)
    {
        _context = context;
        _settings = settings;
        _cube = new UnitCube(context.Space);
        _history = new TpeHistory(_cube.Dimensions.Length);
        _tried = new TriedConfigs(_cube);
        _plateaus = new PlateauGuard(_cube, settings, _history);
        _filter = new CandidateFilter(_cube, _tried, _plateaus);
        _model = new TpeModel(_cube, settings, _history);
        _mixture = new MixtureSearch(_cube, settings, _model, _filter);
        _exploration = new BranchExploration(_cube, settings, _history, _model);
        _untried = new UntriedConfigs(_cube, _tried);
        _local = new TpeLocalSearch(_cube, settings, _history, context);
        _start = new StartDesign(_cube, _tried, context.Seed, startWithDefault: true);
        _point = new double[_cube.Dimensions.Length];
        _vector = new double[context.Space.DimensionCount];
    }

    public override string Explanation
        => string.Create(CultureInfo.InvariantCulture, $"TPE: {_settings.StartTrials} start trials, then densities of the best {100 * _settings.GoodShare:G3} % of trials and of the others")
        + (_local.Start is { } start ? $"; from trial {start} on, local steps around the best trials now and then." : ".");

    internal override bool IsStarting => _history.RankedCount < _settings.StartTrials;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // From point 0 on after the default point, so that the first four balance each other.
        if (IsStarting && _start.TryFill(first: unchecked((uint)trialNumber - 1), looks: _history.Count + 1, vector))
        {
            return true;
        }

        _model.Update();
        FindPoint(trialNumber);
        _cube.Decode(_point, vector);
        return true;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (_cube.IsOnInnerBranch(vector))
        {
            SlotOf(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        // What trials of other branches than a narrowed space has tell of the best says nothing about the parameters of its own.
        if (!_cube.IsOnInnerBranch(result.Vector.Span))
        {
            return;
        }

        _plateaus.Add(_history.Finish(SlotOf(result.Number, result.Vector.Span), TrialStanding.Of(result) with { IsOutside = !_cube.IsInside(result.Vector.Span) }));
    }

    private int SlotOf(int trialNumber, ReadOnlySpan<double> vector)
    {
        int slot = _history.Find(trialNumber);
        if (slot < 0)
        {
            slot = _history.Add(trialNumber, out Span<double> point);
            _cube.Encode(vector, point);

            // Where draws cannot repeat a config only the start design asks.
            if ((_cube.CanRepeat || IsStarting) && _cube.IsInside(vector))
            {
                _tried.AddPoint(point);
            }
        }

        return slot;
    }

    private void FindPoint(int trialNumber)
    {
        var random = new RandomStream(_context.Seed, (ulong)trialNumber);
        if (TryLocalStep(trialNumber, ref random) || TryOtherBranch(trialNumber, ref random)
            || _mixture.TryFind(_model.Good, branch: null, _point, ref random) || TryAnywhere(ref random))
        {
            return;
        }

        if (_untried.TryFind(ref random, _vector))
        {
            _cube.Encode(_vector, _point);
        }
        else if (_untried.IsExhausted && !_tried.RepeatsAllowed)
        {
            // From the start again, so that a replay, which only learns now that nothing is left, suggests the same.
            _tried.RepeatsAllowed = true;
            FindPoint(trialNumber);
        }
    }

    private bool TryLocalStep(int trialNumber, ref RandomStream random)
    {
        for (int attempt = 0; _local.IsChosen(trialNumber) && attempt < RandomTries; attempt++)
        {
            if (!_local.TryDraw(_model.Best.Length, _point, ref random))
            {
                return false;
            }

            if (_filter.IsValid(_point) && _filter.IsOffPlateaus(_point))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryOtherBranch(int trialNumber, ref RandomStream random)
        => !_local.IsLate(trialNumber)
        && _exploration.Choose(ref random) is { } branch
        && _mixture.TryFind(_exploration.Mixture, branch, _point, ref random);

    private bool TryAnywhere(ref RandomStream random)
    {
        for (int attempt = 0; attempt < RandomTries; attempt++)
        {
            _context.Space.SampleAllowedVector(ref random, _vector);
            _cube.Encode(_vector, _point);
            if (_filter.IsValid(_point))
            {
                return true;
            }
        }

        return false;
    }
}
