namespace HyperTune.Benchmarks;

/// <summary>A strategy that does not know which trials run, to see what knowing them is worth.</summary>
internal sealed class BlindStrategy(Strategy inner) : Strategy
{
    public override string ToString() => $"{inner}, blind to running trials";

    public override StrategyRun Start(StrategyContext context) => new Run(inner.Start(context));

    private sealed class Run(StrategyRun inner) : StrategyRun
    {
        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
            => inner.TrySuggest(trialNumber, vector, cancellationToken);

        public override void Tell(in TrialResult result) => inner.Tell(in result);
    }
}
