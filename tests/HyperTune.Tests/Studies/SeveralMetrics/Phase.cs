namespace HyperTune.Tests.SeveralMetrics;

/// <summary>How far a training came.</summary>
internal enum Phase
{
    Started,
    Warm,
    Done,
}
