using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Storage;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>A study at work, without its config type: the parts that start, report, end and show its trials. <see cref="Study{T}"/> is the typed shell.</summary>
/// <remarks>
/// Who asks has the turn of <see cref="TrialStarter.Asking"/>, because the strategy may compute for long and a log may have to be waited for; the session's gate
/// guards the trials and is held for moments, so that reports and results never wait for a suggestion.
/// </remarks>
internal sealed class StudyEngine : IAsyncDisposable
{
    private readonly StudyOptions _options;
    private readonly StudySession _session;
    private readonly TrialFeed _feed;
    private readonly TrialKeeper _keeper;
    private readonly StrategyDriver _strategy;
    private readonly TrialStarter _starter;
    private readonly TrialEnder _ender;
    private readonly StudyMetrics _metrics;
    private readonly EnqueuedConfigs _enqueued = new();
    private readonly StudyRuns _runs;
    private volatile string? _explanation;

    private StudyEngine(StudyDescription description, StudySession session, TrialFeed feed, StudyParticipant participant, long seed)
    {
        _options = description.Options;
        _session = session;
        _feed = feed;
        _metrics = StudyMetrics.Of(_options.MeterFactory);
        _keeper = new TrialKeeper(session, participant, _options);
        _strategy = new StrategyDriver(session, feed, description, seed);
        var lookout = new StudyLookout(session, _keeper, feed, description);
        _starter = new TrialStarter(session, feed, _strategy, _keeper, lookout, description);
        _ender = new TrialEnder(session, _keeper, description, _metrics);
        _runs = new StudyRuns(session, lookout, _keeper, _options);
        Space = description.Space;
        Reading = new StudyReading(session, description.Space);
        Seed = seed;
    }

    public long Seed { get; }

    /// <summary>The space that is searched: the whole one, or what it was narrowed to.</summary>
    public SearchSpace Space { get; }

    public StudyReading Reading { get; }

    public StudyRuns Runs => _runs;

    /// <summary>Opens a study: its log, and all that is in it.</summary>
    public static async ValueTask<StudyEngine> OpenAsync(StudyDescription description, CancellationToken cancellationToken)
    {
        StudyOptions options = description.Options with { Logger = PrintableLogger.Of(description.Options.Logger) };
        description = description with { Options = options };
        var participant = new StudyParticipant
        {
            Owner = ProcessIdentity.CreateToken(),
            Lease = options.Sharing.Lease,
            TimeProvider = options.TimeProvider,
            Logger = options.Logger,
        };
        StudyLog log = await StudyOpening.OpenLogAsync(description, participant, cancellationToken).ConfigureAwait(false);
        bool movesInside = options.Sharing.ChangedSpace == ChangedSpacePolicy.ContinueWithNearest;
        var state = new StudyState(description.Space.Whole, description.Metrics, movesInside, description.Reported);
        PrunerRun NewPruner() => options.Pruner.Start(new PrunerContext { StudyName = description.Name, Direction = description.Reported.Direction!.Value });
        TrialFeed feed = description.Window is { } window
            ? new OrderedTrialFeed(state.Trials, description.Metrics, description.Reported, window, NewPruner)
            : new PromptTrialFeed(state.Trials, description.Reported, NewPruner());
        var session = new StudySession(log, state, feed, description.Name, new StudyClock(log.Clock ?? options.TimeProvider));
        try
        {
            await StudyLoading.LoadAsync(session, savesSnapshot: true, cancellationToken).ConfigureAwait(false);
            long seed = await StudyOpening.SettleAsync(session, description, cancellationToken).ConfigureAwait(false);
            description = description with { Space = await StudyOpening.NarrowAsync(session, description, cancellationToken).ConfigureAwait(false) };
            var engine = new StudyEngine(description, session, feed, participant, seed);
            await engine._keeper.SettleAsync(cancellationToken).ConfigureAwait(false);
            return engine;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts the next trial: an enqueued config if there is one, else the strategy's suggestion.</summary>
    /// <param name="run">The run that asks; its budget is looked at first. <see langword="null"/> for a caller who asks one by one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The trial's number; -1 when the run is over, or when the strategy has nothing left.</returns>
    public ValueTask<int> TryAskAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        ValueTask<int> started = _starter.TryStartAsync(run, cancellationToken);
        if (!started.IsCompletedSuccessfully)
        {
            return CountAsync(started);
        }

        int number = started.Result;
        Count(number);
        return new(number);
    }

    /// <summary>Keeps a report of a running trial and tells it to the pruner, unless the trial has one for that step.</summary>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask ReportAsync(int number, TrialReport report, CancellationToken cancellationToken)
    {
        _ender.ThrowIfEnded(number, "cannot take a report any more");
        Decision decision = await _session.CommitAsync(new ReportValue(number, report, _keeper.Owner), cancellationToken).ConfigureAwait(false);
        if (decision.Kind == DecisionKind.KnownStep)
        {
            _options.Logger.ReportIgnored(number, _session.Name, report.Step);
        }
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
        => _ender.EndAsync(run, number, outcome, cancellationToken);

    /// <inheritdoc cref="TrialEnder.CancelAsync"/>
    public ValueTask<TrialState> CancelAsync(StudyRun run, int number, Exception exception) => _ender.CancelAsync(run, number, exception);

    /// <summary>Adds a trial that waits, unless the study has it from an earlier process.</summary>
    /// <param name="vector">Its vector; not a number for a parameter that is open.</param>
    /// <param name="narrowing">What the space is narrowed to for the trial, where it is enqueued by that.</param>
    /// <param name="config">
    /// The object that the user enqueued; handed to the objective as it is, with properties that are not tuned. <see langword="null"/> where the config is only
    /// made when the trial starts.
    /// </param>
    /// <param name="again">Whether to add it in any case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The trial's number.</returns>
    public async ValueTask<int> EnqueueAsync(double[] vector, SpaceOutline? narrowing, object? config, bool again, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);

        // Nobody of this process takes the trial before its config is known; other processes know the tuned values only.
        await _starter.Taking.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var enqueue = new EnqueueTrial(vector, again ? 0 : _enqueued.CountOf(vector, narrowing) + 1, narrowing);
            Decision decision = await _session.CommitAsync(in enqueue, cancellationToken).ConfigureAwait(false);
            _enqueued.Add(decision.Number, vector, narrowing, config);
            return decision.Number;
        }
        finally
        {
            _starter.Taking.Exit();
        }
    }

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

    /// <summary>Adds finished trials of another study, but for those that an earlier import has brought.</summary>
    /// <returns>How many it added.</returns>
    public async ValueTask<int> ImportAsync(IReadOnlyList<ImportedTrial> trials, CancellationToken cancellationToken)
        => (await _session.CommitAsync(new ImportTrials(trials), cancellationToken).ConfigureAwait(false)).Number;

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
                NearestNumber = trials.Front.Nearest,
                BestObservedValue = trials.Front.Best < 0 ? double.NaN : trials.Value(trials.Front.Best),
                RunningElsewhere = _keeper.CountElsewhere(),
                MisfitCount = trials.CompletedMisfits,
                StopReason = _runs.LastReason,
                Duration = _runs.Duration,
                LastFailure = trials.LastFailure,
            };
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

    /// <summary>Ends a run: results wait for the next suggestion, and after a run there may be none for long.</summary>
    public async ValueTask EndRunAsync(StudyRun run)
    {
        _runs.End(run);
        await _starter.Asking.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (run.Reason != StopReason.Faulted)
            {
                _strategy.CatchUpIfStarted();
            }
        }
        finally
        {
            _starter.Asking.Exit();
        }

        _runs.LogEnd(run, Now(), ExplainStrategy());
        await _starter.Asking.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _strategy.Forget();
        }
        finally
        {
            _starter.Asking.Exit();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        await _session.DisposeAsync().ConfigureAwait(false);
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
            _metrics.TrialStarted(_session.Name);
        }
    }
}
