namespace HyperTune.Strategies.Random;

/// <summary>Draws every trial independently from the distributions of the space.</summary>
internal sealed class RandomStrategy : Strategy
{
    public override string ToString() => "Random";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run(context);
    }

    private sealed class Run(StrategyContext context) : StrategyRun
    {
        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new RandomStream(context.Seed, (ulong)trialNumber);
            context.Space.SampleAllowedVector(ref random, vector);
            return true;
        }
    }
}
