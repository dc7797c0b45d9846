using HyperTune.State;
using HyperTune.Studies;
using HyperTune.Studies.Artifacts;
using HyperTune.Studies.Engine;
using HyperTune.Studies.Import;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Gives the study the completed and pruned trials of another one, so that it does not start from nothing: for instance those in a journal of an
    /// earlier version of the model, or in one that Optuna wrote. They become trials of this study that its strategy learns from, but count towards no
    /// budget.
    /// </summary>
    /// <remarks>
    /// Parameters are matched by name. Those that this study does not have are ignored, and those that the other one does not have get their default. Trials
    /// with a value that the search space does not have are left out. A trial is imported only once: a program may import at each start, and gets what is
    /// new in the other study since. A trial that went on from the checkpoint of another one has that one as its parent here too, where both are imported.
    /// </remarks>
    /// <param name="journalPath">The path of the journal file; it is only read.</param>
    /// <param name="studyName">The study in it; may be left out when the journal holds only one study.</param>
    /// <param name="cancellationToken">Ends the import before its trials are added.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="JournalException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidOperationException">
    /// The journal has no such study, the study is optimized in the other direction, or no trial of it fits the search space.
    /// </exception>
    public Task<ImportSummary> ImportAsync(string journalPath, string? studyName = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(journalPath);
        var journal = new JournalStorage(journalPath);
        return File.Exists(journal.Path)
            ? ImportAsync(journal, studyName, cancellationToken)
            : throw new JournalException(journal.Path, null, "There is no such file to import from.");
    }

    /// <summary>Gives the study the completed and pruned trials of another one in any storage, as the other overload does for a journal.</summary>
    /// <param name="storage">The storage of the other study; it is only read.</param>
    /// <param name="studyName">The study in it; may be left out when the storage holds only one study.</param>
    /// <param name="cancellationToken">Ends the import before its trials are added.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="IOException">The storage cannot be read.</exception>
    /// <exception cref="InvalidOperationException">
    /// The storage has no such study, the study is optimized in the other direction, or no trial of it fits the search space.
    /// </exception>
    public async Task<ImportSummary> ImportAsync(StudyStorage storage, string? studyName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        (List<ImportedTrial> trials, int leftOut) = await Task.Run(
            async () => await StoredTrials.ReadAsync(storage, studyName, _description, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await ImportAsync(engine, trials, leftOut, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the study the completed and pruned trials of another one that is in memory, as <see cref="ImportAsync(string, string?, CancellationToken)"/> does for a journal.
    /// </summary>
    /// <param name="other">What the other study knows; its running and waiting trials are not looked at.</param>
    /// <returns>How many trials were imported and left out.</returns>
    /// <exception cref="ArgumentException">The other study is optimized in the other direction, or it is this one.</exception>
    public ImportSummary Import(StudyResult<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Study == this || other.Direction != Direction)
        {
            string why = other.Study == this ? "itself" : $"study '{Printable.Of(other.StudyName)}', which is to {other.Direction}";
            throw new ArgumentException($"Study '{Title}', which is to {Direction}, cannot learn from {why}.", nameof(other));
        }

        return Import(other.Trials, other.StudyName);
    }

    /// <summary>
    /// Gives the study completed and pruned trials, for instance a selection of another study's. They become trials of this study that its strategy learns
    /// from, but count towards no budget.
    /// </summary>
    /// <param name="trials">The trials; their values must mean the same as this study's. Those that run or wait are not looked at.</param>
    /// <returns>How many trials were imported, and how many left out because they failed or are not in the search space.</returns>
    public ImportSummary Import(IEnumerable<TrialRecord<T>> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return Import(trials, "a study in memory");
    }

    private ImportSummary Import(IEnumerable<TrialRecord<T>> trials, string source)
    {
        PointLayout layout = PointLayout.Of(Space);
        TrialRecord<T>[] ended = [.. trials.Where(static trial => TrialStates.IsEnd(trial.State))];
        var imported = new List<ImportedTrial>();

        // A selection may be of several studies, each with a trial of a number.
        var taken = new Dictionary<(ITrialFiles?, int), ImportedTrial>();
        foreach (TrialRecord<T> trial in ended)
        {
            if (trial.State is TrialState.Completed or TrialState.Pruned && trial.HasConfig && !trial.IsExcluded && Space.Whole.Contains(trial.Vector.Span))
            {
                imported.Add(taken[(trial.Store, trial.Number)] = new ImportedTrial
                {
                    Vector = trial.Vector.ToArray(),
                    Outcome = new StoredOutcome(trial.State, trial.Values.Span.ContainsAnyExcept(double.NaN) ? trial.Values.ToArray() : []) { Records = trial.Records },
                    Started = trial.StartedAt.UtcDateTime,
                    Ended = (trial.StartedAt + trial.Duration.GetValueOrDefault()).UtcDateTime,
                    Reports = [.. trial.Reports],
                    ReportedMetrics = trial.ReportedMetrics,
                    Parent = trial.Parent is { } parent ? taken.GetValueOrDefault((trial.Store, parent)) : null,
                    Source = $"{source} #{trial.Number}",
                    ParameterHash = ImportedTrialKey.Of(new TrialPoint(layout, trial.Vector)),
                });
            }
        }

        return Blocking.Wait(ImportAsync(OpenEngine, imported, ended.Length - imported.Count, CancellationToken.None));
    }

    private static async ValueTask<ImportSummary> ImportAsync(
        StudyEngine engine, List<ImportedTrial> trials, int leftOut, CancellationToken cancellationToken)
    {
        int imported = await engine.ImportAsync(trials, cancellationToken).ConfigureAwait(false);
        return new ImportSummary(imported, leftOut, trials.Count - imported);
    }
}
