using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>Follows what happens in a study.</summary>
internal interface IStudyFollower
{
    /// <summary>Takes note of something that has just changed the state; the session's gate is held.</summary>
    void Follow(in StudyEvent happened);
}
