namespace HyperTune.State.Commands;

/// <summary>Adds finished trials of another study, but for those that an earlier import has brought; all of them or, when it fails, none.</summary>
/// <param name="Trials">The trials.</param>
internal readonly record struct ImportTrials(IReadOnlyList<ImportedTrial> Trials) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    /// <returns>How many trials are added.</returns>
    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        var added = new Dictionary<ImportedTrialKey, int>();
        bool IsKnown(ImportedTrial trial)
            => state.Imported.ContainsKey(trial.EarlierKey) || state.Imported.ContainsKey(trial.Key) || added.ContainsKey(trial.EarlierKey);
        int? NumberOf(ImportedTrial trial)
            => added.TryGetValue(trial.Key, out int number)
                || state.Imported.TryGetValue(trial.Key, out number)
                || state.Imported.TryGetValue(trial.EarlierKey, out number) ? number : null;
        foreach (ImportedTrial trial in Trials.Where(trial => !IsKnown(trial) && added.TryAdd(trial.Key, state.Trials.Count + events.Count)))
        {
            var imported = new StudyEvent
            {
                Kind = StudyEventKind.Imported,
                Trial = state.Trials.Count + events.Count,
                Time = trial.Ended == default ? now : trial.Ended,
                Started = trial.Started,
                Point = new TrialPoint(state.OwnLayout, trial.Vector),
                Outcome = trial.Outcome,
                Reports = trial.Reports,
                Source = trial.Source,
                Key = trial.Key,
            };
            imported = trial.Parent is { } parent && NumberOf(parent) is { } number ? imported with { Parent = number } : imported;
            events.Add(trial.ReportedMetrics.Count == 0 ? imported : imported with { ReportedMetrics = trial.ReportedMetrics });
        }

        return Decision.Done(events.Count);
    }
}
