namespace HyperTune.Strategies.Common;

/// <summary>How a trial ended, as far as its rank depends on it. Smaller is better.</summary>
/// <param name="Number">The trial's number; it decides between equals.</param>
/// <param name="State">How it ended.</param>
/// <param name="Value">The objective; not a number where there is none.</param>
/// <param name="Violation">By how much it breaks outcome constraints.</param>
/// <param name="LastStep">The last step of a pruned trial.</param>
internal readonly record struct TrialStanding(int Number, TrialState State, double Value, double Violation, int LastStep) : IComparable<TrialStanding>
{
    /// <summary>Whether the trial has a rank. A failed one has none, for nothing says whether it failed near good trials or bad ones.</summary>
    public bool IsRanked => State switch
    {
        TrialState.Completed => double.IsFinite(Value),
        TrialState.Pruned => true,
        _ => false,
    };

    /// <summary>Whether the trial was completed within the outcome constraints, so that its value is final and it may be the best.</summary>
    public bool IsFeasible => State == TrialState.Completed && Violation <= 0 && double.IsFinite(Value);

    /// <summary>Whether the trial lies outside of a narrowed space, so that there are no steps to be made from it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether the value of a pruned trial is its end as it was predicted.</summary>
    public bool IsPredicted { get; init; }

    // Completed trials first, and those whose ends are predicted among them, then other pruned ones, then all that break an outcome constraint, then those of
    // which nothing is known.
    private int Class => !IsRanked ? 3 : !(Violation <= 0) ? 2 : State == TrialState.Pruned && !IsPredicted ? 1 : 0;

    public static TrialStanding Running(int number) => new(number, TrialState.Running, double.NaN, 0, 0);

    public static TrialStanding Of(in TrialResult result)
        => new(result.Number, result.State, result.Values.IsEmpty ? double.NaN : result.Values.Span[0], result.Violation, result.LastStep) { IsPredicted = result.IsPredicted };

    public int CompareTo(TrialStanding other)
    {
        int comparison = Class.CompareTo(other.Class);
        if (comparison == 0 && Class == 2)
        {
            comparison = CompareNumbers(Violation, other.Violation);
        }

        if (comparison == 0 && Class == 1)
        {
            // The longer a trial survived, the better it was.
            comparison = other.LastStep.CompareTo(LastStep);
        }

        if (comparison == 0)
        {
            comparison = CompareNumbers(Value, other.Value);
        }

        if (comparison == 0)
        {
            comparison = IsPredicted.CompareTo(other.IsPredicted);
        }

        return comparison != 0 ? comparison : Number.CompareTo(other.Number);
    }

    // Not a number is worse than every number.
    private static int CompareNumbers(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : a.CompareTo(b);
}
