namespace HyperTune.Benchmarks;

/// <summary>What one study over folds came to.</summary>
/// <param name="Regret">The regret of the best trial.</param>
/// <param name="Folds">How many folds were evaluated.</param>
/// <param name="Pruned">How many trials were stopped.</param>
internal sealed record FoldsStudy(double Regret, int Folds, int Pruned)
{
    /// <summary>Runs a study.</summary>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="pruner">What stops its trials between folds.</param>
    /// <param name="kind">Whether folds are reported as progress, the last of which stands for a stopped trial, or as what they are.</param>
    /// <param name="trials">How many trials it runs.</param>
    /// <param name="seed">Its seed.</param>
    public static FoldsStudy Run(Strategy strategy, Pruner pruner, ReportKind kind, int trials, long seed)
    {
        int folds = 0;
        Study<FoldsConfig> study = Study.Minimize<FoldsConfig>(new StudyOptions { Strategy = strategy, Pruner = pruner, Seed = seed });
        StudyResult<FoldsConfig> result = study.Run(
            (config, trial) =>
            {
                double sum = 0;
                for (int fold = 0; fold < FoldsConfig.FoldCount; fold++)
                {
                    double value = config.Value(fold);
                    sum += value;
                    folds++;
                    if (kind == ReportKind.Instance)
                    {
                        trial.ReportInstance(fold, value);
                    }
                    else
                    {
                        trial.Report(fold, value);
                    }

                    if (fold + 1 < FoldsConfig.FoldCount && trial.ShouldPrune)
                    {
                        return TrialOutcome.Pruned;
                    }
                }

                return sum / FoldsConfig.FoldCount;
            },
            trials);
        return new FoldsStudy(result.Best.Config.Regret, folds, result.Trials.Count(static trial => trial.State == TrialState.Pruned));
    }
}
