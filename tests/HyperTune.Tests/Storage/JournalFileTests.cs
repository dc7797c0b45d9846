using System.Text;
using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

public sealed class JournalFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Journal_is_created_by_the_first_commit_and_not_by_reading()
    {
        RecordWriter journal = Open(Journal);
        Assert.Equal(0, journal.Refresh(static replay => replay.Studies.Count + replay.TrialCount));
        Assert.False(File.Exists(Journal));
        CreateStudy(journal);
        Assert.Equal([Journal], Directory.GetFileSystemEntries(_directory.Path));
        Assert.Equal(Records(static writer => writer.CreateStudy("s", [])) + "\n", File.ReadAllText(Journal));
    }

    [Fact]
    public void Directory_that_is_missing_is_named()
    {
        string path = _directory.File("missing/s.journal");
        JournalException exception = Assert.Throws<JournalException>(() => Open(path));
        Assert.Equal(path, exception.Path);
        Assert.Contains("does not exist", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Create it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_in_place_of_a_file_is_refused()
        => Assert.Contains("is a directory", Assert.Throws<JournalException>(() => Open(_directory.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Directory_that_disappeared_is_named()
    {
        string path = _directory.File("sub/s.journal");
        Directory.CreateDirectory(_directory.File("sub"));
        RecordWriter journal = Open(path);
        CreateStudy(journal);
        Directory.Delete(_directory.File("sub"), recursive: true);
        Assert.Contains("disappeared", Assert.Throws<JournalException>(() => CreateStudy(journal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_that_may_not_be_written_says_so()
    {
        // Nobody may create files here, not even root.
        Assert.True(OperatingSystem.IsLinux(), "This test knows a read-only place on Linux only.");
        JournalException exception = Assert.Throws<JournalException>(() => CreateStudy(Open("/sys/kernel/s.journal")));
        Assert.Contains("cannot be written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_may_not_be_written_says_so_and_frees_its_lock()
    {
        // Nobody may write this file, not even root.
        Assert.True(OperatingSystem.IsLinux(), "This test knows a read-only file on Linux only.");
        File.CreateSymbolicLink(Journal, "/sys/kernel/fscaps");
        JournalException exception = Assert.Throws<JournalException>(() => CreateStudy(Open(Journal)));
        Assert.Contains("cannot be written", exception.Message, StringComparison.Ordinal);
        Assert.Equal([Journal], Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void File_that_was_deleted_while_it_was_open_is_named()
    {
        RecordWriter journal = Open(Journal);
        CreateStudy(journal);
        File.Delete(Journal);
        Assert.Contains("deleted", Assert.Throws<JournalException>(() => journal.Refresh(static replay => replay.Studies.Count + replay.TrialCount)).Message, StringComparison.Ordinal);
        Assert.Contains("deleted", Assert.Throws<JournalException>(() => CreateTrial(journal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_path_names_the_same_file_after_the_working_directory_changed()
        => Assert.Equal(Path.GetFullPath("s.journal"), new JournalFile("s.journal", TimeSpan.FromSeconds(30)).Path);

    [Fact]
    public void Torn_tail_is_cut_off_before_the_next_record()
    {
        CreateStudy(Open(Journal));
        File.AppendAllText(Journal, "{\"op_code\":4,\"wor");
        Open(Journal).Commit("w", true, static (_, writer) =>
        {
            CreateRunning(writer);
            return 0;
        });
        string[] lines = File.ReadAllLines(Journal);
        Assert.Equal(2, lines.Length);
        Assert.Equal(Records(CreateRunning), lines[1]);
    }

    [Fact]
    public void Record_without_its_line_break_is_kept()
    {
        CreateStudy(Open(Journal));
        File.AppendAllText(Journal, Records(CreateRunning));
        int trials = Open(Journal).Commit("w", true, static (replay, writer) =>
        {
            CreateRunning(writer);
            return replay.TrialCount;
        });
        Assert.Equal(1, trials);
        Assert.Equal(3, File.ReadAllLines(Journal, Encoding.UTF8).Length);
    }

    [Fact]
    public async Task Part_of_a_change_whose_writer_lives_is_neither_read_nor_cut_off_nor_appended_to()
    {
        var storage = new JournalStorage(Journal);
        StudyLog log = (await storage.TryCreateAsync(StoragePlace.Header(), Participant()))!;
        byte[] before = File.ReadAllBytes(Journal);
        await AppendAsync(log, "a", "b", "c");
        byte[] whole = File.ReadAllBytes(Journal);

        // Another file, in which the change arrives byte by byte.
        string growing = _directory.File("growing.journal");
        File.WriteAllBytes(growing, before);
        StudyLog reading = (await new JournalStorage(growing).TryOpenAsync("test", Participant()))!;
        StudyLog waiting = (await new JournalStorage(growing) { LockTimeout = TimeSpan.Zero }.TryOpenAsync("test", Participant()))!;
        var writer = new JournalFile(growing, TimeSpan.FromSeconds(30));
        Assert.True(writer.TryLock());
        writer.OpenForWriting();
        for (int length = before.Length; length < whole.Length; length++)
        {
            Assert.Equal(0, (await RecordingReader.ReadAsync(reading)).Version);
            var exception = await Assert.ThrowsAsync<JournalException>(async () => await AppendAsync(waiting, "d"));
            Assert.Contains("was not free", exception.Message, StringComparison.Ordinal);
            Assert.Equal(whole[..length], File.ReadAllBytes(growing));
            writer.Append(whole.AsSpan(length, 1));
        }

        Assert.Equal(3, (await RecordingReader.ReadAsync(reading)).Version);
        writer.Close();
        writer.Unlock();
        Assert.Equal(4, await AppendAsync(waiting, "d"));
        Assert.Equal(whole, File.ReadAllBytes(growing)[..whole.Length]);
        Assert.Equal(4, (await RecordingReader.ReadAsync(reading)).Version);
    }

    [Fact]
    public async Task Journal_that_another_program_keeps_for_itself_for_a_moment_is_waited_for()
    {
        CreateStudy(Open(Journal));
        RecordWriter reader = Open(Journal);
        RecordWriter writer = Open(Journal);
        Task<int>[] both;
        using (new FileStream(Journal, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            both =
            [
                Task.Factory.StartNew(() => reader.Refresh(static replay => replay.Studies.Count + replay.TrialCount), TaskCreationOptions.LongRunning),
                Task.Factory.StartNew(() => CreateTrial(writer), TaskCreationOptions.LongRunning),
            ];
            await Task.WhenAny(Task.WhenAll(both), Task.Delay(TimeSpan.FromMilliseconds(200)));
            Assert.All(both, static task => Assert.False(task.IsCompleted));
        }

        await Task.WhenAll(both);
        Assert.Equal(2, Open(Journal).Refresh(static replay => replay.Studies.Count + replay.TrialCount));
    }

    [Fact]
    public void Writers_that_never_pause_let_each_other_in()
    {
        const int Turns = 20;
        const int Limit = 20_000;
        CreateStudy(Open(Journal));
        int[] written = new int[2];
        Thread[] writers =
        [
            .. Enumerable.Range(0, 2).Select(i => new Thread(() =>
            {
                RecordWriter journal = Open(Journal);
                while ((Volatile.Read(ref written[1 - i]) < Turns || written[i] < Turns) && written[i] < Limit)
                {
                    CreateTrial(journal);
                    Interlocked.Increment(ref written[i]);
                }
            })),
        ];
        Array.ForEach(writers, static writer => writer.Start());
        Array.ForEach(writers, static writer => writer.Join());
        Assert.All(written, static count => Assert.InRange(count, Turns, Limit));
        Assert.Equal(written.Sum(), Open(Journal).Refresh(static replay => replay.TrialCount));
    }

    private static int CreateTrial(RecordWriter journal) => journal.Commit("w", false, static (replay, writer) =>
    {
        CreateRunning(writer);
        return replay.TrialCount;
    });

    private static StudyParticipant Participant() => new() { Owner = ProcessIdentity.CreateToken(), TimeProvider = new ManualTime() };

    private static ValueTask<long?> AppendAsync(StudyLog log, params string[] words)
        => log.TryAppendAsync(null, [.. words.Select(RecordingReader.Unknown)], StudyDurability.Process);

    private static RecordWriter Open(string path) => new(new JournalFile(path, TimeSpan.FromSeconds(30)));

    private static int CreateStudy(RecordWriter journal) => journal.Commit("w", true, static (_, writer) =>
    {
        writer.CreateStudy("s", []);
        return 0;
    });
}
