namespace HyperTune.Strategies.InTurn;

/// <summary>
/// In long studies, differential evolution that knows nothing of the other trials, in half of the trials of a study that gets no better. A population that is told the
/// study's trials stays in their basins.
/// </summary>
/// <remarks>
/// Whether a trial is one of its own follows from its number and from the values of earlier trials. Where a late value changes that, the search is made anew from
/// the trials that are its own then, so that a study goes on in the same way when it is resumed.
/// </remarks>
internal sealed class BasinSearch
{
    // With fewer trials to go, it found no more basins than one that knows all trials.
    private const int FewestTrials = 1000;

    // What it finds last is left to steps.
    private const int EndTrials = 100;

    // The last place of a turn is left to steps, too: a study that goes on after a while without progress gets better by them alone.
    private const int FirstPlace = 1;
    private const int Places = 2;

    private const ulong Salt = 0x7D15C60E94A2B83FUL;

    private readonly StrategyContext _context;
    private readonly int _firstTurn;
    private readonly int _end;
    private readonly Progress _progress;
    private readonly List<OwnResult> _ended = [];
    private readonly SortedDictionary<int, double[]> _running = [];
    private OwnSearch _search;
    private int _revisions;

    private BasinSearch(StrategyContext context, int first, int budget)
    {
        _context = context.For(RandomStream.Mix(context.Seed ^ Salt), firstTrial: 0, trialBudget: (budget - first - EndTrials) / OwnSearch.Turn * Places);
        _firstTurn = OwnSearch.FirstTurn(first, context.Parallelism);
        _end = budget - EndTrials;
        _progress = new Progress(first, lag: (context.Parallelism + Progress.Block - 2) / Progress.Block);
        _search = Start();
    }

    public string? Explanation => _search.Explanation;

    /// <summary>The search of a study that is long enough for one.</summary>
    /// <param name="context">What the study tells in advance.</param>
    /// <param name="first">The number of the first trial that may be one of its own.</param>
    public static BasinSearch? For(StrategyContext context, int first)
        => context.TrialBudget is { } budget && budget - first >= FewestTrials ? new BasinSearch(context, first, budget) : null;

    /// <summary>Whether a trial is one of its own.</summary>
    public bool Owns(int trialNumber) => IsPlace(trialNumber) && _progress.HasSettledBefore(trialNumber);

    public bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (_revisions != _progress.Revisions)
        {
            Restart();
        }

        return _search.TrySuggest(trialNumber, vector, cancellationToken);
    }

    /// <summary>Takes note of any trial that starts.</summary>
    public void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (IsPlace(trialNumber))
        {
            _running[trialNumber] = vector.ToArray();
            if (Owns(trialNumber))
            {
                _search.Announce(trialNumber, vector);
            }
        }
    }

    /// <summary>Takes note of any trial that ends.</summary>
    public void Tell(in TrialResult result)
    {
        _progress.Tell(in result);
        _running.Remove(result.Number);
        if (IsPlace(result.Number) && !result.IsGiven)
        {
            Keep(new OwnResult(result.Number, result.Vector, result.State, result.Values, result.Violation, result.LastStep));
            if (Owns(result.Number))
            {
                _search.Tell(in result);
            }
        }
    }

    private bool IsPlace(int trialNumber) => trialNumber < _end && _search.Owns(trialNumber);

    private OwnSearch Start()
        => new(Strategy.DifferentialEvolution(new DifferentialEvolutionOptions { StartWithDefault = false }).Start(_context), _firstTurn, FirstPlace, Places);

    // In the order of numbers.
    private void Keep(in OwnResult result)
    {
        int place = _ended.Count;
        while (place > 0 && _ended[place - 1].Number > result.Number)
        {
            place--;
        }

        _ended.Insert(place, result);
    }

    private void Restart()
    {
        _search = Start();
        foreach (OwnResult result in _ended)
        {
            if (Owns(result.Number))
            {
                _search.Tell(result.ToResult());
            }
        }

        foreach ((int number, double[] vector) in _running)
        {
            if (Owns(number))
            {
                _search.Announce(number, vector);
            }
        }

        _revisions = _progress.Revisions;
    }

    // What differential evolution looks at, in a third of the memory.
    private readonly record struct OwnResult(
        int Number, ReadOnlyMemory<double> Vector, TrialState State, ReadOnlyMemory<double> Values, double Violation, int LastStep)
    {
        public TrialResult ToResult() => new() { Number = Number, Vector = Vector, State = State, Values = Values, Violation = Violation, LastStep = LastStep };
    }
}
