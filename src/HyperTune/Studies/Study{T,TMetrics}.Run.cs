namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <summary>Runs an objective that takes a config and returns its metrics.</summary>
    /// <param name="objective">Tries a config and returns its metrics.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Study{T}.Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T, TMetrics> Run(
        Func<T, TMetrics> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ThrowIfTargeted(budget);
        _study.Run((config, _) => Stored(objective(config)), budget, cancellationToken, within);
        return GetResult();
    }

    /// <summary>Runs an objective that takes a config and its trial, so that it can report intermediate metrics, be pruned or fail with a reason.</summary>
    /// <param name="objective">Tries the config and returns the outcome; metrics alone stand for a completed trial.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Study{T}.Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T, TMetrics> Run(
        Func<T, Trial<T, TMetrics>, TrialOutcome<TMetrics>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ThrowIfTargeted(budget);
        _study.Run((config, trial) => Stored(objective(config, Typed(trial))), budget, cancellationToken, within);
        return GetResult();
    }

    /// <summary>Runs an asynchronous objective that takes a config and returns its metrics.</summary>
    /// <param name="objective">Tries a config and returns its metrics.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Study{T}.RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T, TMetrics>> RunAsync(
        Func<T, Task<TMetrics>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, _) => await objective(config).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <summary>Runs an asynchronous objective that takes a config and a token and returns its metrics.</summary>
    /// <param name="objective">Tries a config and returns its metrics; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Study{T}.RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T, TMetrics>> RunAsync(
        Func<T, CancellationToken, Task<TMetrics>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, token) => await objective(config, token).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an asynchronous objective that takes a config, its trial and a token, so that it can report intermediate metrics, be pruned or fail with a
    /// reason.
    /// </summary>
    /// <param name="objective">
    /// Tries the config and returns the outcome; metrics alone stand for a completed trial. Its token is <paramref name="cancellationToken"/>.
    /// </param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Study{T}.RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public async Task<StudyResult<T, TMetrics>> RunAsync(
        Func<T, Trial<T, TMetrics>, CancellationToken, Task<TrialOutcome<TMetrics>>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ThrowIfTargeted(budget);
        await _study.RunAsync(
            async (config, trial, token) => Stored(await objective(config, Typed(trial), token).ConfigureAwait(false)), budget, cancellationToken, within).ConfigureAwait(false);
        return GetResult();
    }

    private static void ThrowIfTargeted(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        if (!budget.StopWhen.IsEmpty && TMetrics.Metrics.Objectives.Length > 1)
        {
            throw new ArgumentException(
                $"The rules of {nameof(Budget)}.{nameof(Budget.StopWhen)} judge one objective, but {TMetrics.Metrics.Name} has {TMetrics.Metrics.Objectives.Length}: give "
                + $"trials, a time or a cost.",
                nameof(budget));
        }

        if (budget.TargetValue is not null && TMetrics.Metrics.Objectives.Length > 1)
        {
            throw new ArgumentException(
                $"{nameof(Budget)}.{nameof(Budget.TargetValue)} is of one number, but {TMetrics.Metrics.Name} has {TMetrics.Metrics.Objectives.Length} objectives: give "
                + $"trials or a time, and look at {nameof(StudyResult<,>.ParetoFront)} or {nameof(StudyResult<,>.Choose)} then.",
                nameof(budget));
        }
    }
}
