using System.Collections.Immutable;

namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.HoldOutOpenings"/>
    public ImmutableArray<HoldOutOpening> HoldOutOpenings => _study.HoldOutOpenings;

    /// <summary>
    /// Opens a hold-out and evaluates a trial's config on it, once: that it was opened is noted in the study before the evaluation sees the data, and a second
    /// opening is refused, in whatever process.
    /// </summary>
    /// <typeparam name="TData">The type of the data.</typeparam>
    /// <typeparam name="TScore">The type of the score: the metrics, or whatever the evaluation returns.</typeparam>
    /// <param name="holdOut">The hold-out.</param>
    /// <param name="trial">The trial whose config to evaluate, for instance one of <see cref="StudyResult{T, TMetrics}.ParetoFront"/>.</param>
    /// <param name="evaluate">Evaluates a config on the data. What else is to be compared on the same data, it can evaluate as well.</param>
    /// <param name="again">Whether the hold-out may have been opened before; the result and a warning in the log then say how often.</param>
    /// <param name="cancellationToken">Ends the wait for the storage, and is passed on to the evaluation.</param>
    /// <exception cref="HoldOutOpenedException">It was opened before, and <paramref name="again"/> is <see langword="false"/>.</exception>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only.</exception>
    public Task<FinalEvaluation<TScore>> FinalEvaluateAsync<TData, TScore>(
        HoldOut<TData> holdOut,
        TrialRecord<T, TMetrics> trial,
        Func<T, TData, CancellationToken, Task<TScore>> evaluate,
        bool again = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return _study.FinalEvaluateAsync(holdOut, evaluate, _study.Trials[trial.Number], again, cancellationToken);
    }

    /// <inheritdoc cref="FinalEvaluateAsync"/>
    public FinalEvaluation<TScore> FinalEvaluate<TData, TScore>(
        HoldOut<TData> holdOut, TrialRecord<T, TMetrics> trial, Func<T, TData, TScore> evaluate, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return _study.FinalEvaluate(holdOut, evaluate, _study.Trials[trial.Number], again);
    }
}
