using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Keeps an intermediate value of a running trial; the first one of a step counts.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Report">The value.</param>
/// <param name="Owner">The process that runs it; <see langword="null"/> where there is only one.</param>
internal readonly record struct ReportValue(int Number, TrialReport Report, string? Owner) : IStudyCommand
{
    public static bool Commutes => true;

    public static bool IsResult => false;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if (TrialStates.IsEnd(state.Trials.Entry(Number).State))
        {
            return new Decision(DecisionKind.TrialEnded, Number);
        }

        if (state.Trials.HasReport(Number, Report.Step))
        {
            return new Decision(DecisionKind.KnownStep, Number);
        }

        events.Add(new StudyEvent { Kind = StudyEventKind.Reported, Trial = Number, Time = now, Report = Report, Owner = Owner });
        return Decision.Done(Number);
    }
}
