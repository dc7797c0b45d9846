namespace HyperTune;

/// <summary>
/// Metrics with exactly one objective and any number of limits. The generator implements it in place of <see cref="IMetrics{TSelf}"/> on such types; a
/// study over them has a best trial.
/// </summary>
/// <typeparam name="TSelf">The outcome type itself.</typeparam>
public interface ISingleObjective<TSelf> : IMetrics<TSelf>
    where TSelf : struct, ISingleObjective<TSelf>;
