namespace HyperTune;

/// <content>Objectives that know the derivatives of their value.</content>
public sealed partial class Study<T>
{
    /// <summary>Runs an objective that takes a config and returns a number and its derivatives, for instance for <see cref="Strategy.Gradient()"/>.</summary>
    /// <remarks>
    /// <para>The derivatives are those by the config's own values, such as the learning rate itself; the study does what a logarithmic range needs. Those that are not
    /// known are left out, and so is the whole gradient (<see langword="null"/>) where nothing is known. One that is no finite number, or of a parameter that does
    /// not exist in the config, makes a failed trial.</para>
    /// <para>With <see cref="StudyOptions.Parallelism"/> 1 everything happens on the caller's thread; with more, each further trial has a thread of its own
    /// and the objective must be safe for concurrent calls. An objective that returns no finite number makes a failed trial, and
    /// the study goes on; one that throws ends the run, unless <see cref="StudyOptions.Expected"/> names the exception.</para>
    /// </remarks>
    /// <typeparam name="TGradient">The generated <c>Gradient</c> of the config type.</typeparam>
    /// <param name="objective">Tries a config and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    /// <example><c>study.Run(config => (loss, new Config.Gradient { LearningRate = slope }), 100)</c></example>
    public StudyResult<T> Run<TGradient>(
        Func<T, (double Value, TGradient Gradient)> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Run((config, _) => OutcomeOf(objective(config)), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an objective that takes a config and its trial and returns a number and its derivatives. It can be pruned by <see cref="Trial{T}.ThrowIfPruned"/>.
    /// </summary>
    /// <param name="objective">Tries the config and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="Run{TGradient}(Func{T, ValueTuple{double, TGradient}}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> Run<TGradient>(
        Func<T, Trial<T>, (double Value, TGradient Gradient)> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Run((config, trial) => OutcomeOf(objective(config, trial)), budget, cancellationToken, within);
    }

    /// <summary>Runs an asynchronous objective that takes a config and returns a number and its derivatives.</summary>
    /// <remarks>
    /// <para>The derivatives are those by the config's own values, such as the learning rate itself; the study does what a logarithmic range needs. Those that are not
    /// known are left out, and so is the whole gradient (<see langword="null"/>) where nothing is known. One that is no finite number, or of a parameter that does
    /// not exist in the config, makes a failed trial.</para>
    /// <para>The objective is called on the thread pool, never on the caller's thread; with <see cref="StudyOptions.Parallelism"/> above 1 it must be safe
    /// for concurrent calls.</para>
    /// </remarks>
    /// <typeparam name="TGradient">The generated <c>Gradient</c> of the config type.</typeparam>
    /// <param name="objective">Tries a config and returns its value and the derivatives.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunAsync<TGradient>(
        Func<T, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, _) => OutcomeOf(await objective(config).ConfigureAwait(false)), budget, cancellationToken, within);
    }

    /// <summary>Runs an asynchronous objective that takes a config and a token and returns a number and its derivatives.</summary>
    /// <param name="objective">Tries a config and returns its value and the derivatives; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunAsync{TGradient}(Func{T, Task{ValueTuple{double, TGradient}}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunAsync<TGradient>(
        Func<T, CancellationToken, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, token) => OutcomeOf(await objective(config, token).ConfigureAwait(false)), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an asynchronous objective that takes a config, its trial and a token and returns a number and its derivatives. It can be pruned by
    /// <see cref="Trial{T}.ThrowIfPruned"/>.
    /// </summary>
    /// <param name="objective">Tries the config and returns its value and the derivatives; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunAsync{TGradient}(Func{T, Task{ValueTuple{double, TGradient}}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunAsync<TGradient>(
        Func<T, Trial<T>, CancellationToken, Task<(double Value, TGradient Gradient)>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
        where TGradient : class?, IGradient<T>?
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(
            async (config, trial, token) => OutcomeOf(await objective(config, trial, token).ConfigureAwait(false)), budget, cancellationToken, within);
    }

    private static TrialOutcome OutcomeOf<TGradient>((double Value, TGradient Gradient) found)
        where TGradient : class?, IGradient<T>?
    {
        var outcome = TrialOutcome.Completed(found.Value);
        return found.Gradient is { } gradient ? outcome.WithGradient(gradient) : outcome;
    }
}
