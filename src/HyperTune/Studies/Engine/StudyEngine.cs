using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>A study at work, without its config type: the parts that start, report, end and show its trials. <see cref="Study{T}"/> is the typed shell.</summary>
/// <remarks>
/// Who asks has the turn of <see cref="TrialStarter.Asking"/>, because the strategy may compute for long and a log may have to be waited for; the session's gate
/// guards the trials and is held for moments, so that reports and results never wait for a suggestion.
/// </remarks>
internal sealed partial class StudyEngine : IAsyncDisposable
{
    private readonly StudyOptions _options;
    private readonly StudySession _session;
    private readonly TrialFeed _feed;
    private readonly TrialKeeper _keeper;
    private readonly StrategyDriver _strategy;
    private readonly TrialStarter _starter;
    private readonly TrialEnder _ender;
    private readonly StudyNews _news;
    private readonly StudyObservers _observers;
    private readonly LogWatch _watch;
    private readonly TrialDirectories _directories;
    private readonly TrialFileCleaner _cleaner;
    private readonly TrialCosts _costs = new();
    private readonly StoppingWatch _stopping;
    private readonly EnqueuedConfigs _enqueued = new();
    private readonly StudyRuns _runs;
    private readonly FailedTrials _failed;
    private volatile string? _explanation;

    private StudyEngine(StudyDescription description, StudySession session, TrialFeed feed, StudyParticipant participant, long seed)
    {
        _options = description.Options;
        _session = session;
        _feed = feed;
        _observers = description.Observers;
        _news = new StudyNews(session, description, StudyMetrics.Of(_options.MeterFactory));
        _watch = new LogWatch(session, _options);
        _keeper = new TrialKeeper(session, participant, _options);
        _strategy = new StrategyDriver(session, feed, description, seed);
        var lookout = new StudyLookout(session, _keeper, feed, description);
        _stopping = new StoppingWatch(session, feed, description);
        _starter = new TrialStarter(session, feed, _strategy, _stopping, _keeper, lookout, description);
        _ender = new TrialEnder(session, _keeper, _news, _costs, _options);
        _runs = new StudyRuns(session, lookout, _keeper);
        Space = description.Space;
        ArtifactStore? artifacts = _options.Artifacts ?? (_options.Storage is { } storage ? storage.Artifacts : new MemoryArtifactStore());
        _directories = new TrialDirectories(artifacts);
        _cleaner = new TrialFileCleaner(session, _options, artifacts, _directories);
        Files = new TrialFileStore(session, _keeper, _ender, artifacts, _cleaner, _directories);
        Reading = new StudyReading(session, description.Space, Files, _options.IsDeterministic);
        _failed = new FailedTrials(session, _ender, Reading, _options);
        Seed = seed;
        Scores = new StudyScores(session, seed);
        _observers.Open(session.State, Reading, _keeper, () => _runs.Stop(StopReason.Faulted));
        session.Observers = _observers;
    }

    public long Seed { get; }

    /// <summary>The space that is searched: the whole one, or what it was narrowed to.</summary>
    public SearchSpace Space { get; }

    /// <summary>
    /// Whether the study may be changed through this engine: it is not when its storage does not have the study yet, or has it with another space or without
    /// a seed, which is written down with the first change.
    /// </summary>
    public required bool CanWrite { get; init; }

    public StudyReading Reading { get; }

    /// <summary>What trials save beside their results.</summary>
    public TrialFileStore Files { get; }

    /// <summary>What its configs are scored over.</summary>
    public StudyScores Scores { get; }

    public StudyRuns Runs => _runs;

    /// <summary>The search space that the log declared last; <see langword="null"/> when it declared none.</summary>
    public SpaceOutline? DeclaredSpace
    {
        get
        {
            lock (_session.Gate)
            {
                return _session.State.DeclaredLayout?.Outline;
            }
        }
    }

    /// <summary>The study's notes as they are now.</summary>
    public ImmutableSortedDictionary<string, string> Notes
    {
        get
        {
            lock (_session.Gate)
            {
                return _session.State.Notes;
            }
        }
    }

    /// <summary>Starts the next trial: an enqueued config if there is one, else the strategy's suggestion.</summary>
    /// <param name="run">The run that asks; its budget is looked at first. <see langword="null"/> for a caller who asks one by one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The trial's number; -1 when the run is over, or when the strategy has nothing left.</returns>
    public ValueTask<int> TryAskAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        if (!_observers.IsQuiet)
        {
            return AskObservedAsync(run, cancellationToken);
        }

        ValueTask<int> started = StartAsync(run, cancellationToken);
        if (!started.IsCompletedSuccessfully)
        {
            return CountAsync(started);
        }

        int number = started.Result;
        Count(number);
        return new(number);
    }

    /// <summary>Keeps a report of a running trial and tells it to the pruner, unless the trial has one for that step.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="report">The value of the metric that trials report.</param>
    /// <param name="metrics">All metrics at that step; <see langword="null"/> where they are not known.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask ReportAsync(int number, TrialReport report, double[]? metrics, CancellationToken cancellationToken)
    {
        _ender.ThrowIfEnded(number, "cannot take a report any more");
        Decision decision = await _session.CommitAsync(new ReportValue(number, report, _keeper.Owner, metrics), cancellationToken).ConfigureAwait(false);
        if (decision.Kind == DecisionKind.KnownStep)
        {
            _options.Logger.ReportIgnored(number, _session.Name, report.Step);
        }

        await _observers.RoomAsync().ConfigureAwait(false);
    }

    /// <summary>Adds to what a running trial has cost.</summary>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void AddCost(int number, double cost)
    {
        _ender.ThrowIfEnded(number, "cannot cost more any more");
        _costs.Add(number, cost);
    }

    /// <summary>What the pruner says about a running trial.</summary>
    public bool ShouldPrune(int number)
    {
        lock (_session.Gate)
        {
            return _feed.ShouldPrune(number);
        }
    }

    /// <inheritdoc cref="TrialEnder.EndAsync"/>
    public ValueTask<StoredOutcome> EndAsync(StudyRun? run, int number, StoredOutcome outcome, CancellationToken cancellationToken = default)
        => ObservedAsync(Tidied(_ender.EndAsync(run, number, outcome, cancellationToken)), run);

    /// <inheritdoc cref="FailedTrials.FailAsync"/>
    public ValueTask<StoredOutcome> FailAsync(StudyRun run, int number, StoredOutcome failed, object? config)
        => ObservedAsync(Tidied(_failed.FailAsync(run, number, failed, config)), run);

    /// <inheritdoc cref="FailedTrials.TimeOutAsync"/>
    public ValueTask<StoredOutcome> TimeOutAsync(StudyRun run, int number, StoredOutcome failed)
        => ObservedAsync(Tidied(_failed.TimeOutAsync(run, number, failed)), run);

    /// <inheritdoc cref="TrialEnder.CancelAsync"/>
    public ValueTask<TrialState> CancelAsync(StudyRun run, int number, Exception exception) => ObservedAsync(_ender.CancelAsync(run, number, exception), run);

    /// <summary>The object that the user enqueued for the trial, or <see langword="null"/> when nobody of this process did.</summary>
    public object? EnqueuedConfigOf(int number) => _enqueued[number];

    /// <summary>The trial's vector, and why its values are not in the space of now.</summary>
    public (ReadOnlyMemory<double> Vector, string? Misfit) PointOf(int number)
    {
        lock (_session.Gate)
        {
            return (_session.State.Trials.Vector(number), _session.State.Points.Misfit(number));
        }
    }

    /// <summary>What is wrong with the derivatives at a trial's config; <see langword="null"/> for nothing, or where the config does not fit the space.</summary>
    public string? FindGradientFault(int number, ReadOnlySpan<double> derivatives)
    {
        lock (_session.Gate)
        {
            return number < 0 || number >= _session.State.Trials.Count || _session.State.Points.Misfit(number) is not null
                ? null
                : GradientRules.FindFault(Space, _session.State.Trials.Vector(number).Span, derivatives);
        }
    }

    /// <summary>How much of the log was read; it grows with everything that happens.</summary>
    public long Version => _session.Version;

    /// <summary>Reads what others have done.</summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken) => _session.RefreshAsync(cancellationToken);

    /// <summary>The moment, to read the study later as it is now.</summary>
    public StudyMoment Now()
    {
        lock (_session.Gate)
        {
            TrialTable trials = _session.State.Trials;
            return new StudyMoment
            {
                TrialCount = trials.Count,
                EndedCount = trials.EndedCount,
                Front = trials.Front.Numbers,
                ExclusionCount = _session.State.Exclusions.Count,
                NearestNumber = trials.Front.Nearest,
                BestObservedValue = trials.Front.Best < 0 ? double.NaN : trials.Value(trials.Front.Best),
                RunningElsewhere = _keeper.CountElsewhere(),
                MisfitCount = trials.CompletedMisfits,
                StopReason = _runs.LastReason,
                Verdicts = _stopping.Verdicts,
                Duration = _runs.Duration,
                Notes = _session.State.Notes,
                LastFailure = trials.LastFailure,
            };
        }
    }

    /// <summary>What the pruner says about what it did; <see langword="null"/> for nothing.</summary>
    public string? ExplainPruner()
    {
        lock (_session.Gate)
        {
            return _options.Pruner == Pruner.None ? null : _feed.ExplainPruner();
        }
    }

    /// <summary>What the strategy decided so far and why; what it said last where it is busy with a suggestion.</summary>
    public string? ExplainStrategy()
    {
        if (_starter.Asking.TryEnter())
        {
            try
            {
                _explanation = _strategy.Explanation;
            }
            finally
            {
                _starter.Asking.Exit();
            }
        }

        return _explanation;
    }

    private ValueTask<int> StartAsync(StudyRun? run, CancellationToken cancellationToken)
        => _cleaner.HasToBegin ? BegunAsync(run, cancellationToken) : _starter.TryStartAsync(run, cancellationToken);

    private async ValueTask<int> BegunAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        await _cleaner.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await _starter.TryStartAsync(run, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<StoredOutcome> Tidied(ValueTask<StoredOutcome> ending) => _cleaner.IsTidying ? TidiedAsync(ending) : ending;

    private async ValueTask<StoredOutcome> TidiedAsync(ValueTask<StoredOutcome> ending)
    {
        StoredOutcome outcome = await ending.ConfigureAwait(false);
        await _cleaner.TidyAsync().ConfigureAwait(false);
        return outcome;
    }

    private async ValueTask<int> CountAsync(ValueTask<int> started)
    {
        int number = await started.ConfigureAwait(false);
        Count(number);
        return number;
    }

    private void Count(int number)
    {
        if (number >= 0)
        {
            _news.Started();
        }
    }
}
