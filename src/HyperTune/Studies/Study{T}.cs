using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The search for the best config of one objective: it hands out trials, takes their outcomes and knows all of them.</summary>
/// <remarks>
/// <para>
/// Either the study runs the objective (<c>Run</c>, <c>RunAsync</c>), or the caller owns the loop (<see cref="AskAsync"/>, <see cref="TellAsync"/>);
/// both can be mixed. A study can be run again: the next run goes on where the last one ended, with a budget of its own (see <see cref="Budget"/>).
/// </para>
/// <para>
/// The config of trial number n depends on the seed, on n, on the results told before and on the settings of the strategy, and on nothing else; the
/// budget of the study's first run is such a setting for <see cref="Strategy.Auto()"/> and <see cref="Strategy.Tpe()"/>. All members may be called
/// from any thread at any time, also while the study runs.
/// </para>
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
public sealed partial class Study<T>
{
    private readonly StudyOptions _options;
    private readonly StudyEngine _engine;

    internal Study(SearchSpace<T> space, OptimizationDirection direction, StudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        _options = options ?? new StudyOptions();
        _engine = new StudyEngine(space, direction, _options);
        Space = space;
    }

    /// <summary>The study's name.</summary>
    public string Name => _engine.Name;

    /// <summary>Whether smaller or larger objective values are better.</summary>
    public OptimizationDirection Direction => _engine.Direction;

    /// <summary>The seed, given or chosen; with it the study can be repeated.</summary>
    public ulong Seed => _engine.Seed;

    /// <summary>The space that is searched.</summary>
    public SearchSpace<T> Space { get; }

    /// <summary>All trials that started up to now, in the order of their numbers. The list does not change when the study goes on.</summary>
    public IReadOnlyList<TrialRecord<T>> Trials => new TrialList<T>(this, _engine.Now());

    /// <summary>The completed trial whose config to use, as far as is known now; see <see cref="StudyResult{T}.Best"/>.</summary>
    /// <exception cref="InvalidOperationException">No trial has completed; the message says what happened instead.</exception>
    public TrialRecord<T> Best => GetResult().Best;

    /// <summary>What is known up to now. Can be called at any time: during a run, after a cancelled one, between asking and telling.</summary>
    public StudyResult<T> GetResult() => new(this, _engine.Now());

    /// <summary>
    /// Queues a config that somebody wants tried: queued configs run in their order before the strategy's suggestions, and count as trials. The trial
    /// gets <paramref name="config"/> itself, with all properties that are not tuned.
    /// </summary>
    /// <param name="config">The config to try.</param>
    /// <exception cref="ArgumentException">
    /// A value lies outside its range, or the config breaks a constraint; the message lists what is wrong.
    /// </exception>
    public void Enqueue(T config)
    {
        ArgumentNullException.ThrowIfNull(config);
        ImmutableArray<ValidationError> errors = Space.Validate(config);
        if (!errors.IsEmpty)
        {
            throw new ArgumentException(
                $"The config cannot be enqueued in study '{Name}', because it is not in the search space: {string.Join(" ", errors)}",
                nameof(config));
        }

        double[] vector = new double[Space.DimensionCount];
        Space.Encode(config, vector);
        _engine.Enqueue(new EnqueuedConfig(vector, config));
    }

    /// <summary>
    /// Asks the current run to stop: no further trial starts, those that run finish, and the run ends with <see cref="StopReason.StopRequested"/>.
    /// Does nothing when no run is going on.
    /// </summary>
    public void RequestStop() => _engine.RequestStop();

    /// <summary>The name and the counts in one line.</summary>
    public override string ToString() => GetResult().ToString();

    internal string Strategy => _options.Strategy.ToString();

    internal string? StrategyExplanation => _engine.ExplainStrategy();

    internal BestTrial ChooseBest(StudyMoment moment) => _engine.ChooseBest(moment);

    internal string Describe(int number) => Space.Format(_engine.VectorOf(number).Span);

    internal TrialRecord<T> Read(int number, int finishedCount) => _engine.Read(Space, number, finishedCount);

    internal void Report(int number, TrialReport report) => _engine.Report(number, report);

    internal bool ShouldPrune(int number) => _engine.ShouldPrune(number);
}
