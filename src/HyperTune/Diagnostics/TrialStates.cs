namespace HyperTune;

/// <summary>States as words in sentences and tags.</summary>
internal static class TrialStates
{
    public static string Word(TrialState state) => state switch
    {
        TrialState.Running => "running",
        TrialState.Completed => "completed",
        TrialState.Pruned => "pruned",
        TrialState.Failed => "failed",
        TrialState.Waiting => "waiting",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
