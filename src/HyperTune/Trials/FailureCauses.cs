namespace HyperTune.Trials;

/// <summary>Causes of failures as words in logs.</summary>
internal static class FailureCauses
{
    public static string Word(FailureCause cause) => cause switch
    {
        FailureCause.Error => "error",
        FailureCause.TimedOut => "timedOut",
        FailureCause.Interrupted => "interrupted",
        FailureCause.Infeasible => "infeasible",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No such cause."),
    };

    /// <summary>The cause behind a word; one that a later version knows is an error like any other.</summary>
    public static FailureCause Parse(string word) => Array.Find(Enum.GetValues<FailureCause>(), cause => Word(cause) == word);
}
