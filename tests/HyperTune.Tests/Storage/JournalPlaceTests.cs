using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>Where a journal can be, and what is in its way there: links, pipes, locks that nobody gives back, files that become others.</summary>
public sealed class JournalPlaceTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    private string LockPath => Journal + ".lock";

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("my notes")]
    [InlineData("my notes\nof today\n")]
    [InlineData("{\"a\": 1}")]
    [InlineData("\u0089PNG\u001a\0\0")]
    public async Task File_that_is_no_journal_is_refused_by_every_call_and_left_as_it_is(string content)
    {
        File.WriteAllText(Journal, content, Encoding.Latin1);
        var storage = new JournalStorage(Journal);
        await Assert.ThrowsAsync<JournalException>(() => storage.ListAsync().AsTask());
        await Assert.ThrowsAsync<JournalException>(() => storage.TryDeleteAsync("s").AsTask());
        await Assert.ThrowsAsync<JournalException>(() => storage.TryRenameAsync("s", "t").AsTask());
        JournalException exception = Assert.Throws<JournalException>(() => Run(Journal, 1));
        Assert.Equal((Journal, 1), (exception.Path, exception.Line));
        Assert.Contains("no journal", exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Journal, Encoding.Latin1));
        Assert.Equal([Journal], Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void Hundred_thousand_zeros_are_no_journal()
    {
        File.WriteAllBytes(Journal, new byte[100_000]);
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => Run(Journal, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(100_000, new FileInfo(Journal).Length);
    }

    [Fact]
    public void Line_that_is_longer_than_any_record_is_refused_before_it_fills_the_memory()
    {
        Run(Journal, 1);
        using (FileStream file = File.OpenWrite(Journal))
        {
            // A hole: no disk is used.
            file.SetLength(3L << 30);
        }

        JournalException exception = Assert.Throws<JournalException>(() => Run(Journal, 2));
        Assert.NotNull(exception.Line);
        Assert.Contains("128 MiB", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3L << 30, new FileInfo(Journal).Length);
    }

    [Fact]
    public async Task Two_names_of_a_file_are_one_journal()
    {
        const int Trials = 60;
        string directory = _directory.File("real");
        Directory.CreateDirectory(directory);
        string real = Path.Combine(directory, "s.journal");
        string link = _directory.File("link.journal");
        string linked = _directory.File("linked");
        File.CreateSymbolicLink(link, Path.Combine("real", "s.journal"));
        Directory.CreateSymbolicLink(linked, directory);
        string[] names = [real, link, Path.Combine(linked, "s.journal"), Path.GetRelativePath(Environment.CurrentDirectory, real)];

        // Each storage stands for a process of its own.
        await Task.WhenAll(names.Select(name => Task.Factory.StartNew(() => Run(name, Trials), TaskCreationOptions.LongRunning))).WaitAsync(Limit);
        IReadOnlyList<TrialRecord<double[]>> trials = Open(link).Trials;
        Assert.Equal(Enumerable.Range(0, trials.Count), trials.Select(static trial => trial.Number));
        Assert.All(trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.InRange(trials.Count, Trials, Trials + names.Length);
        Assert.Equal(["s.journal"], Directory.GetFileSystemEntries(directory).Select(Path.GetFileName));
        Assert.Equal(3, Directory.GetFileSystemEntries(_directory.Path).Length);
    }

    [Fact]
    public void Links_that_go_round_in_circles_are_named()
    {
        File.CreateSymbolicLink(Journal, "t.journal");
        File.CreateSymbolicLink(_directory.File("t.journal"), "s.journal");
        JournalException exception = Assert.Throws<JournalException>(() => Run(Journal, 1));
        Assert.Equal(Journal, exception.Path);
        Assert.Contains("round in circles", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_with_several_hard_links_is_refused_and_the_other_name_is_said()
    {
        Run(Journal, 1);
        string other = _directory.File("other.journal");
        Start("ln", Journal, other);
        foreach (string name in new[] { Journal, other })
        {
            JournalException exception = Assert.Throws<JournalException>(() => Run(name, 2));
            Assert.Contains("2 names", exception.Message, StringComparison.Ordinal);
            Assert.Contains(name == Journal ? other : Journal, exception.Message, StringComparison.Ordinal);
        }

        File.Delete(other);
        Assert.Equal(2, Run(Journal, 2).Trials.Count);
    }

    [Fact]
    public void Pipe_is_refused_at_once()
    {
        Start("mkfifo", Journal);
        Assert.Contains("pipe", Assert.Throws<JournalException>(() => Run(Journal, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("device", Assert.Throws<JournalException>(() => Run("/dev/null", 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directory")]
    [InlineData("pipe")]
    public void Lock_that_nobody_will_ever_give_back_is_named_at_once(string kind)
    {
        if (kind == "directory")
        {
            Directory.CreateDirectory(LockPath);
        }
        else
        {
            Start("mkfifo", LockPath);
        }

        string message = Assert.Throws<JournalException>(() => Run(Journal, 1)).Message;
        Assert.Contains(LockPath, message, StringComparison.Ordinal);
        Assert.Contains("Move it away", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_of_a_living_process_is_logged_after_a_second_and_given_up_with_its_name()
    {
        HoldLock();
        var log = new RecordingLogger();
        var storage = new JournalStorage(Journal) { LockTimeout = TimeSpan.FromSeconds(1.5) };
        JournalException exception = Assert.Throws<JournalException>(() => Studies.Minimize(Options(storage) with { Logger = log }).Run(Studies.Bowl, 1));
        string holder = string.Create(CultureInfo.InvariantCulture, $"held by process {Environment.ProcessId} of this machine");
        Assert.Contains(holder, exception.Message, StringComparison.Ordinal);
        Assert.Contains("LockTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Contains(holder, Assert.Single(log.Lines, static line => line.Message.Contains("waited for", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task Wait_for_a_lock_ends_with_the_token_and_leaves_nothing()
    {
        Run(Journal, 1);
        byte[] before = File.ReadAllBytes(Journal);
        HoldLock();
        using var cancellation = new CancellationTokenSource();
        var storage = new JournalStorage(Journal) { LockTimeout = Timeout.InfiniteTimeSpan };
        Task<bool>[] calls =
        [
            .. Enumerable.Range(0, 3).Select(i => Task.Factory.StartNew(
                () => storage.TryRenameAsync("s", $"t{i}", i < 2 ? cancellation.Token : CancellationToken.None).AsTask(),
                TaskCreationOptions.LongRunning).Unwrap()),
        ];
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calls[0].WaitAsync(Limit));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calls[1].WaitAsync(Limit));
        Assert.False(calls[2].IsCompleted);
        Assert.Equal(before, File.ReadAllBytes(Journal));

        // Whoever is more patient gets the lock when it is free.
        File.Delete(LockPath);
        Assert.True(await calls[2].WaitAsync(Limit));
        Assert.Equal(["t2"], await storage.ListAsync());
    }

    [Fact]
    public async Task Reading_of_a_file_that_somebody_keeps_to_himself_ends_with_each_reader_s_own_token()
    {
        Run(Journal, 1);
        using var cancellation = new CancellationTokenSource();
        var storage = new JournalStorage(Journal) { LockTimeout = Timeout.InfiniteTimeSpan };
        Task<IReadOnlyList<string>>[] reads;
        using (new FileStream(Journal, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            CancellationToken[] tokens = [CancellationToken.None, cancellation.Token];
            reads = [.. tokens.Select(token => Task.Factory.StartNew(() => storage.ListAsync(token).AsTask(), TaskCreationOptions.LongRunning).Unwrap())];
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(200));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reads[1].WaitAsync(Limit));
            Assert.False(reads[0].IsCompleted);

            var hasty = new JournalStorage(Journal) { LockTimeout = TimeSpan.FromMilliseconds(50) };
            Assert.Contains("keeps the file to itself", (await Assert.ThrowsAsync<JournalException>(async () => await hasty.ListAsync())).Message, StringComparison.Ordinal);
        }

        Assert.Equal(["s"], await reads[0].WaitAsync(Limit));
    }

    [Fact]
    public async Task Run_that_is_cancelled_does_not_wait_for_a_lock_that_nobody_gives_back()
    {
        Study<double[]> study = Open(Journal);
        using var cancellation = new CancellationTokenSource();
        Task<StudyResult<double[]>> run = study.RunAsync(
            async (config, trial, token) =>
            {
                HoldLock();
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(100));
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return 0;
            },
            10,
            cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Limit));
        File.Delete(LockPath);
        Assert.Single(Open(Journal).Trials);
    }

    [Fact]
    public async Task Writer_that_locked_the_file_itself_keeps_others_out_also_without_the_lock_file()
    {
        Assert.True(OperatingSystem.IsLinux(), "The file itself is locked on Linux.");
        Run(Journal, 1);
        var writer = new JournalFile(Journal, Limit);
        Assert.True(writer.TryLock());
        File.Delete(LockPath);
        var other = new JournalFile(Journal, Limit);
        Assert.False(other.TryLock());
        Assert.False(File.Exists(LockPath));

        // Readers do not mind.
        Assert.Equal(["s"], await new JournalStorage(Journal).ListAsync());
        writer.Unlock();
        Assert.True(other.TryLock());
        other.Unlock();
    }

    [Theory]
    [InlineData("moved", 0)]
    [InlineData("moved", 400)]
    [InlineData("moved", -20)]
    [InlineData("copied", 0)]
    [InlineData("copied", 400)]
    [InlineData("copied", -20)]
    public void File_that_another_one_takes_the_place_of_is_noticed_whatever_its_length(string way, int more)
    {
        Study<double[]> study = Open(Journal);
        study.Run(Studies.Bowl, 3);
        string text = File.ReadAllText(Journal).Replace("\"s\"", "\"t\"", StringComparison.Ordinal);
        text = more > 0 ? text + new string(' ', more - 1) + '\n' : text[..^-more] + (more < 0 ? "\n" : "");
        string other = _directory.File("other");
        File.WriteAllText(other, more == 0 ? text + File.ReadAllText(Journal)[text.Length..] : text);
        File.Copy(other, _directory.File("kept"));
        if (way == "moved")
        {
            File.Move(other, Journal, overwrite: true);
        }
        else
        {
            Start("cp", other, Journal);
        }

        Assert.Contains("replaced", Assert.Throws<JournalException>(() => study.Run(Studies.Bowl, 5)).Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_directory.File("kept")), File.ReadAllBytes(Journal));
    }

    private static StudyOptions Options(JournalStorage storage) => Studies.Seeded with { Name = "s", Storage = storage };

    private static Study<double[]> Open(string path) => Studies.Minimize(Options(new JournalStorage(path)));

    private static StudyResult<double[]> Run(string path, int trials) => Open(path).Run(Studies.Bowl, trials);

    // This process lives, and nobody in it gives this lock back.
    private void HoldLock() => File.WriteAllText(LockPath, ProcessIdentity.CreateToken() + "\n");

    private static void Start(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
