using HyperTune.Metrics;

namespace HyperTune.Studies.Import;

/// <summary>What came of a config that was tried elsewhere.</summary>
/// <param name="Vector">The config, as a vector of the study's space.</param>
/// <param name="Values">One value a metric.</param>
/// <param name="Records">What was recorded beside them; <see langword="null"/> for nothing.</param>
internal readonly record struct KnownResult(double[] Vector, double[] Values, RecordedValue[]? Records);
