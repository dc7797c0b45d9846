namespace HyperTune.Tests;

public sealed class JournalFileLockTests : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    private string LockPath => Journal + ".lock";

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Lock_is_held_by_one_at_a_time_and_leaves_nothing_behind()
    {
        var first = new JournalFileLock(Journal, Never);
        var second = new JournalFileLock(Journal, Never);
        Assert.True(first.TryAcquire());
        Assert.False(second.TryAcquire());
        Assert.True(first.IsHeld());
        first.Release();
        Assert.True(second.TryAcquire());
        second.Release();
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void Lock_of_a_live_foreign_holder_is_respected_whatever_its_kind()
    {
        var waiter = new JournalFileLock(Journal, Never);
        File.Create(LockPath).Dispose();
        Assert.False(waiter.TryAcquire());
        File.Delete(LockPath);
        File.CreateSymbolicLink(LockPath, Journal);
        Assert.False(waiter.TryAcquire());
        File.Create(Journal).Dispose();
        Assert.False(waiter.TryAcquire());
        Assert.True(LockEntry.Exists(LockPath));
    }

    [Theory]
    [InlineData("absolute")]
    [InlineData("relative")]
    [InlineData("dangling")]
    [InlineData("file")]
    public void Lock_that_did_not_change_for_the_grace_period_is_broken(string kind)
    {
        File.Create(Journal).Dispose();
        switch (kind)
        {
            case "file":
                File.Create(LockPath).Dispose();
                break;
            default:
                // The link that Optuna makes for d/s.journal lies in d and says d/s.journal: it points nowhere.
                File.CreateSymbolicLink(LockPath, kind switch { "absolute" => Journal, "relative" => "s.journal", _ => "d/s.journal" });
                break;
        }

        var waiter = new JournalFileLock(Journal, TimeSpan.FromMilliseconds(200));
        Assert.False(waiter.TryAcquire());
        Assert.True(SpinWait.SpinUntil(waiter.TryAcquire, TimeSpan.FromSeconds(30)));
        waiter.Release();
        Assert.Equal([Journal], Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void Lock_that_keeps_changing_hands_is_never_broken()
    {
        var waiter = new JournalFileLock(Journal, TimeSpan.FromMilliseconds(150));
        for (int i = 0; i < 30; i++)
        {
            File.WriteAllText(LockPath, $"{i}");
            Assert.False(waiter.TryAcquire());
            Thread.Sleep(10);
            File.Delete(LockPath);
        }
    }

    [Fact]
    public void Lock_of_a_dead_process_is_broken_at_once()
    {
        string token = ProcessIdentity.CreateToken();
        string[] parts = token.Split('-');
        File.WriteAllText(LockPath, $"{parts[0]}-{parts[1]}-{int.MaxValue}.1-1\n");
        var waiter = new JournalFileLock(Journal, Never);
        Assert.True(waiter.TryAcquire());
        waiter.Release();

        // The number lives and belongs to another process than the one that wrote the lock.
        File.WriteAllText(LockPath, $"{parts[0]}-{parts[1]}-{Environment.ProcessId}.1-1\n");
        Assert.True(waiter.TryAcquire());
        waiter.Release();

        // This process lives, and is waited for without end.
        File.WriteAllText(LockPath, token + "\n");
        var impatient = new JournalFileLock(Journal, TimeSpan.Zero);
        Assert.False(impatient.TryAcquire());
        Assert.False(impatient.TryAcquire());
        File.WriteAllText(LockPath, $"{parts[0]}-othermachine-{int.MaxValue}.1-1\n");
        Assert.False(waiter.TryAcquire());
    }

    [Fact]
    public void Release_leaves_the_lock_of_another_alone()
    {
        var stalled = new JournalFileLock(Journal, TimeSpan.Zero);
        Assert.True(stalled.TryAcquire());
        File.WriteAllText(LockPath, "another holder");
        Assert.False(stalled.IsHeld());
        stalled.Release();
        Assert.Equal("another holder", File.ReadAllText(LockPath));
    }

    [Fact]
    public void Release_of_a_lock_that_was_deleted_by_hand_succeeds()
    {
        var holder = new JournalFileLock(Journal, Never);
        Assert.True(holder.TryAcquire());
        File.Delete(LockPath);
        holder.Release();
        Assert.False(LockEntry.Exists(LockPath));
    }

    [Fact]
    public void Lock_that_goes_away_between_two_looks_is_no_lock()
    {
        File.Create(LockPath).Dispose();
        FileInfo looked = LookedAt();
        File.Delete(LockPath);
        Assert.Null(LockEntry.Read(looked));

        Directory.CreateDirectory(_directory.File("sub"));
        File.Create(_directory.File("sub/s.lock")).Dispose();
        looked = new FileInfo(_directory.File("sub/s.lock"));
        Assert.True(looked.Exists);
        Directory.Delete(_directory.File("sub"), recursive: true);
        Assert.Null(LockEntry.Read(looked));
    }

    [Fact]
    public void Lock_that_becomes_another_between_two_looks_is_that_one_or_none()
    {
        // A link that points nowhere takes the place of a file, and a file that of a link.
        File.Create(LockPath).Dispose();
        FileInfo looked = LookedAt();
        File.Delete(LockPath);
        File.CreateSymbolicLink(LockPath, "d/s.journal");
        Assert.Equal("d/s.journal", LockEntry.Read(looked)?.LinkTarget);
        looked = LookedAt();
        File.Delete(LockPath);
        File.WriteAllText(LockPath, "token\n");
        Assert.Equal((null, "token"), (LockEntry.Read(looked)?.LinkTarget, LockEntry.Read(looked)?.Token));
    }

    [Fact]
    public void Lock_that_a_waiter_examines_is_neither_taken_nor_lost()
    {
        var stalled = new JournalFileLock(Journal, TimeSpan.Zero);
        Assert.True(stalled.TryAcquire());
        using (new FileStream(LockPath, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.True(LockEntry.Read(LockPath)!.IsGuarded);
            Assert.False(new JournalFileLock(Journal, TimeSpan.Zero).TryAcquire());
        }

        Assert.True(stalled.IsHeld());
        stalled.Release();
        Assert.False(LockEntry.Exists(LockPath));
    }

    [Fact]
    public void Looking_at_a_lock_that_changes_all_the_time_never_fails()
    {
        const int Looks = 20_000;
        File.Create(Journal).Dispose();
        using var end = new CancellationTokenSource();
        var changes = new Thread(() =>
        {
            for (int i = 0; !end.IsCancellationRequested; i++)
            {
                switch (i % 3)
                {
                    case 0:
                        File.WriteAllText(LockPath, "token\n");
                        break;
                    default:
                        File.CreateSymbolicLink(LockPath, i % 3 == 1 ? Journal : "d/s.journal");
                        break;
                }

                File.Move(LockPath, LockPath + ".rename", overwrite: true);
                File.Delete(LockPath + ".rename");
            }
        });
        changes.Start();
        try
        {
            for (int i = 0; i < Looks; i++)
            {
                if (LockEntry.Read(LockPath) is { } entry)
                {
                    _ = entry.IsStillAt(LockPath);
                }
            }
        }
        finally
        {
            end.Cancel();
            changes.Join();
        }
    }

    [Theory]
    [InlineData("dead process")]
    [InlineData("file")]
    [InlineData("link")]
    public void Waiter_that_another_one_gets_ahead_of_leaves_the_next_holder_s_lock_alone(string kind)
    {
        // One waiter has looked at the lock of somebody who died, and before it removes it, another one does, and has the lock.
        File.Create(Journal).Dispose();
        Leave();
        LockEntry stale = LockEntry.Read(LockPath)!;
        var slow = new JournalFileLock(Journal, TimeSpan.Zero);
        var next = new JournalFileLock(Journal, TimeSpan.Zero);
        if (kind == "dead process")
        {
            Assert.True(next.TryAcquire());
            Assert.False(slow.TryRemove(stale));
            Assert.True(next.IsHeld());
            next.Release();
        }
        else
        {
            // Optuna's locks say nothing of their holder, and all look alike but for their time.
            do
            {
                File.Delete(LockPath);
                Leave();
            }
            while (LockEntry.Read(LockPath) == stale);
            LockEntry held = LockEntry.Read(LockPath)!;
            Assert.False(slow.TryRemove(stale));
            Assert.Equal(held, LockEntry.Read(LockPath));
            Assert.True(slow.TryRemove(held));
        }

        Assert.Equal([Journal], Directory.GetFileSystemEntries(_directory.Path));

        void Leave()
        {
            string[] parts = ProcessIdentity.CreateToken().Split('-');
            switch (kind)
            {
                case "link":
                    File.CreateSymbolicLink(LockPath, Journal);
                    break;
                default:
                    File.WriteAllText(LockPath, kind == "file" ? "" : $"{parts[0]}-{parts[1]}-{int.MaxValue}.1-1\n");
                    break;
            }
        }
    }

    [Fact]
    public void Locks_of_holders_that_die_are_inherited_by_one_waiter_each()
    {
        const int Waiters = 4;
        const int Each = 150;
        string[] parts = ProcessIdentity.CreateToken().Split('-');
        int inside = 0;
        int overlaps = 0;
        int deaths = 0;
        File.Create(Journal).Dispose();
        Thread[] threads =
        [
            .. Enumerable.Range(0, Waiters).Select(waiter => new Thread(() =>
            {
                for (int i = 0; i < Each; i++)
                {
                    var own = new JournalFileLock(Journal, TimeSpan.FromSeconds(30));
                    while (!own.TryAcquire())
                    {
                        Thread.Yield();
                    }

                    overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                    bool dies = (i + waiter) % 2 == 0;
                    Interlocked.Decrement(ref inside);
                    if (dies)
                    {
                        // What is left says that its holder is a process that does not exist.
                        Interlocked.Increment(ref deaths);
                        string remains = $"{LockPath}{waiter}";
                        File.WriteAllText(remains, $"{parts[0]}-{parts[1]}-{int.MaxValue}.1-{waiter}{i}\n");
                        File.Move(remains, LockPath, overwrite: true);
                    }
                    else
                    {
                        own.Release();
                    }
                }
            })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Equal((0, Waiters * Each / 2), (overlaps, deaths));
    }

    private FileInfo LookedAt()
    {
        var file = new FileInfo(LockPath);
        Assert.True(file.Exists);
        return file;
    }
}
