namespace HyperTune;

/// <summary>A running trial of a study with several metrics: the config to try, and the way to report how it goes.</summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed class Trial<T, TMetrics>
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

    /// <inheritdoc cref="Trial{T}.Artifacts"/>
    public TrialArtifacts Artifacts => Inner.Artifacts;

    /// <inheritdoc cref="Trial{T}.Checkpoint"/>
    public TrialCheckpoint Checkpoint => Inner.Checkpoint;

    /// <inheritdoc cref="Trial{T}.Directory"/>
    public string Directory => Inner.Directory;

    internal Trial<T> Inner { get; }

    /// <summary>The metric whose intermediate values the study keeps.</summary>
    internal Metric Reported { get; }

    /// <summary>
    /// Reports intermediate metrics, for the pruner and for plots of the study: the study keeps the value of the metric that the pruner judges
    /// (<see cref="Pruner.By"/>), or that of the first objective where there is no such metric.
    /// </summary>
    /// <param name="step">The step, for instance the epoch; at least 0. Steps may be left out. Of two reports for one step the first is kept.</param>
    /// <param name="metrics">The metrics at that step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int step, TMetrics metrics) => Inner.Report(step, ValueOf(metrics));

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
        => Inner.ReportAsync(step, ValueOf(metrics), cancellationToken);

    /// <inheritdoc cref="Trial{T}.ThrowIfPruned"/>
    public void ThrowIfPruned() => Inner.ThrowIfPruned();

    /// <inheritdoc cref="Trial{T}.ToString"/>
    public override string ToString() => Inner.ToString();

    private double ValueOf(TMetrics metrics)
    {
        double[] values = new double[TMetrics.Metrics.All.Length];
        TMetrics.Metrics.Encode(metrics, values);
        return values[Reported.Index];
    }
}
