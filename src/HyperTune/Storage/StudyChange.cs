using HyperTune.State;

namespace HyperTune;

/// <summary>
/// A change that a study wants: what it appends is decided at the last moment, from all that has been read by then. Made by the runtime, used by logs.
/// </summary>
public abstract class StudyChange
{
    private protected StudyChange()
    {
    }

    /// <summary>The version up to which the study has read the log.</summary>
    public abstract long Version { get; }

    /// <summary>What receives the entries that others appended.</summary>
    public abstract StudyReader Reader { get; }

    /// <summary>Whether the change is right whatever others append in the meantime; such a change is never refused.</summary>
    public abstract bool Commutes { get; }

    /// <summary>What its entries have to survive.</summary>
    public abstract StudyDurability Durability { get; }

    /// <summary>Decides what to append, from what has been read. May be called again when others were first.</summary>
    /// <returns>The entries; none when there is nothing to append.</returns>
    public abstract IReadOnlyList<ReadOnlyMemory<byte>> Decide();

    /// <summary>Says that the entries of the last decision are in the log.</summary>
    /// <param name="version">The version of the last of them.</param>
    /// <returns><see langword="false"/> when entries of others lie before them: then all entries after <see cref="Version"/> have yet to be read.</returns>
    public abstract bool TryAccept(long version);

    /// <summary>Decides, for a log that knows what entries mean.</summary>
    internal abstract IReadOnlyList<StudyEvent> DecideEvents();
}
