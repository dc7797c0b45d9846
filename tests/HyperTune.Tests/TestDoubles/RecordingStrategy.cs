namespace HyperTune.Tests;

/// <summary>Suggests random vectors and keeps what the study calls.</summary>
internal sealed class RecordingStrategy : Strategy
{
    private readonly List<int> _asked = [];
    private readonly List<int> _announced = [];
    private readonly List<TrialResult> _told = [];
    private int _inside;

    /// <summary>How many suggestions there are.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Runs inside each suggestion.</summary>
    public Action<int> OnSuggest { get; init; } = static _ => { };

    public StrategyContext? Context { get; private set; }

    public IReadOnlyList<int> Asked => _asked;

    public IReadOnlyList<int> Announced => _announced;

    public IReadOnlyList<TrialResult> Told => _told;

    /// <summary>Whether two threads were in the strategy at once.</summary>
    public bool WasEnteredTwice { get; private set; }

    public override string ToString() => "Recording";

    public override StrategyRun Start(StrategyContext context)
    {
        Context = context;
        return new Run(this, Random().Start(context));
    }

    private void Enter(Action action)
    {
        WasEnteredTwice |= Interlocked.Increment(ref _inside) != 1;
        action();
        Interlocked.Decrement(ref _inside);
    }

    private sealed class Run(RecordingStrategy owner, StrategyRun random) : StrategyRun
    {
        public override string? Explanation => $"{owner._told.Count} results";

        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            owner.Enter(() =>
            {
                owner._asked.Add(trialNumber);
                owner.OnSuggest(trialNumber);
            });
            return owner._asked.Count <= owner.Limit && random.TrySuggest(trialNumber, vector, cancellationToken);
        }

        public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => owner.Enter(() => owner._announced.Add(trialNumber));

        public override void Tell(in TrialResult result)
        {
            TrialResult told = result;
            owner.Enter(() => owner._told.Add(told));
        }
    }
}
