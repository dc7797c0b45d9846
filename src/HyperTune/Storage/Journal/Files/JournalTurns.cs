using System.Diagnostics;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Lets other processes have their turn at a journal's lock. Nothing tells who waits for it and nobody is woken: waiters look again and again, and a
/// process that takes the lock back within microseconds would keep all others out for as long as it writes. So it leaves the lock alone for a moment
/// now and then, in which a waiter that looks every millisecond finds it free.
/// </summary>
internal sealed class JournalTurns
{
    // The pause is longer than the time between two looks of a waiter; together they cost a process that writes without end about 4 % of its time.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    // Who waits for longer between two looks than the others starves; but dozens of waiters that look every millisecond would keep the processors busy.
    private const int EagerLooks = 100;
    private const int LongestWait = 4;

    private long _turnStarted = Stopwatch.GetTimestamp();
    private long _released;

    /// <summary>Returns when this process may take the lock without being unfair, which mostly is at once.</summary>
    public void Begin()
    {
        if (Stopwatch.GetElapsedTime(_released) >= Pause)
        {
            _turnStarted = Stopwatch.GetTimestamp();
        }
        else if (Stopwatch.GetElapsedTime(_turnStarted) >= LongestTurn)
        {
            Thread.Sleep(Pause);
            _turnStarted = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>How long to wait before the next look at a lock that another process holds, in milliseconds.</summary>
    /// <param name="looks">How often this process has looked.</param>
    public static int PauseAfter(int looks) => looks <= EagerLooks ? 1 : LongestWait;

    /// <summary>Notes that this process has waited: what follows is a new turn.</summary>
    public void Restart() => _turnStarted = Stopwatch.GetTimestamp();

    /// <summary>Notes that the lock is free again.</summary>
    public void End() => _released = Stopwatch.GetTimestamp();
}
