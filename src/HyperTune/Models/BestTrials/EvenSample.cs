using System.Runtime.CompilerServices;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Of(int count, int size)
    {
        var places = new int[Math.Min(count, size)];
        for (int stretch = 0; stretch < places.Length; stretch++)
        {
            int start = (int)((long)stretch * count / places.Length);
            int end = (int)((stretch + 1L) * count / places.Length);
            places[stretch] = start + (int)(RandomStream.Derive((ulong)size, (ulong)stretch) % (ulong)(end - start));
        }

        return places;
    }
}
