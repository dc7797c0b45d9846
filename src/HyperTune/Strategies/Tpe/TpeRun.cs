using System.Globalization;

namespace HyperTune;

/// <summary>The tree-structured Parzen estimator at work in one study.</summary>
internal sealed class TpeRun : StrategyRun
{
    // So many random points are tried before the search for one that may be suggested goes on in another way.
    private const int RandomTries = 64;

    private readonly StrategyContext _context;
    private readonly TpeSettings _settings;
    private readonly TpeSpace _space;
    private readonly TpeHistory _history;
    private readonly TriedPoints _tried;
    private readonly PlateauGuard _plateaus;
    private readonly Admission _admission;
    private readonly TpeModel _model;
    private readonly MixtureSearch _mixture;
    private readonly BranchProbe _probe;
    private readonly UntriedConfigs _untried;
    private readonly TpeLocalSearch _local;
    private readonly TpeStartDesign _start;
    private readonly double[] _point;

    public TpeRun(StrategyContext context, TpeSettings settings)
    {
        _context = context;
        _settings = settings;
        _space = new TpeSpace(context.Space);
        _history = new TpeHistory(_space.Width);
        _tried = new TriedPoints(_space);
        _plateaus = new PlateauGuard(_space, settings, _history);
        _admission = new Admission(_space, _tried, _plateaus);
        _model = new TpeModel(_space, settings, _history);
        _mixture = new MixtureSearch(_space, settings, _model, _admission);
        _probe = new BranchProbe(_space, settings, _history, _model);
        _untried = new UntriedConfigs(_space, _admission);
        _local = new TpeLocalSearch(_space, settings, _history, context);
        _start = new TpeStartDesign(_space, context.Seed);
        _point = new double[_space.Width];
    }

    public override string Explanation
        => string.Create(CultureInfo.InvariantCulture, $"TPE: {_settings.StartTrials} start trials, then densities of the best {100 * _settings.BelowShare:G3} % of trials and of the others")
        + (_local.Start is { } start ? $"; from trial {start} on, local steps around the best trials now and then." : ".");

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool isStarting = _history.Ranking.Count < _settings.StartTrials;
        if (isStarting && _start.TryFill(trialNumber, _history, _admission, vector))
        {
            return true;
        }

        _model.Update();
        FindPoint(trialNumber);
        _space.Decode(_point, vector);
        return true;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => SlotOf(trialNumber, vector);

    public override void Tell(in TrialResult result)
        => _plateaus.Add(_history.Finish(SlotOf(result.Number, result.Vector.Span), TpeTrial.Of(result)));

    private int SlotOf(int trialNumber, ReadOnlySpan<double> vector)
    {
        int slot = _history.Find(trialNumber);
        if (slot < 0)
        {
            slot = _history.Add(trialNumber, out Span<double> point);
            _space.Encode(vector, point);
            _tried.Add(point);
        }

        return slot;
    }

    private void FindPoint(int trialNumber)
    {
        var random = new RandomStream(_context.Seed, (ulong)trialNumber);
        if (TryLocal(trialNumber, ref random) || TryProbe(trialNumber, ref random)
            || _mixture.TryFind(_model.Below, branch: null, _point, ref random) || TryAnywhere(ref random))
        {
            return;
        }

        bool wasExhausted = _untried.IsExhausted;
        if (!_untried.TryFind(_point, ref random) && !wasExhausted && _untried.IsExhausted)
        {
            // From the start again, so that a replay, which only learns now that nothing is left, suggests the same.
            FindPoint(trialNumber);
        }
    }

    private bool TryLocal(int trialNumber, ref RandomStream random)
    {
        for (int attempt = 0; _local.IsChosen(trialNumber) && attempt < RandomTries; attempt++)
        {
            if (!_local.TryDraw(_model.Best.Length, _point, ref random))
            {
                return false;
            }

            if (_admission.IsValid(_point) && _admission.IsOffPlateaus(_point))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryProbe(int trialNumber, ref RandomStream random)
        => !_local.IsLate(trialNumber)
        && _probe.Choose(ref random) is { } branch
        && _mixture.TryFind(_probe.Mixture, branch, _point, ref random);

    private bool TryAnywhere(ref RandomStream random)
    {
        double[] vector = new double[_space.Width];
        for (int attempt = 0; attempt < RandomTries; attempt++)
        {
            ConstrainedDraw.Sample(_context.Space, ref random, vector);
            _space.Encode(vector, _point);
            if (_admission.IsValid(_point))
            {
                return true;
            }
        }

        return false;
    }
}
