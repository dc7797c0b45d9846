using HyperTune.State;
using HyperTune.Storage.Payloads;
using HyperTune.Studies.Diagnostics;

namespace HyperTune.Studies.Engine;

/// <summary>A command on its way through a log that others share.</summary>
internal sealed class SessionChange<TCommand>(StudySession session, TCommand command) : StudyChange
    where TCommand : struct, IStudyCommand
{
    private readonly List<StudyEvent> _events = [];
    private Decision _decision;
    private long _accepted;

    public override long Version => session.Version;

    public override StudyReader Reader => session;

    public override bool Commutes => TCommand.Commutes;

    public override StudyDurability Durability => TCommand.IsResult ? StudyDurability.Power : StudyDurability.Process;

    /// <summary>What came of the command: what was decided, unless somebody else's entry came before it and took its effect.</summary>
    public Decision Result
        => _accepted > 0 && session.IsIgnored(_accepted) ? new Decision(DecisionKind.TrialEnded, _decision.Number) : _decision;

    public override IReadOnlyList<ReadOnlyMemory<byte>> Decide()
    {
        PointLayouts layouts = session.Layouts;
        return [.. DecideEvents().Select(happened => (ReadOnlyMemory<byte>)EventPayload.Write(in happened, layouts))];
    }

    public override bool TryAccept(long version)
    {
        lock (session.Gate)
        {
            _accepted = version;
            if (session.Version == version - _events.Count)
            {
                session.Accept(_events);
            }

            // Another thread of this process may have read them already.
            return session.Version >= version;
        }
    }

    internal override IReadOnlyList<StudyEvent> DecideEvents()
    {
        lock (session.Gate)
        {
            _events.Clear();
            _decision = session.Decide(in command, _events);
            return _events;
        }
    }
}
