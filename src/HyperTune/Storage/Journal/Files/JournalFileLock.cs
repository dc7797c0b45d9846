using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

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
    private readonly string _path = journalPath + ".lock";
    private string? _token;
    private long _acquired;
    private LockEntry? _observed;
    private long _observedSince;

    /// <summary>Makes one attempt, which also removes a lock whose holder is dead.</summary>
    /// <returns>Whether the lock is held now.</returns>
    public bool TryAcquire()
    {
        // It could not be given back the last time, and nobody else will remove the lock of a process that lives.
        Release();
        if (TryCreate())
        {
            return true;
        }

        return TryBreak() && TryCreate();
    }

    /// <summary>Gives the lock back.</summary>
    public void Release()
    {
        // Only a holder that stood still for long can have lost its lock to another.
        if (_token is not null && IsHeld())
        {
            Remove();
        }

        _token = null;
    }

    /// <summary>Whether the entry is still this holder's.</summary>
    public bool IsHeld()
    {
        if (Stopwatch.GetElapsedTime(_acquired) < gracePeriod / 2)
        {
            return true;
        }

        LockEntry? entry;
        while ((entry = LockEntry.Read(_path)) is { IsGuarded: true })
        {
            // A waiter is looking whether it may remove the entry, and will find that it may not.
            Thread.Sleep(1);
        }

        return entry is not null && entry.Token == _token;
    }

    /// <summary>Who has the lock, as far as it was seen, and what can be done about it.</summary>
    public string DescribeHolder()
    {
        string after = string.Create(CultureInfo.InvariantCulture, $"it is broken when it does not change for {gracePeriod.TotalSeconds:0.###} s.");
        return _observed switch
        {
            null => "Another program keeps the file to itself.",
            { LinkTarget: not null } => $"The lock '{_path}' is a link, as Optuna makes it, and does not say whose; {after}",
            { Token: { } token } when ProcessIdentity.IsAlive(token) == true =>
                $"The lock '{_path}' is held by {ProcessIdentity.Describe(token)}, which lives. Wait for it, or end it.",
            { Token: { } token } => $"The lock '{_path}' is held by {ProcessIdentity.Describe(token)}; {after}",
            _ => $"The lock '{_path}' does not say whose it is; {after}",
        };
    }

    private bool TryCreate()
    {
        string token = ProcessIdentity.CreateToken();

        // From before the attempt: whoever stands still right after it has held the lock for as long as the others see the entry.
        long started = Stopwatch.GetTimestamp();
        try
        {
            using var handle = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            WriteToken(handle, token);
        }
        catch (IOException exception) when (FileErrors.IsExistingEntry(exception))
        {
            return false;
        }
        catch (IOException exception) when (FileErrors.IsInUse(exception))
        {
            // The entry was made, and before it could be filled, a waiter looked whether it is the stale one that it wants to remove. It is not, and
            // stays where it is until this line.
            File.Delete(_path);
            return false;
        }

        _token = token;
        _acquired = started;
        _observed = null;
        return true;
    }

    private void WriteToken(SafeFileHandle handle, string token)
    {
        try
        {
            RandomAccess.Write(handle, Encoding.ASCII.GetBytes(token + LockEntry.TokenEnd), 0);
        }
        catch (IOException)
        {
            // A full disk, mostly. Nobody holds this lock, and nobody could see that.
            Forget();
            throw;
        }
    }

    // Why the lock could not be had says more than why it could not be removed; without a holder's name it is broken after the grace period.
    private void Forget()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _observed = null;
        }
    }

    private bool TryBreak()
    {
        if (FileStatus.Read(_path) is { Kind: FileKind.Directory or FileKind.Special })
        {
            throw new JournalException(
                journalPath, null, $"'{_path}' is in the place of the lock, and is neither a file nor a link: nobody will ever give it back. Move it away.");
        }

        LockEntry? entry = LockEntry.Read(_path);
        if (entry is null)
        {
            return true;
        }

        if (entry.IsGuarded)
        {
            // Another waiter is about to remove it.
            return false;
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
    public bool TryRemove(LockEntry stale)
    {
        try
        {
            using FileStream? guard = OpenGuard(stale);
            bool isGuarded = stale.LinkTarget is not null || (guard is not null && LockEntry.ReadToken(guard.SafeFileHandle) == stale.Token);
            if (!isGuarded || !stale.IsStillAt(_path))
            {
                return false;
            }

            Remove();
            return true;
        }
        catch (IOException)
        {
            // Another waiter is just removing it, or has.
            return false;
        }
    }

    /// <summary>
    /// Opens what waiters exclude each other by when they remove a stale lock, so that none of them removes the next holder's: the stale file itself or,
    /// for a link, the journal, which those who read and write it wait for.
    /// </summary>
    /// <returns><see langword="null"/> when there is a link only: nobody has written the journal yet.</returns>
    private FileStream? OpenGuard(LockEntry stale)
    {
        string path = stale.LinkTarget is null ? _path : journalPath;

        // Elsewhere a file can be renamed at any time; Windows has to be told.
        FileShare share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        return stale.LinkTarget is null || File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, share) : null;
    }

    private void Remove()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_path);
            return;
        }

        // There, a deleted file keeps its name for as long as a waiter has it open.
        string renamed = $"{_path}{Guid.NewGuid():D}.rename";
        try
        {
            File.Move(_path, renamed, overwrite: true);
            File.Delete(renamed);
        }
        catch (FileNotFoundException)
        {
            // Somebody removed the entry by hand: it is as free as it should be, and what was written under it stays written.
        }
    }
}
