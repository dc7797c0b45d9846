using System.Runtime.CompilerServices;
using HyperTune.Metrics;
using HyperTune.State;

namespace HyperTune;

/// <summary>The search for the best configs of an objective with several metrics: numbers to improve, and limits to keep.</summary>
/// <remarks>
/// All that <see cref="Study{T}"/> says about runs, asking and telling, seeds, threads and storages holds here, too. With one objective and limits there is a
/// best trial; with several objectives there is a front of trials that no other trial beats.
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed partial class Study<T, TMetrics> : IAsyncDisposable
    where TMetrics : struct, IMetrics<TMetrics>
{
    private readonly Study<T> _study;

    private readonly TMetrics? _reference;

    internal Study(SearchSpace<T> space, StudyOptions? options, TMetrics? reference, bool isSpaceGiven = false)
    {
        _study = new Study<T>(space, TMetrics.Metrics, options, reference is { } point ? MetricsVector.Reference(point) : null, isSpaceGiven);
        _reference = reference;
    }

    /// <summary>The study's name.</summary>
    public string Name => _study.Name;

    /// <summary>The seed, given or chosen; with it the study can be repeated.</summary>
    public long Seed => _study.Seed;

    internal bool HasProgress => _study.HasProgress;

    /// <inheritdoc cref="Study{T}.Space"/>
    public SearchSpace<T> Space => _study.Space;

    /// <inheritdoc cref="Study{T}.Notes"/>
    public StudyNotes Notes => _study.Notes;

    /// <summary>All trials that started up to now, in the order of their numbers. The list does not change when the study goes on.</summary>
    public IReadOnlyList<TrialRecord<T, TMetrics>> Trials => GetResult().Trials;

    /// <inheritdoc cref="Study{T}.OpenAsync"/>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => _study.OpenAsync(cancellationToken);

    /// <inheritdoc cref="Study{T}.GetResult"/>
    public StudyResult<T, TMetrics> GetResult() => new(_study.GetResult(), _reference);

    /// <inheritdoc cref="Study{T}.Enqueue(T, bool)"/>
    public int Enqueue(T config, bool again = false) => _study.Enqueue(config, again);

    /// <inheritdoc cref="Study{T}.Enqueue(SearchSpace{T}, bool)"/>
    [OverloadResolutionPriority(-1)]
    public int Enqueue(SearchSpace<T> space, bool again = false) => _study.Enqueue(space, again);

    /// <inheritdoc cref="Study{T}.RequestStop"/>
    public void RequestStop() => _study.RequestStop();

    /// <inheritdoc cref="Study{T}.RequestStopAsync"/>
    public ValueTask RequestStopAsync(CancellationToken cancellationToken = default) => _study.RequestStopAsync(cancellationToken);

    /// <inheritdoc cref="Study{T}.ExtendAsync"/>
    public ValueTask<int> ExtendAsync(int trials, CancellationToken cancellationToken = default) => _study.ExtendAsync(trials, cancellationToken);

    /// <inheritdoc cref="Study{T}.DisposeAsync"/>
    public ValueTask DisposeAsync() => _study.DisposeAsync();

    /// <summary>The name and the counts in one line.</summary>
    public override string ToString() => GetResult().ToString();

    private Trial<T, TMetrics> Typed(Trial<T> trial) => new(trial, _study.Reported);

    private static StoredOutcome Stored(in TrialOutcome<TMetrics> outcome) => outcome.State switch
    {
        TrialState.Completed => Stored(outcome.Metrics),
        TrialState.Pruned => new StoredOutcome(TrialState.Pruned, []),
        TrialState.Failed => StoredOutcome.Failed(outcome.Reason!, cause: outcome.IsInfeasible ? FailureCause.Infeasible : FailureCause.Error),
        _ => StoredOutcome.Failed($"The objective returned default(TrialOutcome<{typeof(TMetrics).Name}>), which is no outcome."),
    };

    private static StoredOutcome Stored(TMetrics metrics) => OutcomeRules.Of(MetricsVector.Of(metrics), TMetrics.Metrics.All, MetricsVector.RecordsOf(metrics));
}
