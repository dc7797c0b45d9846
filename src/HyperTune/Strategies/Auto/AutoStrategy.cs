namespace HyperTune.Strategies.Auto;

/// <summary>Chooses among the other strategies.</summary>
internal sealed class AutoStrategy(AutoOptions options) : Strategy
{
    public override string ToString() => options.AdaptToDuration ? "Auto(adapting to durations)" : "Auto";

    internal override bool LearnsAcrossParts => true;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new AutoRun(context, options, TimeProvider.System);
    }
}
