using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Reads the finished trials of a study in a journal, whoever wrote it, as trials of a search space.</summary>
internal static class JournalImport
{
    /// <exception cref="JournalException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There is no such study, or it has nothing that fits.</exception>
    public static (List<ImportedTrial> Trials, int LeftOut) Read(string path, string? studyName, OptimizationDirection direction, SearchSpace space)
    {
        var journal = new Journal(new JournalFile(path, TimeSpan.FromSeconds(30)));
        if (!File.Exists(journal.Path))
        {
            throw new JournalException(journal.Path, null, "There is no such file to import from.");
        }

        return journal.Refresh(replay => Read(Choose(replay, studyName, journal.Path), direction, space, journal.Path));
    }

    private static JournalStudy Choose(JournalReplay replay, string? name, string path)
    {
        if (name is null)
        {
            return replay.Studies.Count == 1
                ? replay.Studies.Single()
                : throw new InvalidOperationException($"Journal '{path}' holds {replay.Studies.Count} studies; say which one to import. {Names(replay)}");
        }

        return replay.TryGetStudy(name, out JournalStudy? study)
            ? study
            : throw new InvalidOperationException($"Journal '{path}' has no study '{name}'. {Names(replay)}");
    }

    private static string Names(JournalReplay replay)
        => replay.Studies.Count == 0 ? "It holds none." : $"It holds: {string.Join(", ", replay.Studies.Select(static study => $"'{study.Name}'"))}.";

    private static (List<ImportedTrial> Trials, int LeftOut) Read(JournalStudy study, OptimizationDirection direction, SearchSpace space, string path)
    {
        if (study.Directions is not [var found] || found != direction)
        {
            throw new InvalidOperationException(
                $"Study '{study.Name}' in journal '{path}' has the directions [{string.Join(", ", study.Directions)}]; a study that is to {direction} cannot "
                + "learn from it.");
        }

        var map = new JournalSpaceMap(space);
        List<JournalTrial> finished = study.Trials.FindAll(static trial => trial.IsFinished);
        List<ImportedTrial> trials = [.. finished.Select(trial => TryRead(trial, map, space)).OfType<ImportedTrial>()];
        if (trials.Count == 0 && finished.Count > 0)
        {
            ImmutableArray<string> names = [.. finished.SelectMany(static trial => trial.Parameters).Select(static parameter => parameter.Name).Distinct()];
            throw new InvalidOperationException(
                $"None of the {finished.Count} finished trials of study '{study.Name}' in journal '{path}' fits the search space. Their parameters: "
                + $"{string.Join(", ", names)}. The space's: {string.Join(", ", space.Parameters.Select(static parameter => parameter.Name))}.");
        }

        return (trials, finished.Count - trials.Count);
    }

    private static ImportedTrial? TryRead(JournalTrial trial, JournalSpaceMap map, SearchSpace space)
    {
        double[] vector = new double[space.DimensionCount];
        JournalFit fit = map.ToVector(trial, vector);
        TrialEnd end = JournalSession.EndOf(trial);
        bool knowsAny = trial.Layout.Entries.Any(entry => space.FindParameter(entry.Name) is not null);
        if (!fit.IsInside || !knowsAny || end.State == TrialState.Failed || trial.Finished is not { } finished)
        {
            return null;
        }

        return new ImportedTrial
        {
            Vector = vector,
            End = end,
            StartedAt = new DateTimeOffset(trial.Started ?? finished),
            FinishedAt = new DateTimeOffset(finished),
            Reports = ReportsOf(trial),
            Source = $"{trial.Study.Name} #{trial.Number}",
        };
    }

    private static TrialReport[] ReportsOf(JournalTrial trial)
    {
        var reports = new List<TrialReport>();
        foreach ((long step, double value) in trial.IntermediateValues)
        {
            if (step is >= 0 and <= int.MaxValue)
            {
                reports.Add(new TrialReport((int)step, value));
            }
        }

        return [.. reports.OrderBy(static report => report.Step)];
    }
}
