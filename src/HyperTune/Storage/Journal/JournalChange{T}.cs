namespace HyperTune;

/// <summary>A change to a journal that returns something.</summary>
/// <typeparam name="T">What it returns.</typeparam>
internal sealed class JournalChange<T>(string workerId, Func<JournalReplay, JournalRecordWriter, T> prepare)
    : JournalChange(workerId)
{
    private T _result = default!;

    /// <summary>What the change returned; throws what it threw.</summary>
    public T Result
    {
        get
        {
            Exception?.Throw();
            return _result;
        }
    }

    public override void Prepare(JournalReplay replay, JournalRecordWriter writer)
    {
        Restart();
        try
        {
            _result = prepare(replay, writer);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
