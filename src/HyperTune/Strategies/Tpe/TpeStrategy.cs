namespace HyperTune.Strategies.Tpe;

/// <summary>The tree-structured Parzen estimator.</summary>
internal sealed class TpeStrategy(TpeOptions options, TpeSettings settings) : Strategy
{
    public TpeStrategy(TpeOptions options)
        : this(options, options.ToSettings())
    {
    }

    public override string ToString() => options == new TpeOptions() ? "Tpe" : $"Tpe ({options})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ObjectiveCount == 1 ? new TpeRun(context, settings) : new TpeFrontRun(context, settings);
    }
}
