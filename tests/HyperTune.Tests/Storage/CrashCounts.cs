namespace HyperTune.Tests;

/// <summary>What deaths of writers cost.</summary>
/// <param name="Killed">How many processes were killed.</param>
/// <param name="Simulated">How many writers died in a simulated file.</param>
/// <param name="Told">How many results a writer was told to be stored.</param>
/// <param name="Lost">How many of them are not in the file, or not as they were told.</param>
/// <param name="Doubled">How many trials were finished more than once.</param>
internal readonly record struct CrashCounts(int Killed, int Simulated, int Told, int Lost, int Doubled)
{
    /// <summary>Compares what writers were told with the study that is left.</summary>
    public static CrashCounts Of<T>(int killed, int simulated, IReadOnlyCollection<(int Number, double Value)> told, IReadOnlyList<TrialRecord<T>> trials)
        => new(
            killed,
            simulated,
            told.Count,
            told.Count(result => result.Number >= trials.Count || trials[result.Number] is not { State: TrialState.Completed } trial || trial.Value != result.Value),
            told.Count - told.DistinctBy(static result => result.Number).Count());
}
