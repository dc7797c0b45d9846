using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Bayesian;

/// <summary>
/// What Bayesian optimization of one and of several objectives have in common: evenly spread trials at first, models of all trials then, and an untried config
/// where these have nothing to say.
/// </summary>
internal abstract class ModelledRun : StrategyRun
{
    private const ulong DesignSalt = 0x51D7348B2F4E9A63UL;
    private const ulong ChoiceSalt = 0x8C0F5E3A7B6D2194UL;

    // The most running trials to take into account: the latest.
    private const int MostPending = 128;

    private readonly StrategyContext _context;
    private readonly int _startTrials;
    private readonly int _fewestValues;
    private readonly UntriedConfigs _untried;
    private readonly StartDesign _design;
    private string? _explanation;

    /// <param name="context">The study.</param>
    /// <param name="options">The strategy's options.</param>
    /// <param name="fewestValues">With fewer values there is nothing to learn from.</param>
    protected ModelledRun(StrategyContext context, BayesianOptions options, int fewestValues)
    {
        _context = context;
        _startTrials = options.StartTrials;
        _fewestValues = fewestValues;
        Cube = new UnitCube(context.Space, keepsFixed: context.HasOutsideTrials);
        History = new TrialHistory(Cube);
        Tried = new TriedConfigs(Cube);
        _untried = new UntriedConfigs(Cube, Tried);
        _design = new StartDesign(Cube, Tried, RandomStream.Mix(context.Seed ^ DesignSalt), options.StartWithDefault);
        Maximizer = new AcquisitionMaximizer(Cube, Tried, _untried);
        Feasibility = new FeasibilityFactors(Cube, options.ModelTrials);
    }

    public sealed override string? Explanation => _explanation;

    internal sealed override bool IsStarting => History.Count < _startTrials || History.Valued.Length < _fewestValues;

    /// <summary>The space.</summary>
    protected UnitCube Cube { get; }

    /// <summary>The trials so far.</summary>
    protected TrialHistory History { get; }

    /// <summary>The configs so far.</summary>
    protected TriedConfigs Tried { get; }

    /// <summary>Looks for the config that promises most.</summary>
    protected AcquisitionMaximizer Maximizer { get; }

    /// <summary>The models of where configs work and keep the limits.</summary>
    protected FeasibilityFactors Feasibility { get; }

    /// <summary>The vectors of the running trials that are taken into account.</summary>
    protected IEnumerable<double[]> Pending => History.Pending.Skip(History.Pending.Count - MostPending);

    public sealed override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        History.Announce(trialNumber, vector);
        Tried.Add(vector);
    }

    public sealed override void Tell(in TrialResult result)
    {
        (int valued, int judged, int limited) = History.Tell(result);
        Tried.Add(result.Vector.Span);
        Feasibility.Invalidate(judged, limited);
        Invalidate(valued, judged);
    }

    public sealed override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._context.Space.DimensionCount];
        if (IsStarting && _design.TryFill(first: 0, looks: (2 * History.Count) + 1, vector))
        {
            Explain($"start design, {History.Count} trials so far");
            return true;
        }

        ulong seed = RandomStream.Mix(_context.Seed ^ ChoiceSalt) + (ulong)trialNumber;
        if (Cube.Dimensions.IsEmpty || History.Valued.Length < _fewestValues || !TrySuggestByModel(trialNumber, seed, vector, cancellationToken))
        {
            SuggestWithoutModel(seed, vector);
        }

        return true;
    }

    /// <summary>Takes note that trials have changed.</summary>
    /// <param name="valued">From which of the trials that have a value on.</param>
    /// <param name="judged">From which of the trials on of which it is known whether they work.</param>
    protected abstract void Invalidate(int valued, int judged);

    /// <summary>Suggests what the models promise most of.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="seed">The suggestion's seed.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns><see langword="false"/> when everything near has been tried.</returns>
    protected abstract bool TrySuggestByModel(int trialNumber, ulong seed, Span<double> vector, CancellationToken cancellationToken);

    /// <summary>Says what was decided.</summary>
    protected void Explain(string decision) => _explanation = $"Bayesian: {decision}.";

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
}
