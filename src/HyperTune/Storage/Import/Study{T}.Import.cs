namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Gives the study the completed and pruned trials of another one, so that it does not start from nothing: a journal of an earlier version of the
    /// model, or one that Optuna wrote. They become trials of this study that its strategy learns from, but count towards no budget.
    /// </summary>
    /// <remarks>
    /// Parameters are matched by name. Ones that this study does not have are ignored, and ones that the other does not have get their default. Trials
    /// with a value that the search space does not have are left out. With a storage, the imported trials are stored too: import once, not at each start.
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
                _engine.Import(trials);
                return new ImportSummary(trials.Count, leftOut);
            },
            cancellationToken);
    }
}
