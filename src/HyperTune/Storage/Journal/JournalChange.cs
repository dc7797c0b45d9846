using System.Runtime.ExceptionServices;

namespace HyperTune;

/// <summary>A change to a journal that waits for its batch.</summary>
internal abstract class JournalChange(string workerId)
{
    public string WorkerId { get; } = workerId;

    /// <summary>The write that has the change's records; 0 until they are written, <see langword="null"/> when it has none.</summary>
    public long? Write { get; set; }

    /// <summary>Whether the change is in the file, or has failed.</summary>
    public bool IsDone { get; private set; }

    public bool Failed => Exception is not null;

    protected ExceptionDispatchInfo? Exception { get; private set; }

    /// <summary>Writes the change's records; an exception is kept for whoever asked for the change.</summary>
    public abstract void Prepare(JournalReplay replay, JournalRecordWriter writer);

    public void Fail(Exception exception) => Exception ??= ExceptionDispatchInfo.Capture(exception);

    public void Finish() => IsDone = true;

    protected void Restart() => Exception = null;
}
