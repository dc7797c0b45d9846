using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.State.Commands;

/// <summary>Keeps an intermediate value of a running trial; the first one of a step counts.</summary>
/// <param name="Number">The trial.</param>
/// <param name="Report">The value.</param>
/// <param name="Owner">The process that runs it; <see langword="null"/> where there is only one.</param>
/// <param name="Metrics">All metrics at that step; <see langword="null"/> where the value is all that is known.</param>
internal readonly record struct ReportValue(int Number, TrialReport Report, string? Owner, double[]? Metrics = null) : IStudyCommand
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

        var reported = new StudyEvent { Kind = StudyEventKind.Reported, Trial = Number, Time = now, Report = Report, Owner = Owner };
        events.Add(Metrics is null ? reported : reported with { ReportedMetrics = [new ReportedMetrics(Report.Step, Metrics)] });
        return Decision.Done(Number);
    }
}
