using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.InTurn;

/// <summary>Several strategies at work in turn.</summary>
/// <remarks>
/// Whose trial it is follows from its number, so that a study resumes from its trials alone. CMA-ES counts its own trials and is told no others: what the study
/// has found would draw it into the same basin. The steps and differential evolution go by all trials.
/// </remarks>
internal sealed class InTurnRun : StrategyRun
{
    // A search of its own needs a few hundred trials. With a half instead of a quarter fewer bowls were solved to the end, and no more basins were found.
    private const int FreshEvery = 4;

    private const ulong FreshSalt = 0x2E6B90D4C1F7835AUL;

    private readonly int _firstFresh;

    // Where a config can come twice: those of others, which CMA-ES is not told.
    private readonly TriedConfigs? _tried;
    private readonly StrategyRun _steps;
    private readonly StrategyRun _evolution;
    private readonly StrategyRun _fresh;
    private string? _explanation;

    /// <param name="context">What the study tells in advance.</param>
    /// <param name="first">The number of the first trial that is asked for.</param>
    public InTurnRun(StrategyContext context, int first)
    {
        // When the first one starts, trials of an earlier strategy may still run.
        _firstFresh = (first + context.Parallelism + FreshEvery - 1) / FreshEvery;
        var cube = new UnitCube(context.Space);
        _tried = cube.CanRepeat ? new TriedConfigs(cube) : null;
        _steps = Strategy.LocalSteps().Start(context);
        _evolution = Strategy.DifferentialEvolution().Start(context);
        _fresh = Strategy.CmaEs(new CmaEsOptions { WarmStart = false, StartWithDefault = false })
            .Start(context.For(RandomStream.Mix(context.Seed ^ FreshSalt), firstTrial: 0, trialBudget: null));
    }

    public override string? Explanation => _explanation;

    internal override bool IsStarting => _evolution.IsStarting;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (IsFresh(trialNumber, out int ownNumber))
        {
            if (_fresh.TrySuggest(ownNumber, vector, cancellationToken) && _tried?.Contains(vector) != true)
            {
                _explanation = $"CmaEs, a search of its own: {_fresh.Explanation}.";
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
        if (IsFresh(trialNumber, out int ownNumber))
        {
            _fresh.Announce(ownNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        _tried?.Add(result.Vector.Span);
        _steps.Tell(in result);
        _evolution.Tell(in result);
        if (IsFresh(result.Number, out int ownNumber) && !result.IsGiven)
        {
            _fresh.Tell(result with { Number = ownNumber });
        }
    }

    private bool IsFresh(int trialNumber, out int ownNumber)
    {
        (int turn, int rest) = Math.DivRem(trialNumber, FreshEvery);
        ownNumber = turn - _firstFresh;
        return rest == 0 && ownNumber >= 0;
    }
}
