namespace HyperTune;

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
        return context.ObjectiveCount == 1
            ? new TpeRun(context, settings)
            : throw new ArgumentException(
                $"The study has {context.ObjectiveCount} objectives, and TPE ranks trials by one. Use a strategy for several objectives, or combine them into one.",
                nameof(context));
    }
}
