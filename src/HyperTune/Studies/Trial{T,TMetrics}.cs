using System.Collections.Immutable;
using HyperTune.Metrics;
using HyperTune.Studies;

namespace HyperTune;

/// <summary>A running trial of a study with several metrics: the config to try, and the way to report how it goes.</summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed partial class Trial<T, TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    internal Trial(Trial<T> inner, Metric reported)
    {
        Inner = inner;
        Reported = reported;
    }

    /// <inheritdoc cref="Trial{T}.Number"/>
    public int Number => Inner.Number;

    /// <inheritdoc cref="Trial{T}.Config"/>
    public T Config => Inner.Config;

    /// <inheritdoc cref="Trial{T}.ShouldPrune"/>
    public bool ShouldPrune => Inner.ShouldPrune;

    /// <summary>What the trial has reported so far, in ascending order of steps.</summary>
    public ImmutableArray<TrialReport<TMetrics>> Reports => new TrialRecord<T, TMetrics>(Inner.Study.Trials[Number]).Reports;

    /// <inheritdoc cref="Trial{T}.Artifacts"/>
    public TrialArtifacts Artifacts => Inner.Artifacts;

    /// <inheritdoc cref="Trial{T}.Checkpoint"/>
    public TrialCheckpoint Checkpoint => Inner.Checkpoint;

    /// <inheritdoc cref="Trial{T}.Parent"/>
    public int? Parent => Inner.Parent;

    /// <inheritdoc cref="Trial{T}.Directory"/>
    public string Directory => Inner.Directory;

    internal Trial<T> Inner { get; }

    /// <summary>The metric that the pruner judges (<see cref="Pruner.By"/>); the first objective where there is no such metric.</summary>
    internal Metric Reported { get; }

    /// <summary>
    /// Reports intermediate metrics, for plots of the study and for the pruner, which judges one of them (<see cref="Pruner.By"/>). The study keeps all of
    /// them (<see cref="TrialRecord{T, TMetrics}.Reports"/>).
    /// </summary>
    /// <param name="step">The step, for instance the epoch; at least 0. Steps may be left out. Of two reports for one step the first is kept.</param>
    /// <param name="metrics">The metrics at that step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int step, TMetrics metrics) => Blocking.Wait(ReportAsync(step, metrics, ReportKind.Progress, CancellationToken.None));

    /// <summary>Reports the intermediate value of the metric that the pruner judges, where the others are not known yet.</summary>
    /// <param name="step">The step, for instance the epoch; at least 0.</param>
    /// <param name="value">The metric at that step; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int step, double value) => Inner.Report(step, value);

    /// <summary>Reports intermediate metrics, as <see cref="Report(int, TMetrics)"/> does, without blocking a thread.</summary>
    /// <param name="step">The step, for instance the epoch; at least 0.</param>
    /// <param name="metrics">The metrics at that step.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>Whether to stop, as <see cref="ShouldPrune"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public ValueTask<bool> ReportAsync(int step, TMetrics metrics, CancellationToken cancellationToken = default)
        => AdviceAsync(ReportAsync(step, metrics, ReportKind.Progress, cancellationToken));

    /// <summary>Reports the metrics of one instance, as <see cref="Trial{T}.ReportInstance"/> does.</summary>
    /// <param name="instance">The instance's number, for instance that of a fold; at least 0, and the same in every trial.</param>
    /// <param name="metrics">The metrics on that instance.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instance"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void ReportInstance(int instance, TMetrics metrics)
        => Blocking.Wait(ReportAsync(instance, metrics, ReportKind.Instance, CancellationToken.None));

    /// <summary>Reports the metrics of one instance, as <see cref="ReportInstance"/> does, without blocking a thread.</summary>
    /// <param name="instance">The instance's number, for instance that of a fold; at least 0, and the same in every trial.</param>
    /// <param name="metrics">The metrics on that instance.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>Whether to stop, as <see cref="ShouldPrune"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instance"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public ValueTask<bool> ReportInstanceAsync(int instance, TMetrics metrics, CancellationToken cancellationToken = default)
        => AdviceAsync(ReportAsync(instance, metrics, ReportKind.Instance, cancellationToken));

    /// <inheritdoc cref="Trial{T}.ThrowIfPruned"/>
    public void ThrowIfPruned() => Inner.ThrowIfPruned();

    /// <inheritdoc cref="Trial{T}.DetachAsync"/>
    public ValueTask DetachAsync(CancellationToken cancellationToken = default) => Inner.DetachAsync(cancellationToken);

    /// <inheritdoc cref="Trial{T}.ToString"/>
    public override string ToString() => Inner.ToString();

    private async ValueTask<bool> AdviceAsync(ValueTask reported)
    {
        await reported.ConfigureAwait(false);
        return ShouldPrune;
    }

    private ValueTask ReportAsync(int step, TMetrics metrics, ReportKind kind, CancellationToken cancellationToken)
    {
        double[] values = MetricsVector.Of(metrics);
        var report = new TrialReport(step, values[Reported.Index]) { Kind = kind };
        return Inner.ReportAsync(report, values.Length == 1 ? null : values, cancellationToken);
    }
}
