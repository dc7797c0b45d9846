using HyperTune.Studies;

namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T, TMetrics> RunWith<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, TMetrics> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWith(create, (trainer, config, _) => objective(trainer, config), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="Study{T}.RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, Trial{T}, TrialOutcome}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T, TMetrics> RunWith<TTrainer>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Trial<T, TMetrics>, TrialOutcome<TMetrics>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        using SlotPool<TTrainer> slots = _study.SlotsOf(create);
        return Run((config, trial) => slots.Use(trial.Inner.Abandonment, trainer => objective(trainer, config, trial)), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="Study{T}.RunWithAsync{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T, TMetrics>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, Task<TMetrics>> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(create, async (trainer, config, _, _) => await objective(trainer, config).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="Study{T}.RunWithAsync{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, CancellationToken, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T, TMetrics>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, CancellationToken, Task<TMetrics>> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(create, async (trainer, config, _, token) => await objective(trainer, config, token).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="Study{T}.RunWithAsync{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, Trial{T}, CancellationToken, Task{TrialOutcome}}, Budget, CancellationToken, SearchSpace{T})"/>
    public async Task<StudyResult<T, TMetrics>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Trial<T, TMetrics>, CancellationToken, Task<TrialOutcome<TMetrics>>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        SlotPool<TTrainer> slots = _study.SlotsOf(create);
        await using (slots.ConfigureAwait(false))
        {
            return await RunAsync(
                (config, trial, token) => slots.UseAsync(trial.Inner.Abandonment, trainer => objective(trainer, config, trial, token)), budget, cancellationToken, within).ConfigureAwait(false);
        }
    }
}
