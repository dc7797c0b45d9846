namespace HyperTune;

/// <summary>
/// A study in a storage that outlives the process and that other processes may share. The storage decides what happens in which order; the study asks
/// for changes, and takes what happened, its own changes and those of others, from <see cref="Pull"/>. A call that throws has changed nothing.
/// </summary>
/// <remarks>All members may be called by several threads at once, but for <see cref="Pull"/>.</remarks>
internal interface IStudyStorage
{
    /// <summary>The seed that the study was created with.</summary>
    ulong Seed { get; }

    /// <summary>Reads what other processes did, and settles trials whose process has ended.</summary>
    void Refresh();

    /// <summary>Hands over what happened since the last call, in the order in which it happened. Does not read the storage.</summary>
    void Pull(IStudyEvents events);

    /// <summary>
    /// Takes over a trial that nobody runs: the one that this worker was running when its last process ended, else the first that waits.
    /// </summary>
    /// <param name="trialBudget">How many trials of the study may have started in all; <see langword="null"/> for no limit.</param>
    /// <param name="startedAt">The time now.</param>
    /// <param name="number">The trial's number, if there was one.</param>
    /// <returns>Started, nothing to take, or the budget is spent.</returns>
    TrialStart TryTake(int? trialBudget, DateTimeOffset startedAt, out int number);

    /// <summary>Completes the parameters of a taken trial of which only some had a value.</summary>
    void Complete(int number, ReadOnlySpan<double> vector);

    /// <summary>Starts a new trial, if <paramref name="number"/> is still the next number and no trial waits.</summary>
    TrialStart TryStart(int number, ReadOnlySpan<double> vector, int? trialBudget, DateTimeOffset startedAt);

    /// <summary>Adds a trial that waits for somebody to run it.</summary>
    /// <returns>Its number.</returns>
    int Enqueue(ReadOnlySpan<double> vector);

    /// <summary>Adds finished trials of another study, but for those that an earlier import has brought; all of them or, when it throws, none.</summary>
    /// <returns>How many it added.</returns>
    int Import(IReadOnlyList<ImportedTrial> trials);

    /// <summary>Keeps an intermediate value of a running trial.</summary>
    void Report(int number, TrialReport report);

    /// <summary>Lets a trial of this process wait until somebody takes it over, because its run was cancelled.</summary>
    void Release(int number, DateTimeOffset releasedAt);

    /// <summary>Ends a trial. Returns when the end would survive a loss of power.</summary>
    /// <returns><see langword="false"/> when another process has ended it before, because this one gave no sign of life for too long.</returns>
    bool TryFinish(int number, in TrialEnd end, DateTimeOffset finishedAt);
}
