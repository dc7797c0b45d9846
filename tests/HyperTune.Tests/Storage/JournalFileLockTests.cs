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
}
