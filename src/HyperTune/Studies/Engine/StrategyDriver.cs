using System.Runtime.InteropServices;
using HyperTune.State;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>
/// The study's strategy at work: told what happened right before it is asked, asked once for each number. One caller at a time, who has the turn to ask.
/// </summary>
internal sealed class StrategyDriver(StudySession session, TrialFeed feed, StudyDescription description, long seed)
{
    private readonly StudyOptions _options = description.Options;
    private readonly List<FeedEntry> _untold = [];
    private readonly double[] _suggestion = new double[description.Space.DimensionCount];
    private StrategyContext? _context;
    private StrategyRun? _strategy;
    private string? _decision;
    private int _suggestedFor = -1;
    private int _announced = -1;
    private bool _isExhausted;
    private int _restarts;

    /// <summary>What the strategy said last about what it decided.</summary>
    public string? Explanation => _strategy?.Explanation;

    /// <summary>The suggestion of the last successful call.</summary>
    public ReadOnlyMemory<double> Suggestion => _suggestion;

    /// <summary>Tells the strategy all that counts for the next trial; starts it, if need be.</summary>
    /// <param name="trialsInAll">How many trials there will be, those included that cost no budget; <see langword="null"/> when that is not known.</param>
    /// <param name="next">The number of the trial that is to start.</param>
    /// <returns>The number of a trial that has to end first; -1 for none.</returns>
    public int CatchUp(int? trialsInAll, int next)
    {
        _context ??= new StrategyContext
        {
            Space = description.Space,
            Seed = unchecked((ulong)seed),
            TrialBudget = trialsInAll,
            Parallelism = description.Window ?? _options.Parallelism,
            ObjectiveCount = description.Metrics.Objectives.Length,
        };
        _strategy ??= _options.Strategy.Start(_context);
        int late = Tell(next);
        LogDecision(_strategy);
        return late;
    }

    /// <summary>Tells a strategy that has started all that happened up to now.</summary>
    public void CatchUpIfStarted()
    {
        if (_strategy is not null)
        {
            int count;
            lock (session.Gate)
            {
                count = session.State.Trials.Count;
            }

            Tell(count);
        }
    }

    /// <summary>Has the strategy suggest a vector for a number; the second time for the same number, it is the same vector.</summary>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TrySuggest(int number, CancellationToken cancellationToken)
    {
        // A number is asked for once, also when the trial could not be started the first time.
        if (_suggestedFor == number)
        {
            return true;
        }

        if (_isExhausted || !_strategy!.TrySuggest(number, _suggestion, cancellationToken))
        {
            _isExhausted = true;
            return false;
        }

        _suggestedFor = number;
        LogDecision(_strategy);
        return description.Space.Contains(_suggestion)
            ? true
            : throw new InvalidOperationException(
                $"The strategy '{_options.Strategy}' suggested a vector for trial {number} of study '{session.Title}' that the search space does not contain: "
                + $"({string.Join(", ", _suggestion.Select(NumberFormat.Invariant))}).");
    }

    /// <summary>A suggestion for a trial that somebody enqueued and that leaves parameters open.</summary>
    /// <returns><see langword="false"/> when the strategy has nothing left.</returns>
    public bool TryComplete(int number, Span<double> suggestion, CancellationToken cancellationToken)
        => _strategy!.TrySuggest(number, suggestion, cancellationToken);

    /// <summary>Tells the strategy at once that a trial runs which this process has just started.</summary>
    public void Announce(int number)
    {
        ReadOnlyMemory<double> vector = _suggestion;
        if (number != _suggestedFor)
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
        _strategy!.Announce(number, vector.Span);
    }

    private int Tell(int next)
    {
        int late;
        bool startsAgain;
        lock (session.Gate)
        {
            // What it was told of a trial that is out now, or waits again, a strategy cannot unlearn.
            startsAgain = _restarts != feed.Restarts;
            if (startsAgain)
            {
                (_restarts, _suggestedFor, _announced, _isExhausted) = (feed.Restarts, -1, -1, false);
            }

            late = feed.Take(_untold, _announced, next);
        }

        StrategyRun strategy = startsAgain ? _strategy = _options.Strategy.Start(_context!) : _strategy!;
        foreach (ref readonly FeedEntry entry in CollectionsMarshal.AsSpan(_untold))
        {
            if (entry.IsNew)
            {
                strategy.Announce(entry.Result.Number, entry.Result.Vector.Span);
            }

            if (entry.IsEnd)
            {
                TrialResult result = entry.Result;
                strategy.Tell(in result);
            }
        }

        _untold.Clear();
        return late;
    }

    private void LogDecision(StrategyRun strategy)
    {
        if (strategy.Decision is { } decision && decision != _decision)
        {
            _decision = decision;
            _options.Logger.StrategyExplained(session.Name, decision);
        }
    }
}
