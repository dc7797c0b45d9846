namespace HyperTune.Benchmarks;

/// <summary>A command has found faults of the product; the process ends with exit code 1.</summary>
internal sealed class FaultException(string message) : Exception(message);
