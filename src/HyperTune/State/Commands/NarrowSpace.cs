using HyperTune.Spaces.Comparison;

namespace HyperTune.State.Commands;

/// <summary>Notes what the search space is narrowed to, if the log says something else.</summary>
/// <param name="Narrowing">The values that the parameters are left, of those that do not keep all; no parameters for the whole space.</param>
internal readonly record struct NarrowSpace(SpaceOutline Narrowing) : IStudyCommand
{
    public static bool Commutes => false;

    public static bool IsResult => true;

    public Decision Decide(StudyState state, DateTime now, List<StudyEvent> events)
    {
        if ((state.DeclaredNarrowing?.Canonical ?? "") != Narrowing.Canonical)
        {
            events.Add(new StudyEvent { Kind = StudyEventKind.Narrowed, Time = now, Narrowing = Narrowing });
        }

        return Decision.Done(0);
    }
}
