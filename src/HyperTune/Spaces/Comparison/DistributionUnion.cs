namespace HyperTune.Spaces.Comparison;

/// <summary>A distribution that has the values of two: other programs may change the range of a parameter from trial to trial.</summary>
internal static class DistributionUnion
{
    /// <summary>
    /// The values of both. A list gives way to a range: it holds what somebody fixed for a trial that had not asked for the parameter yet. Of ranges of different
    /// kinds the later one counts.
    /// </summary>
    /// <param name="earlier">One distribution.</param>
    /// <param name="later">One of the same parameter in a later trial.</param>
    public static Distribution Of(Distribution earlier, Distribution later)
    {
        if (ReferenceEquals(earlier, later) || earlier.Covers(later))
        {
            return earlier;
        }

        return (earlier, later) switch
        {
            (ListDistribution, ListDistribution) => later.Covers(earlier) ? later : new ChoiceDistribution([.. later.Labels.Union(earlier.Labels, StringComparer.Ordinal)]),
            (_, ListDistribution) => earlier,
            (UniformDistribution a, UniformDistribution b) => Of(a, b),
            (LogUniformDistribution a, LogUniformDistribution b) => new LogUniformDistribution(
                Math.Min(a.Low, b.Low), Math.Max(a.High, b.High), a.IsInteger && b.IsInteger),
            _ => later,
        };
    }

    // Steps that do not meet leave a range without steps.
    private static UniformDistribution Of(UniformDistribution a, UniformDistribution b)
    {
        double low = Math.Min(a.Low, b.Low);
        double high = Math.Max(a.High, b.High);
        bool areWhole = a.Step >= 1 && b.Step >= 1 && IsWhole(a.Low, a.Step) && IsWhole(b.Low, b.Step);
        bool meet = a.Step == b.Step && a.Step > 0 && Math.IEEERemainder(a.Low - b.Low, a.Step) == 0;
        return new UniformDistribution(low, high, meet ? a.Step : areWhole ? 1 : 0);
    }

    private static bool IsWhole(double low, double step) => low == Math.Floor(low) && step == Math.Floor(step);
}
