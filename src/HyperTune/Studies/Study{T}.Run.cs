using HyperTune.Spaces.Narrowed;
using HyperTune.State;
using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>Runs an objective that takes a config and returns a number.</summary>
    /// <remarks>
    /// With <see cref="StudyOptions.Parallelism"/> 1 everything happens on the caller's thread; with more, each further trial has a thread of its own
    /// and the objective must be safe for concurrent calls. An objective that returns no finite number makes a failed trial, and
    /// the study goes on; one that throws ends the run, unless <see cref="StudyOptions.Expected"/> names the exception.
    /// </remarks>
    /// <param name="objective">Tries a config and returns its value.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further trial starts. To end running trials too, let the objective look at the token.
    /// </param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <returns>What the study knows when the run has ended.</returns>
    /// <exception cref="ArgumentException">
    /// The budget limits nothing, the strategy cannot work on the space, or <paramref name="within"/> is no part of it or has no value of a parameter in common
    /// with what the study was narrowed to.
    /// </exception>
    /// <exception cref="InvalidOperationException">The study is running already.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    /// <exception cref="TrialFailedException">
    /// The objective threw what <see cref="StudyOptions.Expected"/> does not name; the study keeps its trials.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the study keeps its trials.</exception>
    public StudyResult<T> Run(
        Func<T, double> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Run((config, _) => objective(config), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an objective that takes a config and its trial, so that it can report intermediate values, be pruned or fail with a reason.
    /// </summary>
    /// <param name="objective">Tries the config and returns the outcome; a number stands for a completed trial.</param>
    /// <remarks>
    /// With <see cref="StudyOptions.Parallelism"/> 1 everything happens on the caller's thread; with more, each further trial has a thread of its own
    /// and the objective must be safe for concurrent calls. An objective that returns no finite number makes a failed trial, and
    /// the study goes on; one that throws ends the run, unless <see cref="StudyOptions.Expected"/> names the exception.
    /// </remarks>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further trial starts. To end running trials too, let the objective look at the token.
    /// </param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="Run(Func{T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    public StudyResult<T> Run(
        Func<T, Trial<T>, TrialOutcome> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Run((config, trial) => Stored(Engine, trial.Number, objective(config, trial)), budget, cancellationToken, within);
        return GetResult();
    }

    /// <summary>Runs an objective whose outcomes are as they are kept.</summary>
    internal void Run(Func<T, Trial<T>, StoredOutcome> objective, Budget budget, CancellationToken cancellationToken, SearchSpace<T>? within)
    {
        StudyEngine engine = OpenEngine;
        new RunLoop<T>(this, engine, _options, budget, Within(engine, within), isBlocking: true, cancellationToken).Run(objective);
    }

    /// <summary>Runs an asynchronous objective that takes a config and returns a number.</summary>
    /// <remarks>
    /// The objective is called on the thread pool, never on the caller's thread; with <see cref="StudyOptions.Parallelism"/> above 1 it must be safe
    /// for concurrent calls. One that computes for long without awaiting is better given to <c>Run</c>, which has a thread for each parallel trial.
    /// An objective that returns no finite number makes a failed trial, and the study goes on; one that throws ends the run, unless
    /// <see cref="StudyOptions.Expected"/> names the exception.
    /// </remarks>
    /// <param name="objective">Tries a config and returns its value.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further trial starts, and trials that end because of it count as <see cref="TrialState.Cancelled"/>. In a study with a
    /// <see cref="StudyOptions.Storage"/> they wait instead: the next run starts with them.
    /// </param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <returns>What the study knows when the run has ended.</returns>
    /// <exception cref="ArgumentException">
    /// The budget limits nothing, the strategy cannot work on the space, or <paramref name="within"/> is no part of it or has no value of a parameter in common
    /// with what the study was narrowed to.
    /// </exception>
    /// <exception cref="InvalidOperationException">The study is running already.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    /// <exception cref="TrialFailedException">
    /// The objective threw what <see cref="StudyOptions.Expected"/> does not name; the study keeps its trials.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the study keeps its trials.</exception>
    public Task<StudyResult<T>> RunAsync(
        Func<T, Task<double>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, _) => await objective(config).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <summary>Runs an asynchronous objective that takes a config and a token and returns a number.</summary>
    /// <param name="objective">Tries a config and returns its value; its token is <paramref name="cancellationToken"/>.</param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further trial starts, and trials that end because of it count as <see cref="TrialState.Cancelled"/>. In a study with a
    /// <see cref="StudyOptions.Storage"/> they wait instead: the next run starts with them.
    /// </param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public Task<StudyResult<T>> RunAsync(
        Func<T, CancellationToken, Task<double>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return RunAsync(async (config, _, token) => await objective(config, token).ConfigureAwait(false), budget, cancellationToken, within);
    }

    /// <summary>
    /// Runs an asynchronous objective that takes a config, its trial and a token, so that it can report intermediate values, be pruned or fail with a
    /// reason.
    /// </summary>
    /// <param name="objective">
    /// Tries the config and returns the outcome; a number stands for a completed trial. Its token is <paramref name="cancellationToken"/>.
    /// </param>
    /// <param name="budget">When the run ends; a number stands for that many trials.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further trial starts, and trials that end because of it count as <see cref="TrialState.Cancelled"/>. In a study with a
    /// <see cref="StudyOptions.Storage"/> they wait instead: the next run starts with them.
    /// </param>
    /// <param name="within">
    /// The part of the study's space that the run's trials stay within, for instance <c>C.Space.Narrow(s => s.Rate.Fix(0.01))</c>; the strategy learns from all
    /// trials of the study. Trials that were enqueued run as they are. <see langword="null"/> for all of the study's space.
    /// </param>
    /// <inheritdoc cref="RunAsync(Func{T, Task{double}}, Budget, CancellationToken, SearchSpace{T})"/>
    public async Task<StudyResult<T>> RunAsync(
        Func<T, Trial<T>, CancellationToken, Task<TrialOutcome>> objective,
        Budget budget,
        CancellationToken cancellationToken = default,
        SearchSpace<T>? within = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        await RunAsync(
            async (config, trial, token) => Stored(Engine, trial.Number, await objective(config, trial, token).ConfigureAwait(false)), budget, cancellationToken, within).ConfigureAwait(false);
        return GetResult();
    }

    /// <summary>Runs an asynchronous objective whose outcomes are as they are kept.</summary>
    internal async Task RunAsync(
        Func<T, Trial<T>, CancellationToken, Task<StoredOutcome>> objective,
        Budget budget,
        CancellationToken cancellationToken,
        SearchSpace<T>? within)
    {
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await new RunLoop<T>(this, engine, _options, budget, Within(engine, within), isBlocking: false, cancellationToken).RunAsync(objective).ConfigureAwait(false);
    }

    // A part that is all of the study's space is none.
    private static SearchSpace? Within(StudyEngine engine, SearchSpace<T>? part)
        => part is not null && SpaceParts.Intersect(engine.Space, part) is var within && !ReferenceEquals(within, engine.Space) ? within : null;
}
