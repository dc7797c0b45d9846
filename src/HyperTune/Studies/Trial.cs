using System.Collections.Immutable;
using HyperTune.Numerics;
using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

/// <summary>A running trial: the config to try, and the way to report how it goes.</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed partial class Trial<T>
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
    public bool ShouldPrune => Study.Engine.ShouldPrune(Number);

    /// <summary>What the trial has reported so far, in ascending order of steps.</summary>
    public ImmutableArray<TrialReport> Reports => Study.Trials[Number].Reports;

    /// <summary>What the trial saves beside its result, for instance a model: <c>await trial.Artifacts.SaveAsync("model.zip", stream)</c>.</summary>
    public TrialArtifacts Artifacts => new(OpenFiles(), Number);

    /// <summary>How far the trial has come: saved from time to time, and opened by whoever runs the trial again after an interruption.</summary>
    public TrialCheckpoint Checkpoint => new(OpenFiles(), Number);

    /// <summary>
    /// The number of the trial from whose checkpoint this one goes on (<see cref="Strategy.PopulationBased()"/>); <see langword="null"/> where it begins from nothing.
    /// </summary>
    public int? Parent => Study.Engine.Files.ParentOf(Number);

    /// <summary>
    /// The absolute path of a directory of the trial's own, which is created when it is first asked for. Who runs the trial again after an interruption finds
    /// what is in it. Unlike an artifact, nothing in it is checked or shown by a dashboard.
    /// </summary>
    /// <value>
    /// In a <see cref="JournalStorage"/> or a <see cref="FileArtifactStore"/> beside the artifacts; otherwise a temporary directory, which is deleted when
    /// the study is disposed of.
    /// </value>
    /// <exception cref="InvalidOperationException">The trial has ended, another process runs it, or the study has no place for artifacts.</exception>
    /// <exception cref="IOException">The directory cannot be created.</exception>
    public string Directory => Blocking.Wait(OpenFiles().OpenDirectoryAsync(Number, CancellationToken.None));

    internal Study<T> Study { get; }

    /// <summary>The run that the trial belongs to; <see langword="null"/> when it was asked for one by one.</summary>
    internal StudyRun? Run { get; }

    /// <summary>The cancellation of that run.</summary>
    internal CancellationToken RunCancellation { get; init; }

    /// <summary>Reports an intermediate value, for the pruner and for plots of the study.</summary>
    /// <param name="step">The step, for instance the epoch; at least 0. Steps may be left out. Of two reports for one step the first is kept.</param>
    /// <param name="value">The objective at that step, in the study's direction; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int step, double value) => Blocking.Wait(ReportAsync(new TrialReport(step, value), CancellationToken.None));

    /// <summary>Reports an intermediate value, as <see cref="Report"/> does, without blocking a thread while it waits for the study's storage.</summary>
    /// <param name="step">The step, for instance the epoch; at least 0.</param>
    /// <param name="value">The objective at that step, in the study's direction; any number.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>Whether to stop, as <see cref="ShouldPrune"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask<bool> ReportAsync(int step, double value, CancellationToken cancellationToken = default)
    {
        await ReportAsync(new TrialReport(step, value), cancellationToken).ConfigureAwait(false);
        return ShouldPrune;
    }

    /// <summary>
    /// Reports the value of one instance, for instance of one fold of a cross-validation. Where a trial is stopped before it has reported all instances,
    /// its value is that of its own instances, corrected by what other trials tell about how easy each of them is, so that a trial that had the easy ones
    /// does not look better than it is.
    /// </summary>
    /// <param name="instance">The instance's number; at least 0, and the same in every trial.</param>
    /// <param name="value">The objective on that instance, in the study's direction; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instance"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void ReportInstance(int instance, double value)
        => Blocking.Wait(ReportAsync(new TrialReport(instance, value) { Kind = ReportKind.Instance }, CancellationToken.None));

    /// <summary>Reports the value of one instance, as <see cref="ReportInstance"/> does.</summary>
    /// <param name="instance">The instance's number; at least 0, and the same in every trial.</param>
    /// <param name="value">The objective on that instance, in the study's direction; any number.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>Whether to stop, as <see cref="ShouldPrune"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instance"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask<bool> ReportInstanceAsync(int instance, double value, CancellationToken cancellationToken = default)
    {
        await ReportAsync(new TrialReport(instance, value) { Kind = ReportKind.Instance }, cancellationToken).ConfigureAwait(false);
        return ShouldPrune;
    }

    /// <summary>
    /// Ends the trial as pruned when the study's pruner advises it: the exception passes through all that the objective has called, and the run
    /// takes it as <see cref="TrialOutcome.Pruned"/>. It is meant for code deep below the objective, which cannot return an outcome.
    /// </summary>
    /// <remarks>In a loop of your own nobody else catches the exception: catch it, and tell <see cref="TrialOutcome.Pruned"/>.</remarks>
    /// <exception cref="TrialPrunedException"><see cref="ShouldPrune"/> is <see langword="true"/>.</exception>
    public void ThrowIfPruned()
    {
        if (ShouldPrune)
        {
            throw new TrialPrunedException(this, Study.Name, Number);
        }
    }

    /// <summary>
    /// Lets the trial outlive this process, for instance while a laboratory works on it: it counts as running until somebody tells its outcome by its number
    /// (<see cref="Study{T}.TellAsync(int, TrialOutcome, CancellationToken)"/>), whichever processes end meanwhile. In a study without a storage it does nothing.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="InvalidOperationException">The trial has ended, or it belongs to a run.</exception>
    public ValueTask DetachAsync(CancellationToken cancellationToken = default) => Run is null
        ? Study.Engine.DetachAsync(Number, cancellationToken)
        : throw new InvalidOperationException(
            $"Trial {Number} of study '{Study.Title}' belongs to a run, which ends it; only a trial that was asked for can outlive its process.");

    /// <summary>The number and the tuned values, for instance <c>Trial 7 (LearningRate = 0.001, Units = 64)</c>.</summary>
    public override string ToString() => $"Trial {Number} ({Study.Engine.Reading.Describe(Number)})";

    /// <summary>Reports a value together with all metrics, where the study has several.</summary>
    internal ValueTask ReportAsync(TrialReport report, double[]? metrics, CancellationToken cancellationToken)
    {
        Guard.AtLeast(report.Step, 0, report.Kind == ReportKind.Instance ? "instance" : "step");
        ThrowIfAbandoned();
        return Study.Engine.ReportAsync(Number, report, metrics, cancellationToken);
    }

    private ValueTask ReportAsync(TrialReport report, CancellationToken cancellationToken) => ReportAsync(report, metrics: null, cancellationToken);
}
