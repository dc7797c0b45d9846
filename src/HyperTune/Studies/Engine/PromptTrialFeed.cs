using System.Runtime.InteropServices;
using HyperTune.State;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>Tells the pruner at once and the strategy when it is asked next, in the order in which things happened.</summary>
internal sealed class PromptTrialFeed(TrialTable trials, Metric reported, Func<PrunerRun> newPruner, bool reportsFirst = true) : TrialFeed(trials, reported)
{
    private PrunerRun _pruner = newPruner();

    private readonly TaughtTrials _taught = new(trials, reportsFirst);
    private readonly Queue<(int Number, bool IsEnd)> _happened = new();

    // The steps of attempts that were cut short, of which the pruner's statistics know already.
    private readonly Dictionary<int, HashSet<int>> _earlierSteps = [];

    public override int Take(List<FeedEntry> entries, int announced, int next)
    {
        while (_happened.TryDequeue(out (int Number, bool IsEnd) happened))
        {
            ref TrialEntry entry = ref Trials.Entry(happened.Number);
            bool isNew = happened.Number != announced && !entry.Is(TrialFlags.IsAnnounced);
            if (!entry.Is(TrialFlags.IsTeachable))
            {
                continue;
            }

            entry.Set(TrialFlags.IsAnnounced, true);
            if (isNew || happened.IsEnd)
            {
                entries.Add(new FeedEntry(Predicted(_taught.ResultOf(happened.Number)), isNew, happened.IsEnd));
            }
        }

        return -1;
    }

    public override void Repeat(List<FeedEntry> entries, int announced)
    {
        // What has ended since is told by the next call of Take; until then it runs.
        HashSet<int> untold = [.. _happened.Where(static happened => happened.IsEnd).Select(static happened => happened.Number)];
        for (int number = 0; number < Trials.Count; number++)
        {
            ref readonly TrialEntry entry = ref Trials.Entry(number);
            if (entry.Is(TrialFlags.IsAnnounced) || number == announced)
            {
                bool isEnd = TrialStates.IsEnd(entry.State) && !untold.Contains(number);
                entries.Add(new FeedEntry(Predicted(_taught.ResultOf(number)), IsNew: !isEnd, isEnd));
            }
        }
    }

    public override bool ShouldPrune(int number)
    {
        ref readonly TrialEntry entry = ref Trials.Entry(number);
        return entry.State == TrialState.Running && _pruner.ShouldPrune(number, entry.ReportSpan);
    }

    public override void Follow(in StudyEvent happened)
    {
        int number = happened.Trial;
        switch (happened.Kind)
        {
            case StudyEventKind.Started or StudyEventKind.Taken:
                _happened.Enqueue((number, IsEnd: false));
                break;
            case StudyEventKind.Released or StudyEventKind.Expired or StudyEventKind.Retried:
                NoteEarlierSteps(number);
                break;
            case StudyEventKind.Reported when !IsEarlierStep(number, happened.Report.Step):
                _pruner.Report(number, happened.Report);
                break;
            case StudyEventKind.Imported:
                Report(number);
                End(number);
                break;
            case StudyEventKind.Ended:
                Predict(number, _pruner);
                End(number);
                break;
            case StudyEventKind.Excluded or StudyEventKind.Included or StudyEventKind.Reopened:
                Restart();
                break;
        }
    }

    public override string? ExplainPruner() => _pruner.Explanation;

    public override int CompletedCount => Trials.CompletedCount;

    public override double Cost => Trials.TotalCost;

    public override int EndCount(bool isOver) => Trials.EndedCount;

    public override int EndAt(int place) => Trials.EndedNumber(place) is var number && Trials.Entry(number).EndIndex == place ? number : -1;

    public override bool HasReached(double loss) => Trials.Front.Best >= 0 && Trials.Losses(Trials.Front.Best)[0] <= loss;

    public override bool HasFailed(StudyRun run) => run.Failure is not null;

    public override int ConsecutiveFailures(StudyRun run) => run.ConsecutiveFailures;

    // As if the study were opened only now, without the trials that were taken out and the ends that were taken back.
    private void Restart()
    {
        Restarts++;
        _happened.Clear();
        _earlierSteps.Clear();
        _taught.Clear();
        _pruner = newPruner();
        for (int number = 0; number < Trials.Count; number++)
        {
            ref TrialEntry entry = ref Trials.Entry(number);
            entry.Set(TrialFlags.IsAnnounced, false);
            if (entry.State == TrialState.Running)
            {
                Report(number);
            }

            if (entry.State != TrialState.Waiting && !entry.Is(TrialFlags.IsExcluded))
            {
                _happened.Enqueue((number, IsEnd: false));
            }
        }

        for (int i = 0; i < Trials.EndedCount; i++)
        {
            int number = Trials.EndedNumber(i);
            ref readonly TrialEntry entry = ref Trials.Entry(number);
            if (entry.EndIndex == i && !entry.Is(TrialFlags.IsExcluded))
            {
                Report(number);
                End(number);
            }
        }
    }

    private void Report(int number)
    {
        foreach (TrialReport report in Trials.Entry(number).ReportSpan)
        {
            _pruner.Report(number, report);
        }
    }

    private void NoteEarlierSteps(int number)
    {
        foreach (TrialReport report in Trials.Entry(number).ReportSpan)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_earlierSteps, number, out _) ??= []).Add(report.Step);
        }
    }

    private bool IsEarlierStep(int number, int step) => _earlierSteps.Count > 0 && _earlierSteps.TryGetValue(number, out HashSet<int>? steps) && steps.Contains(step);

    private void End(int number)
    {
        if (_earlierSteps.Count > 0)
        {
            _earlierSteps.Remove(number);
        }

        _happened.Enqueue((number, IsEnd: true));
        _taught.End(number);
        ref readonly TrialEntry entry = ref Trials.Entry(number);
        TellEnd(_pruner, number, in entry);
    }
}
