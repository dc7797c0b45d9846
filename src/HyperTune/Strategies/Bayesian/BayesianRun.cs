using HyperTune.Models.Surrogates;
using HyperTune.Strategies.Bayesian.Acquisition;
using HyperTune.Strategies.Bayesian.Local;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Bayesian optimization of one objective at work in one study.</summary>
internal sealed class BayesianRun : ModelledRun
{
    // One is enough to say where configs work, if most fail.
    private const int FewestValues = 1;
    private const int PerturbedTrials = 3;

    private readonly bool _takesSteps;
    private readonly ForcedExploration _exploration;
    private readonly SuggestionSchedule _schedule;
    private readonly Surrogate _standardized;
    private readonly Surrogate _warped;
    private readonly DerivativeSurrogate _standardizedDerivatives;
    private readonly DerivativeSurrogate _warpedDerivatives;
    private readonly ImprovementCriteria _criteria;
    private readonly LocalSteps _steps;

    public BayesianRun(StrategyContext context, BayesianOptions options)
        : base(context, options, FewestValues)
    {
        _takesSteps = options.LocalSteps;
        _exploration = new ForcedExploration(Cube, options.StagnationTrials);
        _schedule = new SuggestionSchedule(context, _exploration);
        bool hasNoise = context.IsDeterministic != true;
        _standardized = new Surrogate(Cube, OutputScale.Standardized, options.ModelTrials, hasNoise: hasNoise, shortens: true);
        _warped = new Surrogate(Cube, OutputScale.Warped, options.ModelTrials, hasNoise: hasNoise);
        _standardizedDerivatives = new DerivativeSurrogate(Cube, OutputScale.Standardized);
        _warpedDerivatives = new DerivativeSurrogate(Cube, OutputScale.Warped);
        _criteria = new ImprovementCriteria(Cube);
        _steps = new LocalSteps(Cube, Tried, context.TrialBudget - context.FirstTrial);
    }

    protected override void Invalidate(int valued, int judged)
    {
        _standardized.Invalidate(valued);
        _warped.Invalidate(valued);
        _standardizedDerivatives.Invalidate(valued);
        _warpedDerivatives.Invalidate(valued);
        _steps.Invalidate(judged);
    }

    protected override bool TrySuggestByModel(int trialNumber, ulong seed, Span<double> vector, CancellationToken cancellationToken)
    {
        var rivals = new Rivals(Cube, History);
        var random = new RandomStream(seed, 1);
        SuggestionPlan plan = _schedule.Plan(trialNumber, History.Count, rivals, ref random);
        DerivativeSurrogate derivatives = plan.IsWarped ? _warpedDerivatives : _standardizedDerivatives;
        if (!rivals.SeeksFeasible && !plan.Explores && derivatives.TryUpdate(History.Valued, [.. Pending], cancellationToken))
        {
            return TrySuggestByDerivatives(derivatives, rivals, plan, seed, vector, cancellationToken);
        }

        Surrogate surrogate = plan.IsWarped ? _warped : _standardized;
        surrogate.Update(History.Valued, rivals.Value, rivals.SeeksFeasible ? 1 : 0, cancellationToken, knowsErrors: !rivals.SeeksFeasible);
        if (_takesSteps && !plan.Explores && !rivals.SeeksFeasible && History.Limited.IsEmpty
            && _steps.TryTake(surrogate, History.Judged, plan.IsEnding, vector, cancellationToken) is { } step)
        {
            Explain(step);
            return true;
        }

        // The steps keep what they have found exact. What the process would add near it are digits that they are quicker to find.
        if (_takesSteps && plan.Stagnates && !_exploration.HasCategories && !rivals.SeeksFeasible && History.Limited.IsEmpty
            && _steps.HaveConverged(surrogate, History.Judged, cancellationToken))
        {
            plan = plan with { Explores = true, HasConverged = true };
        }

        return TrySuggestByValues(surrogate, rivals, plan, seed, ref random, vector, cancellationToken);
    }

    private bool TrySuggestByDerivatives(
        DerivativeSurrogate derivatives, Rivals rivals, SuggestionPlan plan, ulong seed, Span<double> vector, CancellationToken cancellationToken)
    {
        Explain($"derivatives on the {(plan.IsWarped ? "warped" : "standardized")} scale, {History.Valued.Length} trials in the model, {History.Pending.Count} running");
        FeasibilityFactor[] factors = Feasibility.Create(History, plan.IsWarped ? LimitUse.Close : LimitUse.Plain, cancellationToken);
        AcquisitionCriterion acquisition = _criteria.Create(derivatives, History.Valued, rivals, factors);
        return Maximizer.TryMaximize(acquisition, SearchRegion.Everywhere(Cube), rivals.Best(PerturbedTrials), seed, vector, cancellationToken);
    }

    private bool TrySuggestByValues(
        Surrogate surrogate,
        Rivals rivals,
        SuggestionPlan plan,
        ulong seed,
        ref RandomStream random,
        Span<double> vector,
        CancellationToken cancellationToken)
    {
        // On the scale that stretches differences near the best value, those near the limits are stretched, too: the best config is often at one.
        bool knowsLimits = !History.Limited.IsEmpty;
        LimitUse limits = plan.IsWarped && !rivals.SeeksFeasible ? LimitUse.Close : LimitUse.Plain;
        FeasibilityFactor[] factors = rivals.SeeksFeasible && !knowsLimits ? [] : Feasibility.Create(History, limits, cancellationToken);
        Observation[] best = rivals.Best(PerturbedTrials);
        SearchRegion everywhere = SearchRegion.Everywhere(Cube);
        SearchRegion region = plan.Explores && !best[0].IsOutside ? _exploration.Choose(best[0], plan.HasConverged, ref random) : everywhere;

        // Another category is to be improved for itself. Against the best of all, only the most uncertain configs would have a chance, and they are seldom good.
        Observation[] within = plan.Explores && _exploration.HasCategories ? rivals.Best(PerturbedTrials, region) : [];

        // Without a feasible trial, coming closer to the limits is the objective: by the models of the limits, or where these are not known, by a model of how
        // much they are broken.
        AcquisitionFunction acquisition = rivals.SeeksFeasible && knowsLimits
            ? new AcquisitionFunction(surrogate.Process, improvement: null, factors)
            : _criteria.Create(surrogate, History.Valued, rivals, within.Length > 0 ? region : null, Pending, factors, seed);
        best = [.. within.Concat(best).Take(PerturbedTrials)];
        Explain($"{(plan.Explores ? "exploration" : plan.IsWarped ? "warped scale" : "standardized scale")}, {History.Valued.Length} trials in the model, "
            + $"{History.Pending.Count} running");
        return Maximizer.TryMaximize(acquisition, region, best, seed, vector, cancellationToken)
            || (plan.Explores && Maximizer.TryMaximize(acquisition, everywhere, best, seed, vector, cancellationToken));
    }
}
