using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;
using HyperTune.Strategies.Bayesian.Local;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Bayesian optimization at work in one study.</summary>
internal sealed class BayesianRun : StrategyRun
{
    private const ulong DesignSalt = 0x51D7348B2F4E9A63UL;
    private const ulong ChoiceSalt = 0x8C0F5E3A7B6D2194UL;

    // With fewer values there is nothing to learn from. One is enough to say where configs work, if most fail.
    private const int FewestValues = 1;

    // The most running trials to take into account: the latest.
    private const int MostPending = 128;
    private const int PerturbedTrials = 3;

    // Above this share of the outputs' variance the best observed value owes too much to luck: the model's mean replaces it.
    private const double NoisyVariance = 1e-3;

    // Above this share, a tenth of the deviation, trying known places again counts for less. Below, what looks like noise is often a valley too narrow
    // for the model, which a study should follow: comparisons on Rosenbrock's function found twice the regret with the lower threshold.
    private const double DiscountedVariance = 1e-2;

    // The share of a study, its end, in which what is known is put to use: little is left for which to look around.
    private const double EndShare = 0.2;

    private readonly StrategyContext _context;
    private readonly BayesianOptions _options;
    private readonly int _firstOfEnd;
    private readonly UnitCube _cube;
    private readonly TriedConfigs _tried;
    private readonly UntriedConfigs _untried;
    private readonly StartDesign _design;
    private readonly ForcedExploration _exploration;
    private readonly AcquisitionMaximizer _maximizer;
    private readonly TrialHistory _history;
    private readonly Surrogate _standardized;
    private readonly Surrogate _warped;
    private readonly DerivativeSurrogate _standardizedDerivatives;
    private readonly DerivativeSurrogate _warpedDerivatives;
    private readonly FeasibilityFactors _feasibility;
    private readonly LocalSteps _steps;
    private string? _explanation;

    public BayesianRun(StrategyContext context, BayesianOptions options)
    {
        _context = context;
        _options = options;
        _firstOfEnd = context.TrialBudget is { } budget ? budget - (int)(EndShare * (budget - context.FirstTrial)) : int.MaxValue;
        _cube = new UnitCube(context.Space, keepsFixed: context.HasOutsideTrials);
        _history = new TrialHistory(_cube);
        _tried = new TriedConfigs(_cube);
        _untried = new UntriedConfigs(_cube, _tried);
        _design = new StartDesign(_cube, _tried, RandomStream.Mix(context.Seed ^ DesignSalt), options.StartWithDefault);
        _exploration = new ForcedExploration(_cube, options.StagnationTrials);
        _maximizer = new AcquisitionMaximizer(_cube, _tried, _untried);
        bool hasNoise = context.IsDeterministic != true;
        _standardized = new Surrogate(_cube, OutputScale.Standardized, options.ModelTrials, hasNoise: hasNoise);
        _warped = new Surrogate(_cube, OutputScale.Warped, options.ModelTrials, hasNoise: hasNoise);
        _standardizedDerivatives = new DerivativeSurrogate(_cube, OutputScale.Standardized);
        _warpedDerivatives = new DerivativeSurrogate(_cube, OutputScale.Warped);
        _feasibility = new FeasibilityFactors(_cube, options.ModelTrials);
        _steps = new LocalSteps(_cube, _tried);
    }

    public override string? Explanation => _explanation;

    internal override bool IsStarting => _history.Count < _options.StartTrials || _history.Valued.Length < FewestValues;

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _history.Announce(trialNumber, vector);
        _tried.Add(vector);
    }

    public override void Tell(in TrialResult result)
    {
        (int valued, int judged, int limited) = _history.Tell(result);
        _tried.Add(result.Vector.Span);
        _standardized.Invalidate(valued);
        _warped.Invalidate(valued);
        _standardizedDerivatives.Invalidate(valued);
        _warpedDerivatives.Invalidate(valued);
        _feasibility.Invalidate(judged, limited);
        _steps.Invalidate(judged);
    }

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._context.Space.DimensionCount];
        bool isStarting = IsStarting;
        if (isStarting && _design.TryFill(first: 0, looks: (2 * _history.Count) + 1, vector))
        {
            Explain($"start design, {_history.Count} trials so far");
            return true;
        }

        ulong seed = RandomStream.Mix(_context.Seed ^ ChoiceSalt) + (ulong)trialNumber;

        // A study can be extended: beyond the number that was told first, it is open again.
        bool isEnding = trialNumber >= _firstOfEnd && trialNumber < _context.TrialBudget;
        if (_cube.Dimensions.IsEmpty || _history.Valued.Length < FewestValues || !TrySuggestByModel(seed, isEnding, vector, cancellationToken))
        {
            SuggestWithoutModel(seed, vector);
        }

        return true;
    }

    private bool TrySuggestByModel(ulong seed, bool isEnding, Span<double> vector, CancellationToken cancellationToken)
    {
        // As long as no trial satisfies the outcome constraints, coming closer to them is the objective: by the models of the limits, or where these are not
        // known, by a model of how much they are broken.
        bool seeksFeasible = !_history.HasFeasibleValue;
        bool knowsLimits = !_history.Limited.IsEmpty;
        ReadOnlySpan<Observation> trials = _history.Valued;
        Func<Observation, double> value = seeksFeasible ? static trial => trial.Violation : static trial => trial.Value;
        Observation[] best = FindBest(trials, value, seeksFeasible);
        var random = new RandomStream(seed, 1);

        // Another basin is worth looking for to the end, another category only as long as there is time to search it.
        bool explores = !(isEnding && _exploration.HasCategories) && DrawsExploration(trials, value, seeksFeasible, ref random);
        bool isWarped = (!explores || _exploration.HasCategories) && random.NextUnit() < 0.5;
        DerivativeSurrogate derivatives = isWarped ? _warpedDerivatives : _standardizedDerivatives;
        if (!seeksFeasible && !explores && derivatives.TryUpdate(trials, [.. _history.Pending.Skip(_history.Pending.Count - MostPending)], cancellationToken))
        {
            Explain($"derivatives on the {(isWarped ? "warped" : "standardized")} scale, {trials.Length} trials in the model, {_history.Pending.Count} running");
            FeasibilityFactor[] known = _feasibility.Create(_history, isWarped ? LimitUse.Close : LimitUse.Plain, cancellationToken);
            AcquisitionCriterion promising = CreateDerivativeAcquisition(derivatives, trials, known);
            return _maximizer.TryMaximize(promising, SearchRegion.Everywhere(_cube), best, seed, vector, cancellationToken);
        }

        Surrogate surrogate = isWarped ? _warped : _standardized;
        surrogate.Update(trials, value, seeksFeasible ? 1 : 0, cancellationToken, knowsErrors: !seeksFeasible);

        if (_options.LocalSteps && !explores && !seeksFeasible && !knowsLimits && _steps.TryTake(surrogate, _history.Judged, isEnding, vector, cancellationToken) is { } step)
        {
            Explain(step);
            return true;
        }

        // On the scale that stretches differences near the best value, those near the limits are stretched, too: the best config is often at one.
        LimitUse limits = isWarped && !seeksFeasible ? LimitUse.Close : LimitUse.Plain;
        FeasibilityFactor[] factors = seeksFeasible && !knowsLimits ? [] : _feasibility.Create(_history, limits, cancellationToken);
        SearchRegion everywhere = SearchRegion.Everywhere(_cube);
        SearchRegion region = explores && !best[0].IsOutside ? _exploration.Choose(best[0], ref random) : everywhere;

        // Another category is to be improved for itself. Against the best of all, only the most uncertain configs would have a chance, and they are seldom good.
        Observation[] within = explores && _exploration.HasCategories ? FindBest(trials, value, seeksFeasible, region) : [];
        AcquisitionFunction acquisition = seeksFeasible && knowsLimits
            ? new AcquisitionFunction(surrogate.Process, improvement: null, factors)
            : CreateAcquisition(surrogate, trials, seeksFeasible, factors, within.Length > 0 ? region : null, seed);
        best = [.. within.Concat(best).Take(PerturbedTrials)];
        Explain($"{(explores ? "exploration" : isWarped ? "warped scale" : "standardized scale")}, {trials.Length} trials in the model, "
            + $"{_history.Pending.Count} running");
        return _maximizer.TryMaximize(acquisition, region, best, seed, vector, cancellationToken)
            || (explores && _maximizer.TryMaximize(acquisition, everywhere, best, seed, vector, cancellationToken));
    }

    private AcquisitionFunction CreateAcquisition(
        Surrogate surrogate,
        ReadOnlySpan<Observation> trials,
        bool seeksFeasible,
        FeasibilityFactor[] factors,
        SearchRegion? region,
        ulong seed)
    {
        GaussianProcess process = surrogate.Process;
        double noise = process.Kernel.Hyperparameters.NoiseVariance;
        PointSet points = process.Inputs.Points;
        bool isNoisy = noise * points.LargestNoiseWeight > NoisyVariance;
        double weight = 1;
        double target = _history.KnowsOutsideOnly ? double.NegativeInfinity : double.PositiveInfinity;
        for (int row = 0; row < surrogate.RowCount; row++)
        {
            Observation trial = trials[surrogate.TrialAt(row)];
            if (IsRival(trial, seeksFeasible) && region?.HasFixed(_cube, trial) != false)
            {
                double output = surrogate.Outputs[row];
                output = isNoisy ? process.MeanAtObserved(row, output) : output;

                weight = output < target ? points.NoiseWeight(row) : weight;

                // What trials outside of the space have reached may be out of reach inside: there, the first trial goes where the model expects the best value.
                target = _history.KnowsOutsideOnly ? Math.Max(target, output) : Math.Min(target, output);
            }
        }

        // What trying the best place again would tell.
        noise *= weight;
        Fantasies? fantasies = AppendPending(process) is { Length: > 0 } means
            ? new Fantasies(process, means, target, lowersTarget: !isNoisy, RandomStream.Mix(seed))
            : null;
        return new AcquisitionFunction(process, new LogExpectedImprovement(target, fantasies, noise > DiscountedVariance ? noise : 0), factors);
    }

    private DerivativeAcquisition CreateDerivativeAcquisition(DerivativeSurrogate model, ReadOnlySpan<Observation> trials, FeasibilityFactor[] factors)
    {
        DerivativeProcess process = model.Process;
        double noise = process.Kernel.SignalVariance * process.Kernel.NoiseShare;
        double target = _history.KnowsOutsideOnly ? double.NegativeInfinity : double.PositiveInfinity;
        var point = new double[_cube.Dimensions.Length];
        for (int row = 0; row < trials.Length; row++)
        {
            if (IsRival(trials[row], seeksFeasible: false))
            {
                double output = model.Outputs[row];
                if (noise > NoisyVariance)
                {
                    ModelPoint.Encode(_cube, trials[row].Vector.Span, point);
                    output = process.Predict(point).Mean;
                }

                target = _history.KnowsOutsideOnly ? Math.Max(target, output) : Math.Min(target, output);
            }
        }

        return new DerivativeAcquisition(process, new LogExpectedImprovement(target, fantasies: null, noise > DiscountedVariance ? noise : 0), factors);
    }

    private double[] AppendPending(GaussianProcess process)
    {
        double[][] pending = [.. _history.Pending.Skip(_history.Pending.Count - MostPending)];
        var means = new double[pending.Length];
        var prediction = new PointPrediction();
        var point = new double[_cube.Dimensions.Length];
        for (int i = 0; i < pending.Length; i++)
        {
            ModelPoint.Encode(_cube, pending[i], point);
            prediction.Predict(process, point);
            means[i] = prediction.Mean;
            process.Append(point);
        }

        return means;
    }

    private bool DrawsExploration(ReadOnlySpan<Observation> trials, Func<Observation, double> value, bool seeksFeasible, ref RandomStream random)
    {
        var values = new List<double>(trials.Length);
        foreach (Observation trial in trials)
        {
            if (IsRival(trial, seeksFeasible))
            {
                values.Add(value(trial));
            }
        }

        return _exploration.IsDue(_history.Count, [.. values]) && random.NextUnit() < _exploration.Share;
    }

    private bool IsRival(in Observation trial, bool seeksFeasible) => (seeksFeasible || trial.IsFeasible) && _history.IsRival(in trial);

    private Observation[] FindBest(ReadOnlySpan<Observation> trials, Func<Observation, double> value, bool seeksFeasible, SearchRegion? region = null)
    {
        var candidates = new List<Observation>(trials.Length);
        foreach (Observation trial in trials)
        {
            if (IsRival(trial, seeksFeasible) && region?.HasFixed(_cube, trial) != false)
            {
                candidates.Add(trial);
            }
        }

        return [.. candidates.OrderBy(value).Take(PerturbedTrials)];
    }

    // Everything near has been tried, or the space has a single config.
    private void SuggestWithoutModel(ulong seed, Span<double> vector)
    {
        var random = new RandomStream(seed);
        if (_untried.TryFind(ref random, vector))
        {
            Explain("an untried config of the finite space");
            return;
        }

        random = new RandomStream(seed, 2);
        _context.Space.SampleAllowedVector(ref random, vector);
        Explain("a random draw");
    }

    private void Explain(string decision) => _explanation = $"Bayesian: {decision}.";
}
