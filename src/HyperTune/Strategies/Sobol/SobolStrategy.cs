using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Sobol;

/// <summary>Gives trial number n point n of a scrambled Sobol sequence.</summary>
internal sealed class SobolStrategy : Strategy
{
    public override string ToString() => "Sobol";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run(context);
    }

    private sealed class Run(StrategyContext context) : StrategyRun
    {
        private readonly SobolDesign _design = new(new UnitCube(context.Space), context.Seed);

        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _design.Fill((uint)trialNumber, vector);
            return true;
        }
    }
}
