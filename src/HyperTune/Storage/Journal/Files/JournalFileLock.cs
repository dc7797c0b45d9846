using System.Diagnostics;

namespace HyperTune;

/// <summary>
/// The right to append to a journal: whoever creates the entry <c>&lt;journal&gt;.lock</c> has it. Excludes both kinds of lock that Optuna takes, because
/// these, too, fail where an entry of any kind exists.
/// </summary>
/// <remarks>
/// The entry is a regular file that names its holder: on this machine, the lock of a process that has died is broken at once, and that of one that lives
/// never. Any other one is broken when its entry has not changed for the grace period, judged by this process's own steady clock and by the entry
/// itself, never by what a link points to.
/// </remarks>
internal sealed class JournalFileLock(string journalPath, TimeSpan gracePeriod)
{
    // Error numbers of the operating systems, which is what an IOException has as its result.
    private const int FileExists = 17;
    private const int FileExistsOnWindows = unchecked((int)0x80070050);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    private readonly string _path = journalPath + ".lock";
    private string? _token;
    private long _acquired;
    private LockEntry? _observed;
    private long _observedSince;

    /// <summary>Makes one attempt, which also removes a lock whose holder is dead.</summary>
    /// <returns>Whether the lock is held now.</returns>
    public bool TryAcquire()
    {
        if (TryCreate())
        {
            return true;
        }

        return TryBreak() && TryCreate();
    }

    /// <summary>Gives the lock back: renamed first, so that of several who believe they hold it only one removes it.</summary>
    public void Release()
    {
        // Only a holder that stood still for long can have lost its lock to another.
        if (_token is not null && IsHeld())
        {
            try
            {
                Remove();
            }
            catch (FileNotFoundException)
            {
                // Somebody removed the entry by hand: it is as free as it should be, and what was written under it stays written.
            }
        }

        _token = null;
    }

    /// <summary>Whether the entry is still this holder's.</summary>
    public bool IsHeld() => Stopwatch.GetElapsedTime(_acquired) < gracePeriod / 2 || LockEntry.Read(_path)?.Token == _token;

    private bool TryCreate()
    {
        string token = ProcessIdentity.CreateToken();
        try
        {
            using var handle = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(handle, System.Text.Encoding.ASCII.GetBytes(token + LockEntry.TokenEnd), 0);
        }
        catch (IOException exception) when (IsAny(exception, FileExists, FileExistsOnWindows))
        {
            return false;
        }
        catch (IOException exception) when (IsAny(exception, WouldBlock, WouldBlockOnMac))
        {
            // The entry was made, and before it could be filled, a waiter looked whether it is the stale one that it wants to remove.
            File.Delete(_path);
            return false;
        }

        _token = token;
        _acquired = Stopwatch.GetTimestamp();
        _observed = null;
        return true;
    }

    private static bool IsAny(IOException exception, int one, int other) => exception.HResult == one || exception.HResult == other;

    private bool TryBreak()
    {
        LockEntry? entry = LockEntry.Read(_path);
        if (entry is null)
        {
            return true;
        }

        if (entry != _observed)
        {
            _observed = entry;
            _observedSince = Stopwatch.GetTimestamp();
        }

        // A holder that is known to live gets all the time it needs: taking its lock would make two writers.
        bool? isAlive = entry.Token is { } token ? ProcessIdentity.IsAlive(token) : null;
        bool isStale = isAlive is null ? Stopwatch.GetElapsedTime(_observedSince) >= gracePeriod : !isAlive.Value;
        return isStale && TryRemove(entry);
    }

    /// <summary>Removes the entry if it is still the stale one, and not a lock that another waiter has taken since.</summary>
    private bool TryRemove(LockEntry stale)
    {
        try
        {
            // The stale entry itself is what waiters exclude each other by, so that nobody removes the next holder's lock. A link that points
            // nowhere cannot be opened; nobody but an old Optuna leaves one.
            using FileStream? guard = stale.IsDanglingLink ? null : new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.None);
            if (!stale.IsStillAt(_path))
            {
                return false;
            }

            Remove();
            return true;
        }
        catch (IOException)
        {
            // Another waiter is just removing it.
            return false;
        }
    }

    private void Remove()
    {
        string renamed = $"{_path}{Guid.NewGuid():D}.rename";
        File.Move(_path, renamed, overwrite: true);
        File.Delete(renamed);
    }
}
