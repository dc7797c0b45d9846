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
    private readonly TrialDirectories _directories;
    private readonly TrialFileCleaner _cleaner;
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
        ArtifactStore? artifacts = _options.Artifacts ?? (_options.Storage is { } storage ? storage.Artifacts : new MemoryArtifactStore());
        _directories = new TrialDirectories(artifacts);
        _cleaner = new TrialFileCleaner(session, _options, artifacts, _directories);
        Files = new TrialFileStore(session, _keeper, _ender, artifacts, _cleaner, _directories);
        Reading = new StudyReading(session, description.Space, Files);
        Seed = seed;
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

    public StudyRuns Runs => _runs;

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
        ValueTask<int> started = _cleaner.HasToBegin ? BegunAsync(run, cancellationToken) : _starter.TryStartAsync(run, cancellationToken);
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
    {
        ValueTask<StoredOutcome> ending = _ender.EndAsync(run, number, outcome, cancellationToken);
        return _cleaner.IsTidying ? TidiedAsync(ending) : ending;
    }

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

    /// <summary>Writes a note of the study, or removes it where there is no text.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async ValueTask<bool> NoteAsync(string name, string? text, CancellationToken cancellationToken)
    {
        // Against what others noted meanwhile.
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return (await _session.CommitAsync(new SetNote(name, text), cancellationToken).ConfigureAwait(false)).Kind == DecisionKind.Done;
    }

    /// <summary>Takes a trial that ended out of the study or, without a reason, takes it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has not ended.</exception>
    public async ValueTask ExcludeAsync(int number, string? reason, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        Decision decision = await _session.CommitAsync(new ExcludeTrial(number, reason), cancellationToken).ConfigureAwait(false);
        switch (decision.Kind)
        {
            case DecisionKind.Nothing:
                throw _ender.NoSuchTrial(number);
            case DecisionKind.TrialOpen:
                throw new InvalidOperationException(
                    $"Trial {number} of study '{_session.Title}' has not ended: only a trial that ended can be taken out, or back.");
        }
    }

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
                Duration = _runs.Duration,
                Notes = _session.State.Notes,
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
        _directories.Dispose();
        await _session.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> BegunAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        await _cleaner.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await _starter.TryStartAsync(run, cancellationToken).ConfigureAwait(false);
    }

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
            _metrics.TrialStarted(_session.Name);
        }
    }
}
