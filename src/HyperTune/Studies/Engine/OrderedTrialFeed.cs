using HyperTune.State;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>
/// Tells ends in the order of the trials' numbers, and each only to the suggestions and the trials that come a fixed number of trials later: so nothing depends
/// on which of the trials between ended first.
/// </summary>
/// <remarks>
/// A pruner knows, for each trial that it judges, the ends of those up to a fixed number before it. As the trials that run side by side know different numbers
/// of ends, there are as many pruners as trials that may: each serves every so many-th trial, and is told all ends once.
/// </remarks>
internal sealed class OrderedTrialFeed : TrialFeed
{
    private readonly MetricsDescriptor _metrics;
    private readonly int _window;
    private readonly Func<PrunerRun> _newPruner;
    private readonly PrunerRun[] _pruners;
    private readonly int[] _prunersTold;
    private readonly TaughtTrials _taught;

    // The steps that a trial's own pruner has been told, over all its attempts.
    private readonly Dictionary<int, HashSet<int>> _steps = [];
    private PrunerRun? _explainer;
    private int _explained;
    private int _announced;
    private int _told;
    private int _counted;
    private int _completed;
    private double _best = double.PositiveInfinity;
    private int _failures;
    private double _cost;
    private StudyRun? _run;
    private TaskCompletionSource _nextEnd = NewSignal();

    /// <param name="trials">The study's trials.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="reported">The metric that trials report.</param>
    /// <param name="window">How many trials later an end counts.</param>
    /// <param name="newPruner">Starts a pruner.</param>
    public OrderedTrialFeed(TrialTable trials, MetricsDescriptor metrics, Metric reported, int window, Func<PrunerRun> newPruner)
        : base(trials, reported)
    {
        _metrics = metrics;
        _window = window;
        _newPruner = newPruner;
        _pruners = [.. Enumerable.Range(0, window).Select(_ => newPruner())];
        _prunersTold = new int[window];
        _taught = new TaughtTrials(trials, reported.Index == metrics.Objectives[0].Index, metrics.Objectives is [var single] ? single : null);
    }

    public override Task NextEnd => _nextEnd.Task;

    public override int Take(List<FeedEntry> entries, int announced, int next)
    {
        for (; _announced < next; _announced++)
        {
            ref TrialEntry entry = ref Trials.Entry(_announced);
            bool isTeachable = entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsExcluded);
            if (isTeachable && !entry.Is(TrialFlags.IsAnnounced) && _announced != announced)
            {
                entries.Add(new FeedEntry(Predicted(_taught.ResultOf(_announced)), IsNew: true, IsEnd: false));
            }

            entry.Set(TrialFlags.IsAnnounced, isTeachable);
        }

        for (; _told <= next - _window; _told++)
        {
            ref readonly TrialEntry entry = ref Trials.Entry(_told);
            if (!TrialStates.IsEnd(entry.State))
            {
                return _told;
            }

            if (!entry.Is(TrialFlags.IsExcluded))
            {
                _taught.End(_told);
            }

            if (entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsExcluded))
            {
                entries.Add(new FeedEntry(Predicted(_taught.ResultOf(_told)), IsNew: false, IsEnd: true));
            }

            Count(_told, in entry);
        }

        return -1;
    }

    public override void Repeat(List<FeedEntry> entries, int announced)
    {
        for (int number = 0; number < Trials.Count; number++)
        {
            if (Trials.Entry(number).Is(TrialFlags.IsAnnounced) || number == announced)
            {
                entries.Add(new FeedEntry(Predicted(_taught.ResultOf(number)), IsNew: number >= _told, IsEnd: number < _told));
            }
        }
    }

    public override bool ShouldPrune(int number)
    {
        ref readonly TrialEntry entry = ref Trials.Entry(number);
        return entry.State == TrialState.Running && _pruners[number % _window].ShouldPrune(number, entry.ReportSpan);
    }

    public override void Follow(in StudyEvent happened)
    {
        int number = happened.Trial;
        switch (happened.Kind)
        {
            case StudyEventKind.Started or StudyEventKind.Taken:
                TellPruner(number % _window, number - _window);
                break;
            case StudyEventKind.Reported when IsNewStep(number, happened.Report.Step):
                _pruners[number % _window].Report(number, happened.Report);
                break;
            case StudyEventKind.Ended or StudyEventKind.Imported:
                if (happened.Kind == StudyEventKind.Ended)
                {
                    Predict(number, _pruners[number % _window]);
                }

                // Not under the gate, which is held here.
                TaskCompletionSource ended = _nextEnd;
                _nextEnd = NewSignal();
                ended.SetResult();
                break;
            case StudyEventKind.Excluded or StudyEventKind.Included or StudyEventKind.Reopened:
                Restart();
                break;
        }
    }

    // The pruners at work do not know the last ends yet, so that one of its own is told all, up to the first trial that runs.
    public override string? ExplainPruner()
    {
        _explainer ??= _newPruner();
        for (; _explained < Trials.Count && TrialStates.IsEnd(Trials.Entry(_explained).State); _explained++)
        {
            ref readonly TrialEntry entry = ref Trials.Entry(_explained);
            if (!entry.Is(TrialFlags.IsExcluded))
            {
                foreach (TrialReport report in entry.ReportSpan)
                {
                    _explainer.Report(_explained, report);
                }

                TellEnd(_explainer, _explained, in entry);
            }
        }

        return _explainer.Explanation;
    }

    public override int CompletedCount => _completed;

    public override double Cost => _cost;

    public override int EndCount(bool isOver)
    {
        int count = _told;
        while (isOver && count < Trials.Count && TrialStates.IsEnd(Trials.StateOf(count)))
        {
            count++;
        }

        return count;
    }

    public override int EndAt(int place) => place;

    public override bool HasReached(double loss) => _best <= loss;

    // It is noted before the trial ends.
    public override bool HasFailed(StudyRun run) => run.Failure is { } failure && failure.TrialNumber < _told;

    // A run does not end because of failures that ended the one before.
    public override int ConsecutiveFailures(StudyRun run)
    {
        if (_run != run)
        {
            (_run, _failures) = (run, 0);
        }

        return _failures;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // As if the study were opened only now, without the trials that were taken out and the ends that were taken back. What failed has failed all the same.
    private void Restart()
    {
        Restarts++;
        (_announced, _told, _completed, _best, _cost) = (0, 0, 0, double.PositiveInfinity, 0);
        (_explainer, _explained) = (null, 0);
        Array.Clear(_prunersTold);
        _taught.Clear();
        _steps.Clear();
        for (int place = 0; place < _window; place++)
        {
            _pruners[place] = _newPruner();
        }

        for (int number = 0; number < Trials.Count; number++)
        {
            ref TrialEntry entry = ref Trials.Entry(number);
            entry.Set(TrialFlags.IsAnnounced, false);
            if (entry.State == TrialState.Running)
            {
                TellPruner(number % _window, number - _window);
                ReportUntold(number, in entry);
            }
        }
    }

    private void Count(int number, ref readonly TrialEntry entry)
    {
        if (number >= _counted)
        {
            _failures = entry.State == TrialState.Failed && !Trials.IsInfeasible(number) ? _failures + 1 : 0;
            _counted = number + 1;
        }

        _cost += entry.Is(TrialFlags.IsImported) ? 0 : Trials.CostOf(number).GetValueOrDefault();
        if (entry.State == TrialState.Completed && !entry.Is(TrialFlags.IsImported | TrialFlags.IsExcluded))
        {
            _completed++;
        }

        if (entry.State == TrialState.Completed && !entry.Is(TrialFlags.IsMisfit | TrialFlags.IsExcluded) && Trials.Violation(number) <= 0)
        {
            Span<double> losses = stackalloc double[_metrics.Objectives.Length];
            _metrics.ToLosses(Trials.Values(number).Span, losses);
            _best = Math.Min(_best, losses[0]);
        }
    }

    private void TellPruner(int place, int last)
    {
        PrunerRun pruner = _pruners[place];
        for (; _prunersTold[place] <= last; _prunersTold[place]++)
        {
            int number = _prunersTold[place];
            ref readonly TrialEntry entry = ref Trials.Entry(number);
            if (!TrialStates.IsEnd(entry.State))
            {
                return;
            }

            if (entry.Is(TrialFlags.IsExcluded))
            {
                continue;
            }

            if (number % _window == place)
            {
                ReportUntold(number, in entry);
            }
            else
            {
                foreach (TrialReport report in entry.ReportSpan)
                {
                    pruner.Report(number, report);
                }
            }

            TellEnd(pruner, number, in entry);
            _steps.Remove(number);
        }
    }

    // A trial's own pruner has been told its reports as they came, unless the trial was imported, or the pruner started anew.
    private void ReportUntold(int number, ref readonly TrialEntry entry)
    {
        foreach (TrialReport report in entry.ReportSpan)
        {
            if (IsNewStep(number, report.Step))
            {
                _pruners[number % _window].Report(number, report);
            }
        }
    }

    private bool IsNewStep(int number, int step)
    {
        if (!_steps.TryGetValue(number, out HashSet<int>? steps))
        {
            _steps[number] = steps = [];
        }

        return steps.Add(step);
    }
}
