namespace HyperTune.Numerics.Pareto;

/// <summary>The volume that vectors of losses dominate, up to a reference point.</summary>
/// <remarks>
/// Two objectives by a sweep, three by sweeps over slices, more by the exclusive volumes of While, Bradstreet and Barone, "A fast way of calculating exact
/// hypervolumes", 2012 (WFG).
/// </remarks>
internal static class Hypervolume
{
    /// <summary>The volume between the vectors and the reference point; vectors that are not below the reference everywhere count for nothing.</summary>
    /// <param name="losses">The vectors, smaller is better; none holds not a number.</param>
    /// <param name="reference">A point that is worse than the vectors that are to count.</param>
    public static double Of(IEnumerable<double[]> losses, ReadOnlySpan<double> reference)
    {
        var inside = new List<double[]>();
        foreach (double[] vector in losses)
        {
            if (IsBelow(vector, reference))
            {
                inside.Add(vector);
            }
        }

        List<int> front = Domination.Front(inside);
        return OfFront([.. front.Select(place => inside[place])], reference);
    }

    /// <summary>The volume of vectors that do not dominate each other and are all below the reference.</summary>
    private static double OfFront(List<double[]> front, ReadOnlySpan<double> reference) => front.Count == 0 ? 0 : reference.Length switch
    {
        1 => reference[0] - front.Min(static vector => vector[0]),
        2 => Sweep(front, reference),
        3 => Slices(front, reference),
        _ => ByExclusiveVolumes(front, reference),
    };

    private static double Sweep(List<double[]> front, ReadOnlySpan<double> reference)
    {
        front.Sort(static (a, b) => a[0].CompareTo(b[0]));
        double volume = 0;
        double height = reference[1];
        foreach (double[] vector in front)
        {
            if (vector[1] < height)
            {
                volume += (reference[0] - vector[0]) * (height - vector[1]);
                height = vector[1];
            }
        }

        return volume;
    }

    // Between two values of the last objective, the area of what is already below.
    private static double Slices(List<double[]> front, ReadOnlySpan<double> reference)
    {
        front.Sort(static (a, b) => a[2].CompareTo(b[2]));
        var below = new List<double[]>(front.Count);
        double volume = 0;
        for (int i = 0; i < front.Count; i++)
        {
            below.Add(front[i]);
            double top = i + 1 < front.Count ? front[i + 1][2] : reference[2];
            if (top > front[i][2])
            {
                volume += (top - front[i][2]) * Sweep([.. below], reference);
            }
        }

        return volume;
    }

    private static double ByExclusiveVolumes(List<double[]> front, ReadOnlySpan<double> reference)
    {
        // The worst last: each is compared with fewer others then.
        front.Sort(static (a, b) => b[^1].CompareTo(a[^1]));
        double volume = 0;
        for (int i = 0; i < front.Count; i++)
        {
            double own = 1;
            for (int k = 0; k < reference.Length; k++)
            {
                own *= reference[k] - front[i][k];
            }

            // What later vectors dominate of this one's volume: their volume after they are moved into it.
            var limited = new List<double[]>(front.Count - i - 1);
            for (int j = i + 1; j < front.Count; j++)
            {
                limited.Add(Worst(front[i], front[j]));
            }

            List<int> remaining = Domination.Front(limited);
            volume += own - OfFront([.. remaining.Select(place => limited[place])], reference);
        }

        return volume;
    }

    private static double[] Worst(double[] first, double[] second)
    {
        double[] worst = new double[first.Length];
        for (int k = 0; k < worst.Length; k++)
        {
            worst[k] = Math.Max(first[k], second[k]);
        }

        return worst;
    }

    private static bool IsBelow(ReadOnlySpan<double> vector, ReadOnlySpan<double> reference)
    {
        for (int i = 0; i < reference.Length; i++)
        {
            if (!(vector[i] < reference[i]))
            {
                return false;
            }
        }

        return true;
    }
}
