namespace HyperTune.Strategies.Common;

/// <summary>An ended trial as an evolutionary strategy keeps it.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Point">Its point of the unit cube.</param>
/// <param name="Standing">What decides its rank with one objective.</param>
/// <param name="Losses">Its objectives, where there are several; otherwise empty.</param>
/// <param name="IsGiven">Whether the strategy did not choose it.</param>
internal sealed record RankedTrial(int Number, double[] Point, TrialStanding Standing, double[] Losses, bool IsGiven)
{
    /// <summary>The order of numbers; two trials of different studies can have one, and then the points decide.</summary>
    public static int CompareNumbers(RankedTrial a, RankedTrial b)
        => a.Number != b.Number ? a.Number.CompareTo(b.Number) : a.Point.AsSpan().SequenceCompareTo(b.Point);
}
