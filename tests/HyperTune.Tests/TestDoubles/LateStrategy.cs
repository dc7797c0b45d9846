namespace HyperTune.Tests;

/// <summary>Tells another strategy everything, but asks it only from a trial on, and draws at random before: thousands of trials in no time.</summary>
internal sealed class LateStrategy(Strategy inner, int from) : Strategy
{
    public override string ToString() => $"{inner} from trial {from} on";

    public override StrategyRun Start(StrategyContext context) => new Run(Random().Start(context), inner.Start(context), from);

    private sealed class Run(StrategyRun random, StrategyRun inner, int from) : StrategyRun
    {
        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
            => (trialNumber < from ? random : inner).TrySuggest(trialNumber, vector, cancellationToken);

        public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => inner.Announce(trialNumber, vector);

        public override void Tell(in TrialResult result) => inner.Tell(in result);
    }
}
