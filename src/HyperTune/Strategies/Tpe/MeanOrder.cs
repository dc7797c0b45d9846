namespace HyperTune.Strategies.Tpe;

/// <summary>Sorts kernels along an axis: by their means, and where these are equal by their slots.</summary>
internal static class MeanOrder
{
    // So many moves an element, on average, before another way of sorting is faster.
    private const int MostMoves = 8;

    /// <summary>Sorts means, of which most lie in the unit interval, and with them the slots.</summary>
    /// <remarks>
    /// A trial's share of the interval says almost where it belongs where trials are spread over all of it, as random ones are. Those that crowd in one place
    /// are sorted as any numbers are, which takes several times as long.
    /// </remarks>
    public static void Sort(Span<double> means, Span<int> slots)
    {
        Spread(means, slots);
        if (TryInsert(means, slots))
        {
            return;
        }

        means.Sort(slots);
        for (int start = 0, end = 1; start < means.Length; start = end, end++)
        {
            while (end < means.Length && means[end] == means[start])
            {
                end++;
            }

            slots[start..end].Sort();
        }
    }

    // Into as many equal parts of the interval as there are elements; within a part they keep their order.
    private static void Spread(Span<double> means, Span<int> slots)
    {
        int count = means.Length;
        var ends = new int[count + 1];
        var parts = new int[count];
        for (int i = 0; i < count; i++)
        {
            parts[i] = Math.Clamp((int)(means[i] * count), 0, count - 1);
            ends[parts[i] + 1]++;
        }

        for (int part = 1; part < count; part++)
        {
            ends[part] += ends[part - 1];
        }

        double[] sourceMeans = means.ToArray();
        int[] sourceSlots = slots.ToArray();
        for (int i = 0; i < count; i++)
        {
            int place = ends[parts[i]]++;
            (means[place], slots[place]) = (sourceMeans[i], sourceSlots[i]);
        }
    }

    // Each element is inserted among those before it; false, with some order, when that takes too many moves.
    private static bool TryInsert(Span<double> means, Span<int> slots)
    {
        int moves = MostMoves * means.Length;
        for (int i = 1; i < means.Length && moves >= 0; i++)
        {
            (double mean, int slot) = (means[i], slots[i]);
            int place = i;
            while (place > 0 && (means[place - 1] > mean || (means[place - 1] == mean && slots[place - 1] > slot)))
            {
                (means[place], slots[place]) = (means[place - 1], slots[place - 1]);
                place--;
            }

            (means[place], slots[place]) = (mean, slot);
            moves -= i - place;
        }

        return moves >= 0;
    }
}
