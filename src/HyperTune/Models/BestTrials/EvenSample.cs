namespace HyperTune.Models.BestTrials;

/// <summary>
/// Thins a sequence evenly and without looking at values: one of each stretch, at a place that a hash decides, because every k-th point of a Sobol sequence
/// fills a part of the space only.
/// </summary>
internal static class EvenSample
{
    /// <summary>Chosen places, in ascending order; all when there are no more than <paramref name="size"/>.</summary>
    /// <param name="count">The sequence's length.</param>
    /// <param name="size">How many to choose; at least 1.</param>
    public static IEnumerable<int> Of(int count, int size)
    {
        if (count <= size)
        {
            return Enumerable.Range(0, count);
        }

        return Enumerable.Range(0, size).Select(stretch =>
        {
            int start = (int)((long)stretch * count / size);
            int end = (int)((stretch + 1L) * count / size);
            return start + (int)(RandomStream.Derive((ulong)size, (ulong)stretch) % (ulong)(end - start));
        });
    }
}
