using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.InTurn;

/// <summary>Several strategies at work in turn.</summary>
/// <remarks>
/// Whose trial it is follows from its number and from earlier trials, so that a study resumes from its trials alone. CMA-ES counts its own trials and is told no
/// others: what the study has found would draw it into the same basin. The steps and differential evolution go by all trials, but for the one of long studies.
/// </remarks>
internal sealed class InTurnRun : StrategyRun
{
    private const ulong FreshSalt = 0x2E6B90D4C1F7835AUL;

    // Where a config can come twice: those of others, which searches of their own are not told.
    private readonly TriedConfigs? _tried;
    private readonly StrategyRun _steps;
    private readonly StrategyRun _evolution;

    // A search of its own needs a few hundred trials. With a half instead of a quarter fewer bowls were solved to the end, and no more basins were found.
    private readonly OwnSearch _fresh;
    private readonly BasinSearch? _basins;
    private string? _explanation;

    /// <param name="context">What the study tells in advance.</param>
    /// <param name="first">The number of the first trial that is asked for.</param>
    public InTurnRun(StrategyContext context, int first)
    {
        var cube = new UnitCube(context.Space);
        _tried = cube.CanRepeat ? new TriedConfigs(cube) : null;
        _steps = Strategy.LocalSteps().Start(context);
        _evolution = Strategy.DifferentialEvolution().Start(context);
        StrategyRun fresh = Strategy.CmaEs(new CmaEsOptions { WarmStart = false, StartWithDefault = false })
            .Start(context.For(RandomStream.Mix(context.Seed ^ FreshSalt), firstTrial: 0, trialBudget: null));
        _fresh = new OwnSearch(fresh, OwnSearch.FirstTurn(first, context.Parallelism), firstPlace: 0, places: 1);
        _basins = BasinSearch.For(context, first);
    }

    public override string? Explanation => _explanation;

    internal override bool IsStarting => _evolution.IsStarting;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (_fresh.Owns(trialNumber))
        {
            if (_fresh.TrySuggest(trialNumber, vector, cancellationToken) && _tried?.Contains(vector) != true)
            {
                _explanation = $"CmaEs, a search of its own: {_fresh.Explanation}.";
                return true;
            }
        }
        else if (_basins?.Owns(trialNumber) == true)
        {
            if (_basins.TrySuggest(trialNumber, vector, cancellationToken) && _tried?.Contains(vector) != true)
            {
                _explanation = $"DifferentialEvolution, a search of its own: {_basins.Explanation}.";
                return true;
            }
        }
        else if (_steps.TrySuggest(trialNumber, vector, cancellationToken))
        {
            _explanation = _steps.Explanation;
            return true;
        }

        bool isFound = _evolution.TrySuggest(trialNumber, vector, cancellationToken);
        _explanation = $"DifferentialEvolution: {_evolution.Explanation}.";
        return isFound;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _tried?.Add(vector);
        _steps.Announce(trialNumber, vector);
        _evolution.Announce(trialNumber, vector);
        _basins?.Announce(trialNumber, vector);
        if (_fresh.Owns(trialNumber))
        {
            _fresh.Announce(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        _tried?.Add(result.Vector.Span);
        _steps.Tell(in result);
        _evolution.Tell(in result);
        _basins?.Tell(in result);
        if (_fresh.Owns(result.Number) && !result.IsGiven)
        {
            _fresh.Tell(in result);
        }
    }
}
