namespace HyperTune.Benchmarks;

/// <inheritdoc/>
/// <typeparam name="TConfig">The config type.</typeparam>
internal sealed class DiskProblem<TConfig>(string name, Func<TConfig, double> objective, double[] middle, double squaredRadius, double[] place)
    : DiskProblem(name, TConfig.Space, middle, squaredRadius, place)
    where TConfig : ISearchSpace<TConfig>
{
    public override double Evaluate(ReadOnlySpan<double> vector) => objective(TConfig.Space.Decode(vector));

    public override ConstrainedStudy Run(Strategy strategy, bool failsOutside, int trials, long seed)
    {
        var options = new StudyOptions { Strategy = strategy, Seed = seed, MaxConsecutiveFailures = int.MaxValue };
        return failsOutside ? RunFailing(options, trials) : RunLimited(options, trials);
    }

    private ConstrainedStudy RunFailing(StudyOptions options, int trials)
    {
        StudyResult<TConfig> result = Study.Minimize<TConfig>(options).Run(
            (config, _) => Excess(config) > 0 ? TrialOutcome.Failed("outside of the disk") : objective(config),
            trials);
        return Judge([.. result.Completed.Select(static trial => trial.Value!.Value)], trials);
    }

    private ConstrainedStudy RunLimited(StudyOptions options, int trials)
    {
        StudyResult<TConfig, DiskLoss> result = Study.Optimize<TConfig, DiskLoss>(options).Run(
            config => new DiskLoss(objective(config), Excess(config)),
            trials);
        return Judge([.. result.Completed.Where(static trial => trial.Metrics.Excess <= 0).Select(static trial => trial.Metrics.Loss)], trials);
    }

    private ConstrainedStudy Judge(double[] allowed, int trials)
        => new(allowed.Length == 0 ? double.PositiveInfinity : allowed.Min() - Optimum, (double)allowed.Length / trials);

    private double Excess(TConfig config)
    {
        double[] vector = new double[Space.DimensionCount];
        TConfig.Space.Encode(config, vector);
        return Excess(vector);
    }
}
