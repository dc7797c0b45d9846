namespace HyperTune.Models.BestTrials;

/// <summary>Two points.</summary>
/// <param name="Square">The square of their distance.</param>
/// <param name="First">The row of the one that comes first.</param>
/// <param name="Second">The row of the other.</param>
internal readonly record struct NearPair(double Square, int First, int Second)
{
    /// <summary>Whether this pair comes before another one: the closer one does, and of equally close ones, that of the earlier points.</summary>
    public bool IsCloserThan(in NearPair other)
        => Square != other.Square ? Square < other.Square : First != other.First ? First < other.First : Second < other.Second;
}
