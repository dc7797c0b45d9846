using HyperTune.State;

namespace HyperTune;

/// <summary>Receives the entries of a log. Made by the runtime, used by logs.</summary>
public abstract class StudyReader
{
    private protected StudyReader()
    {
    }

    /// <summary>The version of the last entry that was taken in, by whichever thread; 0 where the reader does not keep count.</summary>
    internal virtual long Version => 0;

    /// <summary>Takes in an entry. One that is known already is ignored, so a log may hand over more than it was asked for.</summary>
    /// <param name="version">The entry's place in the log, counted from 1 without gaps.</param>
    /// <param name="payload">The bytes that were appended.</param>
    /// <exception cref="InvalidDataException">The bytes are no entry of a study, or an entry is missing before it.</exception>
    public abstract void Read(long version, ReadOnlySpan<byte> payload);

    /// <summary>Takes in an entry of a log that knows what it means.</summary>
    internal abstract void Read(long version, in StudyEvent happened);
}
