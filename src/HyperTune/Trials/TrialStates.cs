namespace HyperTune.Trials;

/// <summary>States as words in sentences and tags.</summary>
internal static class TrialStates
{
    public const int Count = 6;

    public static string Word(TrialState state) => state switch
    {
        TrialState.Running => "running",
        TrialState.Completed => "completed",
        TrialState.Pruned => "pruned",
        TrialState.Failed => "failed",
        TrialState.Waiting => "waiting",
        TrialState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>The state behind a word.</summary>
    /// <exception cref="FormatException">The word is no state.</exception>
    public static TrialState Parse(string word)
    {
        foreach (TrialState state in Enum.GetValues<TrialState>())
        {
            if (Word(state) == word)
            {
                return state;
            }
        }

        throw new FormatException($"'{word}' is no state of a trial.");
    }

    /// <summary>Whether a trial in this state can change no more.</summary>
    public static bool IsEnd(TrialState state) => state is not (TrialState.Running or TrialState.Waiting);
}
