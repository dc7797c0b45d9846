namespace HyperTune;

/// <content>Objectives that know the derivatives of their value and work with something costly.</content>
public sealed partial class Study<T>
{
    /// <summary>
    /// Runs an objective that works with something costly and returns a number and its derivatives, as
    /// <see cref="RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/> does.
    /// </summary>
    /// <typeparam name="TTrainer">What the objective works with; disposed of where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</typeparam>
    /// <typeparam name="TGradient">The generated <c>Gradient</c> of the config type.</typeparam>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="Run{TGradient}(Func{T, ValueTuple{double, TGradient}}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> RunWith<TTrainer, TGradient>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, (double Value, TGradient Gradient)> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWith(create, (trainer, config, _) => OutcomeOf(objective(trainer, config)), budget, cancellationToken, within);
    }

    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries the config, which may report to its trial, and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunWith{TTrainer, TGradient}(Func{string, TTrainer}, Func{TTrainer, T, ValueTuple{double, TGradient}}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> RunWith<TTrainer, TGradient>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Trial<T>, (double Value, TGradient Gradient)> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWith(create, (trainer, config, trial) => OutcomeOf(objective(trainer, config, trial)), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an asynchronous objective that works with something costly and returns a number and its derivatives, as
    /// <see cref="RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/> does.
    /// </summary>
    /// <typeparam name="TTrainer">What the objective works with; disposed of where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</typeparam>
    /// <typeparam name="TGradient">The generated <c>Gradient</c> of the config type.</typeparam>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunAsync{TGradient}(Func{T, Task{ValueTuple{double, TGradient}}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunWithAsync<TTrainer, TGradient>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(
            create, async (trainer, config, _, _) => OutcomeOf(await objective(trainer, config).ConfigureAwait(false)), budget, cancellationToken, within);
    }

    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value and the derivatives; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunWithAsync{TTrainer, TGradient}(Func{string, TTrainer}, Func{TTrainer, T, Task{ValueTuple{double, TGradient}}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunWithAsync<TTrainer, TGradient>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, CancellationToken, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(
            create,
            async (trainer, config, _, token) => OutcomeOf(await objective(trainer, config, token).ConfigureAwait(false)),
            budget,
            cancellationToken,
            within);
    }

    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">
    /// Tries the config, which may report to its trial, and returns its value and the derivatives; its token is <paramref name="cancellationToken"/>.
    /// </param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunWithAsync{TTrainer, TGradient}(Func{string, TTrainer}, Func{TTrainer, T, Task{ValueTuple{double, TGradient}}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunWithAsync<TTrainer, TGradient>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Trial<T>, CancellationToken, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(
            create,
            async (trainer, config, trial, token) => OutcomeOf(await objective(trainer, config, trial, token).ConfigureAwait(false)),
            budget,
            cancellationToken,
            within);
    }
}
