namespace HyperTune.State;

/// <summary>Brings reports into the order of their steps.</summary>
internal static class ReportOrder
{
    /// <summary>Sorts reports by their steps; of several for one step, the last stays.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="count">How many of them there are; most of them are expected to be in order from the first on.</param>
    /// <returns>How many are left.</returns>
    public static int Sort(TrialReport[] reports, int count)
    {
        int ordered = 1;
        while (ordered < count && reports[ordered].Step > reports[ordered - 1].Step)
        {
            ordered++;
        }

        if (ordered >= count)
        {
            return count;
        }

        // Stable, so that of two reports for one step the later one comes last.
        TrialReport[] late = [.. reports.Take(count).Skip(ordered).OrderBy(static report => report.Step)];
        TrialReport[] early = reports[..ordered];
        int length = 0;
        for (int i = 0, k = 0; i < early.Length || k < late.Length;)
        {
            bool isEarly = k == late.Length || (i < early.Length && early[i].Step <= late[k].Step);
            TrialReport next = isEarly ? early[i++] : late[k++];
            length -= length > 0 && reports[length - 1].Step == next.Step ? 1 : 0;
            reports[length++] = next;
        }

        return length;
    }

    /// <summary>The index of the step's report, or the complement of the index where it belongs; nearly always that is the end.</summary>
    public static int PlaceOf(int step, ReadOnlySpan<TrialReport> reports)
        => reports.IsEmpty || reports[^1].Step < step ? ~reports.Length : reports.BinarySearch(new StepOrder(step));

    private readonly struct StepOrder(int step) : IComparable<TrialReport>
    {
        public int CompareTo(TrialReport other) => step.CompareTo(other.Step);
    }
}
