using HyperTune.Spaces.Comparison;

namespace HyperTune.State.Commands;

/// <summary>Adds a trial that waits for somebody to run it, unless the study has it already.</summary>
/// <param name="Vector">Its vector; not a number for a parameter that is open.</param>
/// <param name="Occurrence">
/// Which enqueued trial with this vector it is, counted from 1: a program that is started again asks for the same ones as before. Not positive to add one
/// in any case.
/// </param>
/// <param name="Narrowing">
/// What the search space is narrowed to for the trial, where whoever runs it chooses what is open; <see langword="null"/> for nothing.
/// </param>
internal readonly record struct EnqueueTrial(ReadOnlyMemory<double> Vector, int Occurrence, SpaceOutline? Narrowing = null) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        int known = Occurrence > 0 ? state.FindEnqueued(Vector.Span, Occurrence, Narrowing) : -1;
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
            Narrowing = Narrowing,
        });
        return Decision.Done(state.Trials.Count);
    }
}
