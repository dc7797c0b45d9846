namespace HyperTune;

/// <summary>Creates trials of their own, to test objectives with.</summary>
public static class Trial
{
    /// <summary>
    /// A trial without a study around it, so that a unit test can call an objective that takes one: it takes reports, keeps them
    /// (<see cref="Trial{T}.Reports"/>), and a pruner judges it if there is one.
    /// </summary>
    /// <example>
    /// <code>
    /// Trial&lt;TrainingConfig&gt; trial = Trial.For(new TrainingConfig { Units = 16 });
    /// TrialOutcome outcome = Objective(trial.Config, trial);
    /// Assert.Equal(10, trial.Reports.Length);
    /// </code>
    /// </example>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="config">The config to try.</param>
    /// <param name="pruner">Judges the trial, for instance <c>Pruner.Threshold(upper: 3)</c>; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">
    /// A value lies outside its range, or the config breaks a constraint; the message lists what is wrong.
    /// </exception>
    public static Trial<T> For<T>(T config, Pruner? pruner = null)
        where T : ISearchSpace<T>
    {
        Study<T> study = Study.Minimize<T>(Options(pruner));
        study.Enqueue(config);
        return study.Ask();
    }

    /// <summary>A trial of several metrics without a study around it, as <see cref="For{T}"/> gives one.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
    /// <param name="config">The config to try.</param>
    /// <param name="pruner">Judges the trial; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">
    /// A value lies outside its range, or the config breaks a constraint; the message lists what is wrong. Or the pruner does not say which of several
    /// objectives it judges (<see cref="Pruner.By"/>).
    /// </exception>
    public static Trial<T, TMetrics> For<T, TMetrics>(T config, Pruner? pruner = null)
        where T : ISearchSpace<T>
        where TMetrics : struct, IMetrics<TMetrics>
    {
        Study<T, TMetrics> study = Study.Optimize<T, TMetrics>(Options(pruner));
        study.Enqueue(config);
        return study.Ask();
    }

    private static StudyOptions Options(Pruner? pruner) => new() { Strategy = Strategy.Random(), Pruner = pruner ?? Pruner.None };
}
