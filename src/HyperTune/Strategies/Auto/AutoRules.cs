namespace HyperTune.Strategies.Auto;

/// <summary>The rules of the automatic choice. They look at numbers of trials, and at times only where that is asked for.</summary>
internal sealed class AutoRules
{
    // What is tried completely needs no model, and beyond so many configs a model is better even if the budget would suffice.
    private const int LargestEnumeration = 4096;

    // Without a known end the model goes first where it could save trials at all.
    private const int LargestOpenEnumeration = 32;

    // A fit's time grows with the parameters, and beyond some dozens a Gaussian process of a few hundred trials hardly knows more than densities do.
    private const int MostModelParameters = 60;

    private const int FewTrials = 5;

    // Every config once, in shuffled order.
    private static readonly Strategy Enumeration = Strategy.Grid(new GridOptions { Shuffle = true });
    private static readonly Strategy Bayesian = Strategy.Bayesian();
    private static readonly Strategy Tpe = Strategy.Tpe();
    private static readonly Strategy DifferentialEvolution = Strategy.DifferentialEvolution();
    private static readonly Strategy NsgaII = Strategy.NsgaII();
    private static readonly Strategy NsgaIII = Strategy.NsgaIII();

    // Up to so many objectives, what a trial beats tells good parents.
    private const int MostRankedObjectives = 3;

    private readonly SpaceTraits _space;
    private readonly int? _budget;
    private readonly int _parallelism;
    private readonly Strategy _cheap;
    private (int First, Strategy Strategy)? _inTurn;

    public AutoRules(StrategyContext context)
    {
        _space = SpaceTraits.Of(context.Space);
        _budget = context.TrialBudget;
        _parallelism = context.Parallelism;
        _cheap = context.ObjectiveCount switch
        {
            // Of numbers alone it gets closer to the optimum, and finds other basins; with categories and conditions it is far behind.
            1 => _space is { CategoricalCount: 0, ConditionalCount: 0 } ? DifferentialEvolution : Tpe,
            <= MostRankedObjectives => NsgaII,
            _ => NsgaIII,
        };
    }

    /// <summary>What to use when <paramref name="finished"/> trials have ended.</summary>
    /// <param name="finished">The number of ended trials.</param>
    /// <param name="pace">How long trials take, where that counts.</param>
    public AutoDecision Decide(int finished, TrialPace pace)
    {
        if (_space.Cardinality is { } configs && configs <= LargestEnumeration && configs <= (_budget ?? LargestOpenEnumeration))
        {
            return new AutoDecision(
                Enumeration,
                $"the space has only {configs} config{(configs.IsOne ? "" : "s")}: each is tried once, in shuffled order, then the study ends",
                IsFinal: true);
        }

        if (_space.ParameterCount > MostModelParameters)
        {
            return new AutoDecision(_cheap, $"{_space} are more than the {MostModelParameters} up to which a Gaussian process pays", IsFinal: true);
        }

        if (pace.IsTooDear)
        {
            return new AutoDecision(_cheap, $"suggestions of the Gaussian process took more than {pace.MostOverhead} of the time of trials", IsFinal: true);
        }

        int modelTrials = pace.ModelTrials();
        if (finished >= modelTrials)
        {
            return new AutoDecision(
                AfterModel(modelTrials, pace),
                $"with {modelTrials} trials known, a suggestion of the Gaussian process takes too long{pace.Because}",
                pace.IsSettled);
        }

        string reason = _budget switch
        {
            <= FewTrials => $"{Trials} leave nothing to learn from: the default point, then evenly spread ones",
            { } budget when _parallelism >= budget => $"all of {Trials} run at once: the default point and evenly spread ones",
            _ => $"it needs the fewest trials for {_space} and {Trials}",
        };
        return new AutoDecision(Bayesian, reason, IsFinal: false);
    }

    // Steps take about a millisecond each: too long beside trials of a few, and with categories there are no neighbours to step among.
    private Strategy AfterModel(int modelTrials, TrialPace pace)
    {
        if (_cheap != DifferentialEvolution || pace.IsQuick)
        {
            return _cheap;
        }

        if (_inTurn?.First != modelTrials)
        {
            _inTurn = (modelTrials, Strategy.InTurn(modelTrials));
        }

        return _inTurn.Value.Strategy;
    }

    private string Trials => _budget is { } budget ? $"{budget} trial{(budget == 1 ? "" : "s")}" : "a number of trials not known in advance";
}
