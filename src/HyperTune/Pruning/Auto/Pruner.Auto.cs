using HyperTune.Pruning.Auto;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Stops a trial only when it is all but certain that it will not be the best: for everyone who does not know that early values rank configs as late ones do.
    /// </summary>
    /// <remarks>
    /// <para>
    /// From a third of the steps on, at five of them, it predicts where the trial will end: by a power law through its own values, corrected by how such predictions
    /// turned out for the trials that completed. It stops the trial when the prediction is worse than the best completed trial by more than 2.5 of its standard
    /// deviations. Where early values say nothing of the end, the deviation is large and nothing is stopped.
    /// </para>
    /// <para>
    /// Nothing is stopped before 12 trials have completed, and one trial in 20, drawn by the study's name, never: they show what is risked
    /// (<see cref="StudyResult{T}.PrunerExplanation"/>). Strategies learn from a stopped trial the end that was predicted for it.
    /// </para>
    /// <para>
    /// A trial that reports instances (<see cref="Trial{T}.ReportInstance"/>) is stopped when it is worse than the best one, instance by instance, with a probability
    /// of at most 0.05 that this is chance (<see cref="Wilcoxon"/>), which takes five instances. A report that is NaN counts as infinitely bad.
    /// </para>
    /// </remarks>
    /// <param name="lastStep">
    /// The step of a trial's last report, counted like those reported; at least 1. <see langword="null"/>, the default: the largest that a completed trial has
    /// reported.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastStep"/> is below 1.</exception>
    public static Pruner Auto(int? lastStep = null) => new AutoPruner(lastStep);
}
