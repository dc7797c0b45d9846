namespace HyperTune;

/// <summary>A config that waits for its trial.</summary>
/// <param name="Vector">Its vector.</param>
/// <param name="Config">The object that the user enqueued; handed to the objective as it is, with properties that are not tuned.</param>
internal sealed record EnqueuedConfig(double[] Vector, object Config);
