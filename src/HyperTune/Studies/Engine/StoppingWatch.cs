using System.Collections.Immutable;
using HyperTune.State;
using HyperTune.Stopping;

namespace HyperTune.Studies.Engine;

/// <summary>
/// The stopping rules of a run at work: told each end that counts, in the order in which ends count. One caller at a time, who has the turn to ask, because rules
/// may compute for long; only the verdicts may be read by anybody.
/// </summary>
internal sealed class StoppingWatch(StudySession session, TrialFeed feed, StudyDescription description)
{
    private readonly List<StoppingTrial> _untold = [];
    private ImmutableArray<StoppingRule> _rules = [];
    private SearchSpace? _space;
    private StoppingRun[] _runs = [];
    private int?[] _firstMet = [];
    private int _told;
    private int _restarts;
    private volatile StrongVerdicts _verdicts = new([]);

    /// <summary>What the rules of the last run that had any saw last.</summary>
    public ImmutableArray<StoppingVerdict> Verdicts => _verdicts.All;

    /// <summary>Whether the trials meet a rule of a run's budget, which then is over.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isStarting">Whether the strategy runs its start design, before the end of which no rule ends a run.</param>
    public bool HasEnded(StudyRun run, bool isStarting)
    {
        if (run.Budget.StopWhen.IsEmpty)
        {
            return false;
        }

        CatchUp(run, isOver: false);
        int met = isStarting ? -1 : Array.FindIndex(_runs, static rule => rule.IsMet);
        while (met >= 0 && _rules[met].IsWatched)
        {
            met = Array.FindIndex(_runs, met + 1, static rule => rule.IsMet);
        }

        if (met < 0)
        {
            return false;
        }

        lock (session.Gate)
        {
            run.Stop(_rules[met].Reason);
        }

        run.StoppedBy ??= _rules[met];
        return true;
    }

    /// <summary>Tells the rules all ends of a run that is over.</summary>
    public void End(StudyRun run)
    {
        if (run.Budget.StopWhen.IsEmpty)
        {
            Forget();
            return;
        }

        CatchUp(run, isOver: true);
        _verdicts = new([.. _rules.Select((rule, i) => new StoppingVerdict
        {
            Rule = rule,
            HasEndedRun = ReferenceEquals(rule, run.StoppedBy) && run.Reason == rule.Reason,
            IsMet = _runs[i].IsMet,
            FirstMetAt = _firstMet[i],
            Explanation = _runs[i].Explanation,
        })]);
    }

    /// <summary>Forgets what the rules of an earlier run saw.</summary>
    public void Forget() => _verdicts = new([]);

    private void CatchUp(StudyRun run, bool isOver)
    {
        SearchSpace space = run.Within ?? description.Space;
        Take(space, run.Budget.StopWhen, isOver);
        foreach (StoppingTrial trial in _untold)
        {
            for (int i = 0; i < _runs.Length; i++)
            {
                _runs[i].Tell(in trial);
                _firstMet[i] ??= _runs[i].IsMet ? trial.Result.Number : null;
            }
        }

        _untold.Clear();
    }

    private void Take(SearchSpace space, ImmutableArray<StoppingRule> rules, bool isOver)
    {
        lock (session.Gate)
        {
            // Another run with the same rules goes on where the last one ended; what a rule was told of a trial that is out now it cannot unlearn.
            if (!ReferenceEquals(space, _space) || !rules.AsSpan().SequenceEqual(_rules.AsSpan()) || feed.Restarts != _restarts)
            {
                Start(space, rules);
            }

            TrialTable trials = session.State.Trials;
            for (int count = feed.EndCount(isOver); _told < count; _told++)
            {
                int number = feed.EndAt(_told);
                if (number < 0)
                {
                    continue;
                }

                ref readonly TrialEntry entry = ref trials.Entry(number);
                if (entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsExcluded | TrialFlags.IsMisfit))
                {
                    _untold.Add(new StoppingTrial(trials.Result(number), entry.Reports.AsMemory(0, entry.ReportCount), entry.Is(TrialFlags.IsImported)));
                }
            }
        }
    }

    private void Start(SearchSpace space, ImmutableArray<StoppingRule> rules)
    {
        var context = new StoppingContext
        {
            Space = space,
            IsDeterministic = description.Options.IsDeterministic,
            Sign = description.Metrics.Objectives[0].ToLoss(1),
        };
        (_space, _rules, _restarts, _told) = (space, rules, feed.Restarts, 0);
        _runs = [.. rules.Select(rule => rule.Start(context))];
        _firstMet = new int?[rules.Length];
        _untold.Clear();
    }

    private sealed record StrongVerdicts(ImmutableArray<StoppingVerdict> All);
}
