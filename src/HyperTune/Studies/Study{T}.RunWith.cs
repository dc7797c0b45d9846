using HyperTune.Studies;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Runs an objective that works with something costly, such as a model on a graphics card or a connection: each slot (<see cref="StudyOptions.Slots"/>) gets
    /// one of its own, which is used for one trial after the other and disposed of at the end of the run.
    /// </summary>
    /// <remarks>
    /// What an objective that throws leaves behind is not trusted: the slot gets a new one for its next trial. One is created when its slot has its first trial,
    /// on the thread of that trial; an exception from that counts as one of the objective. <inheritdoc cref="Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})" path="/remarks/node()"/>
    /// </remarks>
    /// <typeparam name="TTrainer">What the objective works with; disposed of where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</typeparam>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> RunWith<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, double> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWith(create, (trainer, config, _) => objective(trainer, config), budget, cancellationToken, within);
    }

    /// <summary>Runs an objective that works with something costly and takes the trial, as <see cref="RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/> does.</summary>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries the config and returns the outcome; a number stands for a completed trial.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <inheritdoc cref="RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> RunWith<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, Trial<T>, TrialOutcome> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        using var slots = new SlotPool<TTrainer>(_options, create);
        return Run((config, trial) => slots.Use(trial.Abandonment, trainer => objective(trainer, config, trial)), budget, cancellationToken, within);
    }

    /// <summary>Runs an asynchronous objective that works with something costly, as <see cref="RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/> does.</summary>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    /// <typeparam name="TTrainer">What the objective works with; disposed of where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</typeparam>
    /// <inheritdoc cref="RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, Task<double>> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(create, async (trainer, config, _, _) => await objective(trainer, config).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="RunWithAsync{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">Tries a config and returns its value; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    public Task<StudyResult<T>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create, Func<TTrainer, T, CancellationToken, Task<double>> objective, Budget budget, CancellationToken cancellationToken = default, SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunWithAsync(create, async (trainer, config, _, token) => await objective(trainer, config, token).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <inheritdoc cref="RunWithAsync{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    /// <param name="create">Creates one for a slot, by the slot's name.</param>
    /// <param name="objective">
    /// Tries the config and returns the outcome; a number stands for a completed trial. Its token is <paramref name="cancellationToken"/>.
    /// </param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">Ends the run: no further trial starts, and the objective's token is cancelled.</param>
    /// <param name="within">The part of the study's space that the run's trials stay within; <see langword="null"/> for all of it.</param>
    public async Task<StudyResult<T>> RunWithAsync<TTrainer>(
        Func<string, TTrainer> create,
        Func<TTrainer, T, Trial<T>, CancellationToken, Task<TrialOutcome>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var slots = new SlotPool<TTrainer>(_options, create);
        await using (slots.ConfigureAwait(false))
        {
            return await RunAsync(
                (config, trial, token) => slots.UseAsync(trial.Abandonment, trainer => objective(trainer, config, trial, token)), budget, cancellationToken, within).ConfigureAwait(false);
        }
    }

    /// <summary>What the run of a study of several metrics works with.</summary>
    internal SlotPool<TTrainer> SlotsOf<TTrainer>(Func<string, TTrainer> create) => new(_options, create);
}
