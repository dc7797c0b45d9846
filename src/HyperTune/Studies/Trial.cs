namespace HyperTune;

/// <summary>A trial that runs: the config to try, and the way to report how it goes.</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class Trial<T>
{
    internal Trial(Study<T> study, int number, T config, StudyRun? run)
    {
        Study = study;
        Number = number;
        Config = config;
        Run = run;
    }

    /// <summary>The trial's number, counted from 0 in the order of asking.</summary>
    public int Number { get; }

    /// <summary>The config to try.</summary>
    public T Config { get; }

    /// <summary>
    /// Whether the study's pruner advises to stop now, judged by what was reported so far. Then return <see cref="TrialOutcome.Pruned"/>,
    /// or let <see cref="ThrowIfPruned"/> end the trial.
    /// </summary>
    /// <value><see langword="false"/> without reports, and with <see cref="Pruner.None"/>.</value>
    public bool ShouldPrune => Study.ShouldPrune(Number);

    internal Study<T> Study { get; }

    /// <summary>The run that the trial belongs to; <see langword="null"/> when it was asked for one by one.</summary>
    internal StudyRun? Run { get; }

    /// <summary>Reports an intermediate value, for the pruner and for pictures of the study.</summary>
    /// <param name="step">The step, for instance the epoch; at least 0. Steps may be left out. Of two reports for one step the first is kept.</param>
    /// <param name="value">The objective at that step, in the study's direction; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int step, double value)
    {
        Guard.AtLeast(step, 0);
        Study.Report(Number, new TrialReport(step, value));
    }

    /// <summary>
    /// Ends the trial as pruned when the study's pruner advises it: the exception passes through all that the objective has called, and the run takes
    /// it as <see cref="TrialOutcome.Pruned"/>. For code deep below the objective, which has no outcome to return.
    /// </summary>
    /// <remarks>In a loop of one's own nobody takes the exception: catch it and tell <see cref="TrialOutcome.Pruned"/>.</remarks>
    /// <exception cref="TrialPrunedException"><see cref="ShouldPrune"/> is <see langword="true"/>.</exception>
    public void ThrowIfPruned()
    {
        if (ShouldPrune)
        {
            throw new TrialPrunedException(this, Study.Name, Number);
        }
    }

    /// <summary>The number and the tuned values, for instance <c>Trial 7 (LearningRate = 0.001, Units = 64)</c>.</summary>
    public override string ToString() => $"Trial {Number} ({Study.Describe(Number)})";
}
