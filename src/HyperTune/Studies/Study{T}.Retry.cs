using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Lets failed trials wait to be run again, under their numbers and with their configs: the next run, or whoever asks, starts with them. They count as
    /// trials once, and <see cref="TrialRecord{T}.FailedAttempts"/> keeps how they failed.
    /// </summary>
    /// <remarks>
    /// Trials that failed for good are meant, of this run or an earlier one; <see cref="StudyOptions.Retries"/> runs trials again as they fail. Trials
    /// that were imported or taken out, and those that are not in the current search space, are left as they are. What the strategy had learned from the failures is taken back. In a
    /// journal, Optuna goes on showing these trials as failed, because to Optuna a finished trial cannot change.
    /// </remarks>
    /// <param name="which">
    /// Chooses among the failed trials. The exception is known in the process that ran the trial; elsewhere <see cref="TrialRecord{T}.FailureReason"/> begins
    /// with its type's name.
    /// </param>
    /// <returns>How many trials wait again.</returns>
    /// <example><c>study.RetryFailed(record => record.Exception is IOException)</c>.</example>
    public int RetryFailed(Func<TrialRecord<T>, bool> which) => Blocking.Wait(RetryFailedAsync(which));

    /// <summary>Lets failed trials wait to be run again, as <see cref="RetryFailed"/> does, without blocking a thread.</summary>
    /// <param name="which">Chooses among the failed trials.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>How many trials wait again.</returns>
    public async ValueTask<int> RetryFailedAsync(Func<TrialRecord<T>, bool> which, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.RefreshAsync(cancellationToken).ConfigureAwait(false);
        int[] numbers =
        [
            .. Trials
                .Where(record => record.State == TrialState.Failed && record.Fits && !record.IsImported && !record.IsExcluded && which(record))
                .Select(static record => record.Number),
        ];
        return numbers.Length == 0 ? 0 : await engine.ReopenAsync(numbers, cancellationToken).ConfigureAwait(false);
    }
}
