using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What a config is worth on data that no trial has seen.</summary>
/// <typeparam name="TScore">The type of the score.</typeparam>
public sealed class FinalEvaluation<TScore>
{
    internal FinalEvaluation(TScore score, int trial, HoldOutOpening opening, ImmutableArray<HoldOutOpening> earlier)
    {
        Score = score;
        TrialNumber = trial;
        Opening = opening;
        Earlier = earlier;
    }

    /// <summary>What the evaluation returned.</summary>
    public TScore Score { get; }

    /// <summary>The number of the trial whose config was evaluated.</summary>
    public int TrialNumber { get; }

    /// <summary>This opening.</summary>
    public HoldOutOpening Opening { get; }

    /// <summary>The openings of the same hold-out before this one, the first one first.</summary>
    public ImmutableArray<HoldOutOpening> Earlier { get; }

    /// <summary>Whether the hold-out was never opened before, so that the score is to be believed.</summary>
    public bool IsFirst => Earlier.IsEmpty;

    /// <summary>The score in one line, and a warning where it is not the first one.</summary>
    public override string ToString()
    {
        string score = $"Trial {NumberFormat.Invariant(TrialNumber)} scores {Printable.Of(HoldOutLog.Text(Score))} on {Printable.Of(Opening.HoldOut)}";
        return IsFirst
            ? $"{score}, which was never opened before."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{score}, but this is opening {Earlier.Length + 1} of it: what was chosen since the first one may be fitted to it, so the score may flatter.");
    }
}
