namespace HyperTune.Benchmarks;

/// <summary>What one study of random configs came to.</summary>
/// <param name="Folds">How many folds were scored.</param>
/// <param name="Stopped">How many trials were stopped.</param>
/// <param name="Choice">The config that it chose.</param>
/// <param name="Seed">Its seed.</param>
internal sealed record RacingStudy(int Folds, int Stopped, RacingConfig Choice, long Seed)
{
    /// <summary>Runs a study.</summary>
    /// <param name="pruner">What stops its trials between folds.</param>
    /// <param name="spread">How much configs differ, in deviations of the noise.</param>
    /// <param name="trials">How many trials it runs.</param>
    /// <param name="seed">Its seed: of the configs, the folds and the noise.</param>
    public static RacingStudy Run(Pruner pruner, double spread, int trials, long seed)
    {
        var options = new StudyOptions { Strategy = Strategy.Random(), Pruner = pruner, Seed = seed, IsDeterministic = true };
        FoldPlan plan = HyperTune.Folds.KFold(10 * RacingConfig.FoldCount, RacingConfig.FoldCount);
        StudyResult<RacingConfig> result = Study.Minimize<RacingConfig>(options).Run(
            (config, trial) => trial.CrossValidate(plan, fold => config.Score(spread, fold.Number, seed)), trials);
        return new RacingStudy(
            result.Trials.Sum(static trial => trial.Reports.Length),
            result.Trials.Count(static trial => trial.State == TrialState.Pruned),
            result.Best.Config,
            seed);
    }

    /// <summary>The mean of a config over all folds, as full cross-validation finds it.</summary>
    public double FullMean(RacingConfig config, double spread)
        => Enumerable.Range(0, RacingConfig.FoldCount).Average(fold => config.Score(spread, fold, Seed));

    /// <summary>The standard error of the chosen config's mean, from its own noise alone: the folds are the same for all.</summary>
    public double ChoiceError => Choice.Noise / Math.Sqrt(RacingConfig.FoldCount);
}
