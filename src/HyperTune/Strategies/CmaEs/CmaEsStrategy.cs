namespace HyperTune.Strategies.CmaEs;

/// <summary>CMA-ES.</summary>
internal sealed class CmaEsStrategy(CmaEsOptions options) : Strategy
{
    public override string ToString() => options == new CmaEsOptions() ? "CmaEs" : $"CmaEs ({options})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CmaEsRun(context, options);
    }
}
