using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// One wait for a journal that somebody else keeps. It is said in the log when it lasts, and it ends with the caller's token or after the stated time.
/// </summary>
/// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
/// <param name="logger">Where to say that it lasts.</param>
/// <param name="cancellationToken">Ends the wait.</param>
internal sealed class JournalWait(TimeSpan timeout, ILogger logger, CancellationToken cancellationToken)
{
    private const int LogFactor = 10;
    private const int LongestPause = 100;

    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _nextLog = TimeSpan.FromSeconds(1);

    /// <summary>A wait for as long as it takes, without a word.</summary>
    public static JournalWait Endless => new(Timeout.InfiniteTimeSpan, NullLogger.Instance, CancellationToken.None);

    public ILogger Logger => logger;

    /// <summary>Such a wait that does not end with the caller's token.</summary>
    public JournalWait WithoutCancellation() => new(timeout, logger, CancellationToken.None);

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Opens a medium for reading, as soon as nobody keeps it to himself, and does something with it.</summary>
    /// <param name="medium">The medium.</param>
    /// <param name="gate">Held while it is open, and not while it is waited for.</param>
    /// <param name="read">What to do.</param>
    /// <returns><see langword="false"/> when there is no journal.</returns>
    public bool TryRead(JournalMedium medium, Lock gate, Action read)
    {
        for (int attempt = 1; ; attempt++)
        {
            lock (gate)
            {
                if (medium.TryOpenForReading(out bool isBusy))
                {
                    try
                    {
                        read();
                        return true;
                    }
                    finally
                    {
                        medium.Close();
                    }
                }

                if (!isBusy)
                {
                    return false;
                }
            }

            Pause(Math.Min(attempt, LongestPause), medium);
        }
    }

    /// <summary>Waits for a moment.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <param name="medium">What is waited for.</param>
    /// <exception cref="OperationCanceledException">The caller does not want to wait any longer.</exception>
    /// <exception cref="JournalException">The time is over; the message names the holder.</exception>
    public void Pause(int milliseconds, JournalMedium medium)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
        if (timeout != Timeout.InfiniteTimeSpan && elapsed >= timeout)
        {
            throw new JournalException(
                medium.Path,
                null,
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"The journal was not free for {timeout.TotalSeconds:0.###} s ({nameof(JournalStorage)}.{nameof(JournalStorage.LockTimeout)}). ")
                    + medium.DescribeHolder());
        }

        if (elapsed >= _nextLog)
        {
            _nextLog *= LogFactor;
            logger.JournalNotFree(medium.Path, elapsed, medium.DescribeHolder());
        }

        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.WaitHandle.WaitOne(milliseconds);
            cancellationToken.ThrowIfCancellationRequested();
        }
        else
        {
            Thread.Sleep(milliseconds);
        }
    }
}
