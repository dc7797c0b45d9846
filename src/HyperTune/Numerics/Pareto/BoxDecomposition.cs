namespace HyperTune.Numerics.Pareto;

/// <summary>The region that a front does not dominate, as boxes that do not overlap.</summary>
/// <remarks>
/// Lacour, Klamroth and Fonseca, "A box decomposition algorithm to compute the hypervolume indicator", 2017: algorithm 2 gives the local upper bounds of the
/// front, equation 2 the boxes. The local upper bounds are run through it once more, upside down, which leaves the region below them instead of that above.
/// </remarks>
internal static class BoxDecomposition
{
    /// <summary>The boxes of all that no vector of the front dominates, below the reference point.</summary>
    /// <param name="front">Vectors of losses that do not dominate each other.</param>
    /// <param name="reference">The upper end in each objective.</param>
    /// <returns>Lower and upper ends; a lower one can be negative infinity.</returns>
    public static (double[] Lower, double[] Upper)[] Undominated(IEnumerable<double[]> front, double[] reference)
    {
        double[] bottom = new double[reference.Length];
        Array.Fill(bottom, double.NegativeInfinity);
        List<Bound> bounds = FindBounds(front, reference, bottom);

        // Upside down, the local upper bounds are the front and the bottom is the reference.
        double[] top = new double[reference.Length];
        Array.Fill(top, double.PositiveInfinity);
        IEnumerable<double[]> turned = bounds.Select(static bound => Negated(bound.Upper)).OrderBy(static vector => vector[0]);
        double[] least = new double[reference.Length];
        Array.Fill(least, double.NegativeInfinity);
        var boxes = new List<(double[] Lower, double[] Upper)>();
        foreach (Bound bound in FindBounds(turned, top, least))
        {
            (double[] lower, double[] upper) = BoxOf(bound, top);
            bool isEmpty = false;
            for (int k = 0; k < lower.Length; k++)
            {
                isEmpty |= !(lower[k] < upper[k]);
            }

            if (!isEmpty)
            {
                boxes.Add((Negated(upper), Negated(lower)));
            }
        }

        return [.. boxes];
    }

    /// <summary>The local upper bounds of a front: the corners of the region that it does not dominate, each with the vectors that define it.</summary>
    private static List<Bound> FindBounds(IEnumerable<double[]> front, double[] reference, double[] bottom)
    {
        int objectives = reference.Length;
        double[][] outermost = new double[objectives][];
        for (int k = 0; k < objectives; k++)
        {
            outermost[k] = [.. bottom];
            outermost[k][k] = reference[k];
        }

        var bounds = new List<Bound> { new([.. reference], outermost) };
        foreach (double[] vector in front)
        {
            var kept = new List<Bound>(bounds.Count + objectives);
            foreach (Bound bound in bounds)
            {
                if (!IsBelow(vector, bound.Upper))
                {
                    kept.Add(bound);
                    continue;
                }

                for (int k = 0; k < objectives; k++)
                {
                    if (vector[k] >= bound.LargestOfOthers(k))
                    {
                        kept.Add(bound.Lowered(k, vector));
                    }
                }
            }

            bounds = kept;
        }

        return bounds;
    }

    // Equation 2.
    private static (double[] Lower, double[] Upper) BoxOf(Bound bound, double[] reference)
    {
        int objectives = reference.Length;
        double[] lower = new double[objectives];
        double[] upper = [.. bound.Upper];
        lower[0] = bound.Defining[0][0];
        upper[0] = reference[0];
        for (int k = 1; k < objectives; k++)
        {
            lower[k] = double.NegativeInfinity;
            for (int j = 0; j < k; j++)
            {
                lower[k] = Math.Max(lower[k], bound.Defining[j][k]);
            }
        }

        return (lower, upper);
    }

    private static bool IsBelow(double[] vector, double[] bound)
    {
        for (int k = 0; k < vector.Length; k++)
        {
            if (vector[k] >= bound[k])
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Negated(double[] vector) => Array.ConvertAll(vector, static value => -value);

    /// <summary>A local upper bound: in objective k it ends where its k-th defining vector lies.</summary>
    private sealed record Bound(double[] Upper, double[][] Defining)
    {
        /// <summary>The largest value in an objective of the vectors that define the other objectives' ends.</summary>
        public double LargestOfOthers(int objective)
        {
            double largest = double.NegativeInfinity;
            for (int k = 0; k < Upper.Length; k++)
            {
                largest = k == objective ? largest : Math.Max(largest, Defining[k][objective]);
            }

            return largest;
        }

        /// <summary>This bound with its end in one objective moved down to a vector.</summary>
        public Bound Lowered(int objective, double[] vector)
        {
            double[] upper = [.. Upper];
            double[][] defining = [.. Defining];
            upper[objective] = vector[objective];
            defining[objective] = vector;
            return new Bound(upper, defining);
        }
    }
}
