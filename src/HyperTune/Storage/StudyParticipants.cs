using HyperTune.Storage;

namespace HyperTune;

/// <summary>Says whether the processes of participants on the same machine are alive; for storages that have no better means.</summary>
public static class StudyParticipants
{
    /// <summary>Whether the process that a participant names is alive.</summary>
    /// <param name="owner">A participant's <see cref="StudyParticipant.Owner"/>.</param>
    /// <returns><see langword="null"/> when that cannot be known, as for a process on another machine.</returns>
    public static bool? IsAlive(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return ProcessIdentity.IsAlive(owner);
    }
}
