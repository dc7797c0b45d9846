namespace HyperTune.State.Commands;

/// <summary>Adds a trial that waits for somebody to run it, unless the study has it already.</summary>
/// <param name="Vector">Its vector.</param>
/// <param name="Occurrence">
/// Which enqueued trial with this vector it is, counted from 1: a program that is started again asks for the same ones as before. Not positive to add one
/// in any case.
/// </param>
internal readonly record struct EnqueueTrial(ReadOnlyMemory<double> Vector, int Occurrence) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        int known = Occurrence > 0 ? state.FindEnqueued(Vector.Span, Occurrence) : -1;
        if (known >= 0)
        {
            return Decision.Done(known);
        }

        events.Add(new StudyEvent
        {
            Kind = StudyEventKind.Enqueued,
            Trial = state.Trials.Count,
            Time = now,
            Point = new TrialPoint(state.OwnLayout, Vector),
        });
        return Decision.Done(state.Trials.Count);
    }
}
