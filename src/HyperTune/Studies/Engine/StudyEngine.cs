using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HyperTune;

/// <summary>
/// A study without its config type: numbers the trials, asks the strategy, keeps what is told. <see cref="Study{T}"/> is the typed shell around it.
/// </summary>
/// <remarks>
/// Two locks. <see cref="_asking"/> serializes the strategy, which may compute for long; <see cref="_gate"/> guards the trials and is held for
/// moments, so that reports and results never wait for a suggestion. Whoever needs both takes <see cref="_asking"/> first. Starts and results reach the
/// strategy in the order in which they happened, right before the next suggestion.
/// </remarks>
internal sealed partial class StudyEngine
{
    private readonly Lock _asking = new();
    private readonly Lock _gate = new();
    private readonly StudyOptions _options;
    private readonly IStudyStorage? _storage;
    private readonly StudyMetrics _metrics;
    private readonly TrialStore _trials;
    private readonly PrunerRun _pruner;
    private readonly ConcurrentQueue<EnqueuedConfig> _queue = new();

    // Starts as the trial's number, ends as its complement: what the strategy has to be told, and in which order.
    private readonly Queue<int> _happened = new();
    private readonly Dictionary<int, object> _enqueuedConfigs = [];
    private readonly double[] _suggestion;
    private StrategyRun? _strategy;
    private volatile string? _explanation;
    private string? _decision;
    private int _suggestedFor = -1;
    private bool _isExhausted;

    public StudyEngine(SearchSpace space, OptimizationDirection direction, StudyOptions options)
    {
        Space = space;
        Direction = direction;
        Name = options.Name ?? space.Name;
        ulong seed = options.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        Clock = new StudyClock(options.TimeProvider);
        _options = options;
        _metrics = StudyMetrics.Of(options.MeterFactory);
        _trials = new TrialStore(space.DimensionCount, direction);
        _suggestion = new double[space.DimensionCount];
        _pruner = options.Pruner.Start(new PrunerContext { StudyName = Name, Direction = direction });
        _storage = options.Storage?.Open(new StudyDescription(Name, direction, seed, space, options));
        Seed = _storage?.Seed ?? seed;
        PullEvents();
    }

    public SearchSpace Space { get; }

    public OptimizationDirection Direction { get; }

    public string Name { get; }

    public ulong Seed { get; }

    public StudyClock Clock { get; }

    public void Enqueue(EnqueuedConfig config)
    {
        if (_storage is null)
        {
            _queue.Enqueue(config);
        }
        else
        {
            EnqueueStored(_storage, config);
        }
    }

    /// <summary>Starts the next trial: an enqueued config if there is one, else the strategy's suggestion.</summary>
    /// <param name="run">The run that asks; its budget is looked at first. <see langword="null"/> for a caller who asks one by one.</param>
    /// <param name="cancellationToken">Ends the wait for the strategy.</param>
    /// <param name="number">The trial's number.</param>
    /// <returns><see langword="false"/> when the run is over, or when the strategy has nothing left.</returns>
    public bool TryAsk(StudyRun? run, CancellationToken cancellationToken, out int number)
    {
        lock (_asking)
        {
            if (!(_storage is null ? TryAskAlone(run, cancellationToken, out number) : TryAskStored(_storage, run, cancellationToken, out number)))
            {
                return false;
            }

            Announce(_strategy!, number);
            _metrics.TrialStarted(Name);
            return true;
        }
    }

    /// <summary>The object that the user enqueued for the trial, or <see langword="null"/> when the strategy suggested it.</summary>
    public object? EnqueuedConfigOf(int number)
    {
        lock (_gate)
        {
            return _enqueuedConfigs.GetValueOrDefault(number);
        }
    }

    public ReadOnlyMemory<double> VectorOf(int number)
    {
        lock (_gate)
        {
            return _trials.Vector(number);
        }
    }

    /// <summary>What the strategy decided so far and why; what it said last where it is busy with a suggestion.</summary>
    public string? ExplainStrategy()
    {
        if (_asking.TryEnter())
        {
            try
            {
                _explanation = _strategy?.Explanation;
            }
            finally
            {
                _asking.Exit();
            }
        }

        return _explanation;
    }

    private bool TryAskAlone(StudyRun? run, CancellationToken cancellationToken, out int number)
    {
        number = _trials.Count;
        if (run is not null && !MayStart(run))
        {
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        StrategyRun strategy = ReadyStrategy(run);
        if (_queue.TryPeek(out EnqueuedConfig? enqueued))
        {
            enqueued.Vector.CopyTo(_suggestion, 0);
        }
        else if (!TrySuggest(strategy, number, cancellationToken))
        {
            Stop(run, StopReason.SpaceExhausted);
            return false;
        }

        Start(number, enqueued, run);
        return true;
    }

    /// <summary>The strategy, told all that happened up to now.</summary>
    private StrategyRun ReadyStrategy(StudyRun? run)
    {
        _strategy ??= _options.Strategy.Start(new StrategyContext
        {
            Space = Space,
            Seed = Seed,
            TrialBudget = TrialsInAll(run),
            Parallelism = _options.Parallelism,
        });
        TellStrategy(_strategy);
        LogDecision(_strategy);
        return _strategy;
    }

    // Trials that cost no budget have numbers, too: those imported, and in memory those of earlier runs. A stored study's budget counts all its own.
    private int? TrialsInAll(StudyRun? run)
        => run?.Budget.Trials is { } budget ? budget + (_storage is null ? _trials.Count - run.StartedTrials : _trials.ImportedCount) : null;

    private bool TrySuggest(StrategyRun strategy, int number, CancellationToken cancellationToken)
    {
        // A number is asked for once, also when the storage could not start the trial the first time.
        if (_suggestedFor == number)
        {
            return true;
        }

        if (_isExhausted || !strategy.TrySuggest(number, _suggestion, cancellationToken))
        {
            _isExhausted = true;
            return false;
        }

        _suggestedFor = number;
        LogDecision(strategy);
        return Space.Contains(_suggestion)
            ? true
            : throw new InvalidOperationException(
                $"The strategy '{_options.Strategy}' suggested a vector for trial {number} of study '{Name}' that the search space does not contain: "
                + $"({string.Join(", ", _suggestion.Select(NumberFormat.Invariant))}).");
    }

    private void LogDecision(StrategyRun strategy)
    {
        if (strategy.Decision is { } decision && decision != _decision)
        {
            _decision = decision;
            _options.Logger.StrategyExplained(Name, decision);
        }
    }

    private void TellStrategy(StrategyRun strategy)
    {
        while (true)
        {
            int happened;
            TrialResult result = default;
            lock (_gate)
            {
                if (!_happened.TryDequeue(out happened))
                {
                    return;
                }

                if (happened < 0)
                {
                    result = _trials.Result(~happened);
                }
            }

            if (Announce(strategy, happened < 0 ? ~happened : happened) && happened < 0)
            {
                strategy.Tell(in result);
            }
        }
    }

    /// <summary>Tells the strategy that a trial runs, if it does not know yet.</summary>
    /// <returns><see langword="false"/> when the strategy is not to know of the trial at all.</returns>
    private bool Announce(StrategyRun strategy, int number)
    {
        ReadOnlyMemory<double> vector;
        lock (_gate)
        {
            ref TrialEntry entry = ref _trials.Entry(number);
            if (!entry.IsKnowledge || entry.IsAnnounced)
            {
                return entry.IsKnowledge;
            }

            entry.IsAnnounced = true;
            vector = _trials.Vector(number);
        }

        strategy.Announce(number, vector.Span);
        return true;
    }

    private void Start(int number, EnqueuedConfig? enqueued, StudyRun? run)
    {
        lock (_gate)
        {
            var entry = new TrialEntry { StartedAt = Clock.Elapsed.Ticks, IsEnqueued = enqueued is not null, IsKnowledge = true };
            _trials.Add(_suggestion, in entry);
            _happened.Enqueue(number);
            if (enqueued is not null)
            {
                _enqueuedConfigs.Add(number, enqueued.Config);
                _queue.TryDequeue(out _);
            }

            if (run is not null)
            {
                run.StartedTrials++;
            }
        }
    }
}
