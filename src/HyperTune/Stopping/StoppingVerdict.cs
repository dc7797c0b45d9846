using HyperTune.Text;

namespace HyperTune;

/// <summary>What a stopping rule said of the trials of a study.</summary>
public sealed record StoppingVerdict
{
    internal StoppingVerdict()
    {
    }

    /// <summary>The rule.</summary>
    public required StoppingRule Rule { get; init; }

    /// <summary>Whether the rule ended the run.</summary>
    public required bool HasEndedRun { get; init; }

    /// <summary>Whether the rule ends no run and is only watched (<see cref="StoppingRule.Watch"/>).</summary>
    public bool IsWatched => Rule.IsWatched;

    /// <summary>Whether all trials that are known now meet the rule.</summary>
    public required bool IsMet { get; init; }

    /// <summary>
    /// The number of the trial with whose end the rule was first met, so that it would have ended the study there; <see langword="null"/> where it never was.
    /// </summary>
    public required int? FirstMetAt { get; init; }

    /// <summary>What the rule saw last, in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The verdict in one line.</summary>
    public override string ToString()
    {
        string verdict = HasEndedRun ? "ended the run"
            : FirstMetAt is { } trial ? $"would have ended it at trial {NumberFormat.Invariant(trial)}"
            : "not met";
        return $"{Rule}: {verdict}. {Explanation}";
    }
}
