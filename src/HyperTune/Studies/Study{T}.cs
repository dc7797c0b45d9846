using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HyperTune.Metrics;
using HyperTune.Spaces.Narrowed;
using HyperTune.Studies;
using HyperTune.Studies.Engine;
using HyperTune.Text;

namespace HyperTune;

/// <summary>The search for the best config of one objective: it hands out trials, takes their outcomes and knows all of them.</summary>
/// <remarks>
/// <para>
/// Either the study runs the objective (<c>Run</c>, <c>RunAsync</c>), or the caller owns the loop (<see cref="AskAsync(CancellationToken)"/>, <see cref="TellAsync(Trial{T}, TrialOutcome, CancellationToken)"/>);
/// both can be mixed. A study can be run again: the next run goes on where the last one ended, with a budget of its own (see <see cref="Budget"/>).
/// </para>
/// <para>
/// The config of trial number n depends on the seed, on n, on the results told before and on the settings of the strategy, and on nothing else; the
/// budget of the study's first run is such a setting for <see cref="Strategy.Auto()"/> and <see cref="Strategy.Tpe()"/>. All members may be called
/// from any thread at any time, even while the study runs.
/// </para>
/// <para>
/// A study opens its storage when it is used first, and <see cref="OpenAsync"/> does so without blocking a thread. Whatever opening can throw, the
/// first use can throw as well: a <see cref="JournalException"/> or another <see cref="IOException"/> where the storage cannot be read, a
/// <see cref="SpaceChangedException"/> where the stored study was run with another search space and that is to be refused, an
/// <see cref="InvalidOperationException"/> where it has another direction or seed, or where <see cref="StudyOptions.Open"/> means another one.
/// </para>
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
public sealed partial class Study<T> : IAsyncDisposable
{
    private readonly StudyOptions _options;
    private readonly StudyDescription _description;
    private readonly AsyncGate _opening = new();
    private volatile StudyEngine? _engine;

    private readonly SearchSpace<T> _space;

    internal Study(SearchSpace<T> space, OptimizationDirection direction, StudyOptions? options = null, bool isSpaceGiven = false)
        : this(space, SingleObjective.Of(direction), options, reference: null, isSpaceGiven)
    {
    }

    internal Study(SearchSpace<T> space, MetricsDescriptor metrics, StudyOptions? options, double[]? reference = null, bool isSpaceGiven = false)
    {
        ArgumentNullException.ThrowIfNull(space);
        _options = options ?? new StudyOptions();
        _description = new StudyDescription(space, metrics, _options) { Reference = reference, IsSpaceGiven = isSpaceGiven };
        Direction = metrics.Objectives[0].Direction!.Value;
        _space = space;
        Notes = new StudyNotes(() => Engine, OpenEngineAsync);
    }

    /// <summary>The study's name.</summary>
    public string Name => _description.Name;

    /// <summary>The name as messages show it.</summary>
    internal string Title => _description.Title;

    /// <summary>Whether smaller or larger objective values are better.</summary>
    public OptimizationDirection Direction { get; }

    /// <summary>The seed, given or chosen; with it the study can be repeated.</summary>
    public long Seed => Engine.Seed;

    /// <summary>
    /// The space that is searched: the whole one, or what it was narrowed to. A stored study that was narrowed and is continued without a space says so once it
    /// is open.
    /// </summary>
    public SearchSpace<T> Space => _engine is { } engine ? (SearchSpace<T>)engine.Space : _space;

    /// <summary>What is noted of the study, such as the version of its data: texts that are kept with it.</summary>
    public StudyNotes Notes { get; }

    /// <summary>All trials that have started so far, in the order of their numbers. The list does not change when the study goes on.</summary>
    public IReadOnlyList<TrialRecord<T>> Trials => new TrialList<T>(this, Engine.Now());

    /// <summary>The completed trial whose config to use, as far as is known now; see <see cref="StudyResult{T}.Best"/>.</summary>
    /// <exception cref="InvalidOperationException">No trial has completed; the message says what happened instead.</exception>
    public TrialRecord<T> Best => GetResult().Best;

    internal MetricsDescriptor Metrics => _description.Metrics;

    /// <summary>The metric that trials report.</summary>
    internal Metric Reported => _description.Reported;

    internal bool HasPruner => _options.Pruner != Pruner.None;

    internal bool HasProgress => _options.Progress is not null;

    internal string StrategyText => _options.Strategy.ToString();

    /// <summary>The study at work, to look at it; opened by whoever uses it first.</summary>
    internal StudyEngine Engine => _engine ?? Blocking.Wait(OpenOnceAsync(forWriting: false, CancellationToken.None));

    /// <summary>The study at work, to change it.</summary>
    internal StudyEngine OpenEngine => Blocking.Wait(OpenEngineAsync(CancellationToken.None));

    /// <summary>
    /// Opens the study's storage and reads what is in it. Does nothing when the study is open already or has no storage. It need not be called: the
    /// first use opens the study, too.
    /// </summary>
    /// <remarks>
    /// Nothing is written but that trials wait again whose processes have ended (with <see cref="Open.ReadOnly"/> not even that): a study that is not there is
    /// created by its first change. When two processes do that at the same time, the second one takes the seed of the first.
    /// </remarks>
    /// <param name="cancellationToken">Ends the wait; the study can be opened again later.</param>
    /// <exception cref="IOException">The storage cannot be read or written.</exception>
    /// <exception cref="SpaceChangedException">
    /// The stored study was run with another search space, and <see cref="SharingOptions.ChangedSpace"/> refuses that.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The stored study has another direction or seed, or <see cref="StudyOptions.Open"/> asks for one that is not there, or for a new one that is.
    /// </exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default) => await OpenOnceAsync(forWriting: false, cancellationToken).ConfigureAwait(false);

    /// <summary>What is known so far. It can be called at any time: during a run, after a cancelled one, between asking and telling.</summary>
    public StudyResult<T> GetResult() => new(this, Engine.Now());

    /// <summary>
    /// Queues a config that you want tried: queued configs run in their order, before the strategy's suggestions, and count as trials. The trial
    /// gets <paramref name="config"/> itself, with all properties that are not tuned.
    /// </summary>
    /// <remarks>
    /// In a stored study a program may queue its configs at every start: the k-th call with a config stands for the k-th trial that was ever queued with
    /// it, whichever process queued it, so that none runs again.
    /// </remarks>
    /// <param name="config">The config to try.</param>
    /// <param name="again">Whether to queue it in any case, even where the study has that trial from an earlier process.</param>
    /// <returns>The number of the config's trial.</returns>
    /// <exception cref="ArgumentException">
    /// A value lies outside its range, or the config breaks a constraint; the message lists what is wrong.
    /// </exception>
    public int Enqueue(T config, bool again = false) => Blocking.Wait(EnqueueAsync(config, again));

    /// <summary>
    /// Queues one trial whose config the strategy chooses when it starts, from a part of the search space:
    /// <c>study.Enqueue(C.Space.Narrow(s => s.Solver.Only("lbfgs")))</c>.
    /// </summary>
    /// <remarks>
    /// In a stored study a program may queue its trials at every start: the k-th call with the same part stands for the k-th trial that was ever queued
    /// with it, whichever process queued it, so that none runs again. The part is kept with the trial, whichever process runs it.
    /// </remarks>
    /// <param name="space">The study's space with what it was narrowed to. Where the study itself works within a part, the trial stays within both.</param>
    /// <param name="again">Whether to queue it in any case, even where the study has that trial from an earlier process.</param>
    /// <returns>The number of the trial.</returns>
    /// <exception cref="ArgumentException">The space is no part of the study's, or has no value of a parameter in common with it.</exception>
    [OverloadResolutionPriority(-1)]
    public int Enqueue(SearchSpace<T> space, bool again = false) => Blocking.Wait(EnqueueAsync(space, again));

    /// <summary>
    /// Asks the current run to stop: no further trial starts, those that run finish, and the run ends with <see cref="StopReason.StopRequested"/>.
    /// It does nothing when nothing is running.
    /// </summary>
    public void RequestStop() => _engine?.Runs.Stop(StopReason.StopRequested);

    /// <summary>
    /// Asks every process that runs the study to start no further trial, as <see cref="RequestStop"/> does for a run of this one: what runs goes on to its end. A run
    /// that begins later does not mind.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only (<see cref="Open.ReadOnly"/>).</exception>
    public ValueTask RequestStopAsync(CancellationToken cancellationToken = default)
        => Notes.SetAsync(StudyWishes.StopNote, StudyWishes.StopText(_description.Options.TimeProvider.GetUtcNow().UtcDateTime), cancellationToken);

    /// <summary>
    /// Lets the study have more trials than the budgets of its runs say (<see cref="Budget.Trials"/>, <see cref="Budget.Completed"/>), those that go on in other
    /// processes and those to come. What was added before stays; of two who extend it in the same moment, one counts.
    /// </summary>
    /// <param name="trials">How many more; at least 1.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>How many were added in all.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only (<see cref="Open.ReadOnly"/>).</exception>
    public async ValueTask<int> ExtendAsync(int trials, CancellationToken cancellationToken = default)
    {
        Numerics.Guard.AtLeast(trials, 1, nameof(trials));
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.RefreshAsync(cancellationToken).ConfigureAwait(false);
        int more = checked(StudyWishes.MoreTrialsOf(engine.Notes) + trials);
        await Notes.SetAsync(StudyWishes.MoreTrialsNote, NumberFormat.Invariant(more), cancellationToken).ConfigureAwait(false);
        return more;
    }

    /// <summary>Closes the study's storage. Trials that are still running in this process are treated as if it had ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_engine is { } engine)
        {
            await _description.Observers.CloseAsync().ConfigureAwait(false);
            await engine.DisposeAsync().ConfigureAwait(false);
            _description.Observers.ThrowIfFailed();
        }
    }

    /// <summary>The name and the counts in one line.</summary>
    public override string ToString() => GetResult().ToString();

    internal TrialRecord<T> Read(int number, StudyMoment moment) => Typed(Engine.Reading.Look(number, moment.EndedCount, moment.ExclusionCount));

    internal TrialRecord<T> Typed(TrialView trial) => trial.ToRecord(Space, Engine.EnqueuedConfigOf(trial.Number));

    /// <summary>The study at work, to change it: a study that is in its storage from now on.</summary>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only.</exception>
    internal ValueTask<StudyEngine> OpenEngineAsync(CancellationToken cancellationToken)
    {
        return _engine is { CanWrite: true } engine && !_description.IsReadOnly ? new(engine)
            : _description.IsReadOnly ? ValueTask.FromException<StudyEngine>(new InvalidOperationException(
                $"Study '{Title}' was opened to look at it ({nameof(StudyOptions)}.{nameof(StudyOptions.Open)} is {Open.ReadOnly}); it cannot be changed."))
            : OpenOnceAsync(forWriting: true, cancellationToken);
    }

    private async ValueTask<StudyEngine> OpenOnceAsync(bool forWriting, CancellationToken cancellationToken)
    {
        await _opening.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_engine is { } before && (before.CanWrite || !forWriting))
            {
                return before;
            }

            StudyEngine opened = await StudyEngine.OpenAsync(_description, forWriting, _engine?.Seed, cancellationToken).ConfigureAwait(false);
            StudyEngine? replaced = _engine;
            _engine = opened;
            if (replaced is not null)
            {
                await replaced.DisposeAsync().ConfigureAwait(false);
            }

            return opened;
        }
        finally
        {
            _opening.Exit();
        }
    }

    internal async ValueTask<int> EnqueueAsync(T config, bool again)
    {
        StudyEngine engine = await OpenEngineAsync(CancellationToken.None).ConfigureAwait(false);
        double[] vector = VectorOf(config, "enqueued in");
        return await engine.EnqueueAsync(vector, narrowing: null, config!, again, CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<int> EnqueueAsync(SearchSpace<T> space, bool again)
    {
        ArgumentNullException.ThrowIfNull(space);
        StudyEngine engine = await OpenEngineAsync(CancellationToken.None).ConfigureAwait(false);
        SearchSpace part = SpaceParts.Intersect(engine.Space, space);
        return await engine.EnqueueAsync(SpaceParts.CommonValues(part), SpaceParts.Describe(part), config: null, again, CancellationToken.None).ConfigureAwait(false);
    }
}
