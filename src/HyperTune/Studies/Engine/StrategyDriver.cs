using HyperTune.Spaces.Comparison;
using HyperTune.Spaces.Narrowed;
using HyperTune.State;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>
/// The study's strategy at work: told what happened right before it is asked, asked once for each number. A run, or an enqueued trial, that is to stay within
/// a part of the space has the strategy at work over that part, which is told the same. One caller at a time, who has the turn to ask.
/// </summary>
internal sealed class StrategyDriver(StudySession session, TrialFeed feed, StudyDescription description, long seed)
{
    private readonly StudyOptions _options = description.Options;
    private readonly List<FeedEntry> _untold = [];

    // Over the study's space; over that of a run; over that of an enqueued trial, with the text that says which it is.
    private StrategyAtWork? _own;
    private StrategyAtWork? _within;
    private StrategyAtWork? _aside;
    private string? _asideFor;

    // The one that is asked, and for how many trials in all.
    private StrategyAtWork? _current;
    private int? _trialsInAll;
    private string? _decision;
    private string? _lastWords;
    private int _announced = -1;

    // Whether what was taken from the feed has been told to a strategy, and is to be repeated for the next one.
    private bool _hasStarted;
    private int _restarts;

    /// <summary>What the strategy said last about what it decided.</summary>
    public string? Explanation => _lastWords ?? _current?.Explanation;

    /// <summary>Whether the strategy still spreads its first trials, before it learns from any.</summary>
    public bool IsStarting => _current!.IsStarting;

    /// <summary>The suggestion of the last successful call.</summary>
    public ReadOnlyMemory<double> Suggestion => _current!.Suggestion;

    /// <summary>From whose checkpoint the trial of the last suggestion goes on; <see langword="null"/> for none.</summary>
    public int? Parent => _current!.Parent;

    /// <summary>Tells the strategy all that counts for the next trial; starts it, if need be.</summary>
    /// <param name="within">The part of the space in which to look; <see langword="null"/> for the study's space.</param>
    /// <param name="trialsInAll">How many trials there will be, those included that cost no budget; <see langword="null"/> when that is not known.</param>
    /// <param name="next">The number of the trial that is to start.</param>
    /// <returns>The number of a trial that has to end first; -1 for none.</returns>
    public int CatchUp(SearchSpace? within, int? trialsInAll, int next)
    {
        int late = Tell(next);
        _trialsInAll = trialsInAll;
        if (within is null)
        {
            _current = _own ??= Start(description.Space);
        }
        else
        {
            _current = _within = ReferenceEquals(_within?.Space, within) ? _within : Start(within);
        }

        _lastWords = null;
        _untold.Clear();
        LogDecision(_current);
        return late;
    }

    /// <summary>Tells a strategy that has started all that happened up to now.</summary>
    public void CatchUpIfStarted()
    {
        if (_hasStarted)
        {
            int count;
            lock (session.Gate)
            {
                count = session.State.Trials.Count;
            }

            Tell(count);
        }
    }

    /// <summary>Lets go of the strategy over a part of the space, when its run has ended. What it said last is kept.</summary>
    public void Forget()
    {
        if (_within is not null)
        {
            _lastWords = Explanation;
            _current = _own;
            _within = null;
        }
    }

    /// <summary>Has the strategy suggest a vector for a number; the second time for the same number, it is the same vector.</summary>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TrySuggest(int number, CancellationToken cancellationToken)
    {
        bool isNew = _current!.SuggestedFor != number;
        if (!_current.TrySuggest(number, cancellationToken))
        {
            return false;
        }

        if (isNew)
        {
            LogDecision(_current);
            ThrowIfOutside(_current, number);
        }

        return true;
    }

    /// <summary>A suggestion for a trial that somebody enqueued and that leaves parameters open.</summary>
    /// <param name="number">The trial.</param>
    /// <param name="narrowing">The part of the space that the trial is to stay within; <see langword="null"/> for that of the others.</param>
    /// <param name="suggestion">Receives the suggestion.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <param name="space">The space of the suggestion.</param>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TryComplete(int number, SpaceOutline? narrowing, Span<double> suggestion, CancellationToken cancellationToken, out SearchSpace space)
    {
        StrategyAtWork strategy = narrowing is null ? _current! : Aside(narrowing);
        space = strategy.Space;
        return strategy.TryComplete(number, suggestion, cancellationToken);
    }

    /// <summary>Tells the strategy at once that a trial runs which this process has just started.</summary>
    public void Announce(int number)
    {
        ReadOnlyMemory<double> vector = _current!.Suggestion;
        if (number != _current.SuggestedFor)
        {
            lock (session.Gate)
            {
                ref readonly TrialEntry entry = ref session.State.Trials.Entry(number);
                if (!entry.Is(TrialFlags.IsTeachable) || entry.Is(TrialFlags.IsAnnounced))
                {
                    return;
                }

                vector = session.State.Trials.Vector(number);
            }
        }

        _announced = number;
        _own?.Announce(number, vector.Span);
        _within?.Announce(number, vector.Span);
        _aside?.Announce(number, vector.Span);
    }

    // Where no strategy has started yet, what happened stays untold.
    private int Tell(int next)
    {
        int late;
        lock (session.Gate)
        {
            if (_restarts != feed.Restarts)
            {
                // What it was told of a trial that is out now, or waits again, a strategy cannot unlearn.
                (_own, _within, _aside, _current) = (null, null, null, null);
                (_restarts, _announced, _hasStarted) = (feed.Restarts, -1, false);
                _untold.Clear();
            }

            late = feed.Take(_untold, _announced, next);
        }

        _own?.Tell(_untold);
        _within?.Tell(_untold);
        _aside?.Tell(_untold);
        if (_hasStarted)
        {
            _untold.Clear();
        }

        return late;
    }

    private StrategyAtWork Start(SearchSpace space)
    {
        List<FeedEntry> past = _untold;
        if (_hasStarted)
        {
            past = [];
            lock (session.Gate)
            {
                feed.Repeat(past, _announced);
            }
        }

        var context = new StrategyContext
        {
            Space = space,
            Seed = unchecked((ulong)seed),
            TrialBudget = _trialsInAll,
            Parallelism = description.Window ?? _options.Parallelism,
            ObjectiveCount = description.Metrics.Objectives.Length,
            IsDeterministic = _options.IsDeterministic,
            HasOutsideTrials = past.Exists(entry => PointReader.FindOutside(space, entry.Result.Vector.Span) is not null),
        };
        var started = new StrategyAtWork(space, _options.Strategy.Start(context));
        started.Tell(past);
        _hasStarted = true;
        return started;
    }

    // Programs enqueue several trials within the same part, one after the other.
    private StrategyAtWork Aside(SpaceOutline narrowing)
    {
        if (_aside is null || _asideFor != narrowing.Canonical)
        {
            _aside = Start(SpaceParts.Restore(description.Space.Whole, narrowing));
            _asideFor = narrowing.Canonical;
        }

        return _aside;
    }

    private void ThrowIfOutside(StrategyAtWork strategy, int number)
    {
        if (!strategy.Space.Contains(strategy.Suggestion.Span))
        {
            throw new InvalidOperationException(
                $"The strategy '{_options.Strategy}' suggested a vector for trial {number} of study '{session.Title}' that the search space does not contain: "
                + $"({string.Join(", ", strategy.Suggestion.ToArray().Select(NumberFormat.Invariant))}).");
        }
    }

    private void LogDecision(StrategyAtWork strategy)
    {
        if (strategy.Decision is { } decision && decision != _decision)
        {
            _decision = decision;
            _options.Logger.StrategyExplained(session.Name, decision);
        }
    }
}
