namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.ImportAsync(string, string?, CancellationToken)"/>
    /// <remarks>
    /// <inheritdoc cref="Study{T}.ImportAsync(string, string?, CancellationToken)" path="/remarks/node()"/> The other study must have the same metrics in the
    /// same order; their limits may differ. Of a study that Optuna wrote only the directions are compared.
    /// </remarks>
    public Task<ImportSummary> ImportAsync(string journalPath, string? studyName = null, CancellationToken cancellationToken = default)
        => _study.ImportAsync(journalPath, studyName, cancellationToken);

    /// <inheritdoc cref="Study{T}.ImportAsync(StudyStorage, string?, CancellationToken)"/>
    /// <remarks>The other study must have the same metrics in the same order; their limits may differ.</remarks>
    public Task<ImportSummary> ImportAsync(StudyStorage storage, string? studyName = null, CancellationToken cancellationToken = default)
        => _study.ImportAsync(storage, studyName, cancellationToken);

    /// <summary>
    /// Gives the study the completed and pruned trials of another one that is in memory, as <see cref="ImportAsync(string, string?, CancellationToken)"/> does for a journal.
    /// </summary>
    /// <param name="other">What the other study knows; its running and waiting trials are not looked at.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="ArgumentException">The other study is this one.</exception>
    public ImportSummary Import(StudyResult<T, TMetrics> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _study.Import(other.Inner);
    }

    /// <inheritdoc cref="Study{T}.Import(IEnumerable{TrialRecord{T}})"/>
    public ImportSummary Import(IEnumerable<TrialRecord<T, TMetrics>> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return _study.Import(trials.Select(static trial => trial.Inner));
    }
}
