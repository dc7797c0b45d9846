using System.Runtime.InteropServices;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>
/// What happened, for those who learn from it: the pruner is told at once, the strategy when it is asked next, in the order in which things happened. The
/// session's gate guards it.
/// </summary>
internal sealed class TrialFeed(TrialTable trials, Metric reported, PrunerRun pruner) : IStudyFollower
{
    private readonly Queue<(int Number, bool IsEnd)> _happened = new();

    // The steps of attempts that were cut short, of which the pruner's statistics know already.
    private readonly Dictionary<int, HashSet<int>> _earlierSteps = [];

    /// <summary>Takes all that the strategy was not told yet, in its order; trials that it may not learn from are left out.</summary>
    /// <param name="entries">Receives it.</param>
    /// <param name="announced">The trial that the strategy was told of at once, when it started.</param>
    public void TakeAll(List<FeedEntry> entries, int announced)
    {
        while (_happened.TryDequeue(out (int Number, bool IsEnd) next))
        {
            ref TrialEntry entry = ref trials.Entry(next.Number);
            bool isNew = next.Number != announced && !entry.Is(TrialFlags.IsAnnounced);
            if (!entry.Is(TrialFlags.IsTeachable))
            {
                continue;
            }

            entry.Set(TrialFlags.IsAnnounced, true);
            if (isNew || next.IsEnd)
            {
                entries.Add(new FeedEntry(trials.Result(next.Number), isNew, next.IsEnd));
            }
        }
    }

    public bool ShouldPrune(int number)
    {
        ref readonly TrialEntry entry = ref trials.Entry(number);
        return entry.State == TrialState.Running && pruner.ShouldPrune(number, entry.ReportSpan);
    }

    public void Follow(in StudyEvent happened)
    {
        int number = happened.Trial;
        switch (happened.Kind)
        {
            case StudyEventKind.Started or StudyEventKind.Taken:
                _happened.Enqueue((number, IsEnd: false));
                break;
            case StudyEventKind.Released or StudyEventKind.Expired:
                NoteEarlierSteps(number);
                break;
            case StudyEventKind.Reported when !IsEarlierStep(number, happened.Report.Step):
                pruner.Report(number, happened.Report);
                break;
            case StudyEventKind.Imported:
                foreach (TrialReport report in trials.Entry(number).ReportSpan)
                {
                    pruner.Report(number, report);
                }

                End(number);
                break;
            case StudyEventKind.Ended:
                End(number);
                break;
        }
    }

    private void NoteEarlierSteps(int number)
    {
        foreach (TrialReport report in trials.Entry(number).ReportSpan)
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
        ref readonly TrialEntry entry = ref trials.Entry(number);
        double value = entry.State == TrialState.Completed ? trials.Values(number).Span[reported.Index] : double.NaN;
        pruner.Tell(number, entry.State, value, entry.ReportSpan);
    }
}
