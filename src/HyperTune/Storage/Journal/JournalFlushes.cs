using HyperTune.Storage.Journal.Files;

namespace HyperTune.Storage.Journal;

/// <summary>
/// Brings what was written to the disk, once for all who wait for it. No lock of the file is held meanwhile, so that others read and write while the
/// disk works.
/// </summary>
internal sealed class JournalFlushes(JournalMedium medium)
{
    private readonly object _lock = new();
    private long _written;
    private long _flushed;
    private bool _isFlushing;
    private (long After, long UpTo, Exception Cause)? _failure;

    /// <summary>How often the disk was waited for; several writes can share one.</summary>
    public long Count { get; private set; }

    /// <summary>Notes a write.</summary>
    /// <returns>Its number.</returns>
    public long Note()
    {
        lock (_lock)
        {
            return ++_written;
        }
    }

    /// <summary>Returns when a write would survive a loss of power.</summary>
    /// <exception cref="JournalException">The disk did not say so; the write is in the file.</exception>
    public void WaitFor(long write)
    {
        while (TryBegin(write, out long target))
        {
            Exception? cause = null;
            try
            {
                medium.FlushToDisk();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                cause = exception;
            }

            End(target, cause);
        }
    }

    /// <summary>Becomes the one who flushes, unless another has done it.</summary>
    private bool TryBegin(long write, out long target)
    {
        lock (_lock)
        {
            while (_isFlushing && _flushed < write)
            {
                Monitor.Wait(_lock);
            }

            // After a failure the system believes that there is nothing left to flush, so a later success says nothing about these writes.
            if (_failure is { } failure && write > failure.After && write <= failure.UpTo)
            {
                throw new JournalException(
                    medium.Path,
                    null,
                    $"The records are in the file, but the disk did not confirm them: {failure.Cause.Message} Check the disk, and that the file ends with them.",
                    failure.Cause);
            }

            target = _written;
            return _flushed < write && (_isFlushing = true);
        }
    }

    private void End(long target, Exception? cause)
    {
        lock (_lock)
        {
            _failure = cause is null ? _failure : (_flushed, target, cause);
            _flushed = target;
            _isFlushing = false;
            Count++;
            Monitor.PulseAll(_lock);
        }
    }
}
