namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Gives the study the completed and pruned trials of another one, so that it does not start from nothing: a journal of an earlier version of the
    /// model, or one that Optuna wrote. They become trials of this study that its strategy learns from, but count towards no budget.
    /// </summary>
    /// <remarks>
    /// Parameters are matched by name. Ones that this study does not have are ignored, and ones that the other does not have get their default. Trials
    /// with a value that the search space does not have are left out. A trial is imported once: a program may import at each start, and gets what the
    /// other study has more by then.
    /// </remarks>
    /// <param name="journalPath">The path of the journal file; it is only read.</param>
    /// <param name="studyName">The study in it; may be left out when the journal holds one study only.</param>
    /// <param name="cancellationToken">Ends the import before its trials are added.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="JournalException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidOperationException">
    /// The journal has no such study, it is optimized in the other direction, or no trial of it fits the search space.
    /// </exception>
    public Task<ImportSummary> ImportAsync(string journalPath, string? studyName = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(journalPath);
        return Task.Run(
            () =>
            {
                (List<ImportedTrial> trials, int leftOut) = JournalImport.Read(journalPath, studyName, Direction, Space);
                cancellationToken.ThrowIfCancellationRequested();
                return Import(trials, leftOut);
            },
            cancellationToken);
    }

    /// <summary>
    /// Gives the study the completed and pruned trials of another one of the same config type, as <see cref="ImportAsync"/> does for a journal.
    /// </summary>
    /// <param name="other">What the other study knows; its running and waiting trials are not looked at.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="ArgumentException">The other study is optimized in the other direction, or it is this one.</exception>
    public ImportSummary Import(StudyResult<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Study == this || other.Direction != Direction)
        {
            string why = other.Study == this ? "itself" : $"study '{other.StudyName}', which is to {other.Direction}";
            throw new ArgumentException($"Study '{Name}', which is to {Direction}, cannot learn from {why}.", nameof(other));
        }

        List<TrialRecord<T>> finished = [.. other.Trials.Where(static trial => trial.Duration is not null)];
        List<ImportedTrial> trials =
        [
            .. finished
                .Where(trial => trial.State != TrialState.Failed && Space.Contains(trial.Vector.Span))
                .Select(trial => new ImportedTrial
                {
                    Vector = trial.Vector.ToArray(),
                    End = new TrialEnd(trial.State, trial.Value ?? double.NaN, null),
                    StartedAt = trial.StartedAt,
                    FinishedAt = trial.StartedAt + trial.Duration.GetValueOrDefault(),
                    Reports = trial.Reports,
                    Source = $"{other.StudyName} #{trial.Number}",
                }),
        ];
        return Import(trials, finished.Count - trials.Count);
    }

    private ImportSummary Import(List<ImportedTrial> trials, int leftOut)
    {
        int imported = _engine.Import(trials);
        return new ImportSummary(imported, leftOut, trials.Count - imported);
    }
}
