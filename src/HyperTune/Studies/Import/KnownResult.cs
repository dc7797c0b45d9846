using HyperTune.Metrics;

namespace HyperTune.Studies.Import;

/// <summary>What came of a config that was tried elsewhere.</summary>
/// <param name="Vector">The config, as a vector of the study's space.</param>
/// <param name="Values">One value a metric.</param>
/// <param name="Records">What was recorded beside them; <see langword="null"/> for nothing.</param>
internal readonly record struct KnownResult(double[] Vector, double[] Values, RecordedValue[]? Records)
{
    /// <summary>The number of the trial that it was in another study; <see langword="null"/> where that is not known.</summary>
    public int? Number { get; init; }

    /// <summary>The number of the trial from whose checkpoint that one went on; <see langword="null"/> for none.</summary>
    public int? Parent { get; init; }
}
