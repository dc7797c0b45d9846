namespace HyperTune;

/// <summary>Chooses among the other strategies.</summary>
internal sealed class AutoStrategy(AutoOptions options) : Strategy
{
    public override string ToString() => options.AdaptToDuration ? "Auto(adapting to durations)" : "Auto";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ObjectiveCount == 1
            ? new AutoRun(context, options)
            : throw new ArgumentException(
                $"The automatic choice knows strategies for one objective, but the study has {context.ObjectiveCount}. Combine them into one number.",
                nameof(context));
    }
}
