using System.Collections.Concurrent;
using System.Text;
using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

public sealed class JournalCommitterTests
{
    [Fact]
    public void Commit_record_is_seen_by_another_journal_on_the_same_file()
    {
        var medium = new SimulatedMedium();
        var first = new RecordWriter(medium);
        var second = new RecordWriter(medium);
        CreateStudy(first);
        Assert.Equal(0, StartTrial(second));
        Assert.Equal(1, StartTrial(first));
        Assert.Equal(2, second.CountTrials());
    }

    [Fact]
    public void Commit_that_throws_leaves_nothing()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        byte[] before = medium.Content.ToArray();
        Assert.Throws<InvalidTimeZoneException>(() => journal.Commit<int>("w", true, static (_, writer) =>
        {
            JournalFixture.CreateRunning(writer);
            throw new InvalidTimeZoneException();
        }));
        Assert.Equal(before, medium.Content);
        Assert.Equal(0, journal.CountTrials());
        Assert.Equal(0, StartTrial(journal));
    }

    [Fact]
    public void Commit_of_many_threads_shares_flushes_and_loses_nothing()
    {
        const int Threads = 16;
        const int Each = 100;
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        var ids = new ConcurrentBag<int>();
        using var start = new Barrier(Threads);
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                for (int j = 0; j < Each; j++)
                {
                    ids.Add(StartTrial(journal, $"w{i}"));
                }
            })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Equal(Enumerable.Range(0, Threads * Each), ids.Order());
        Assert.InRange(medium.Flushes, 1, Threads * Each);
        Assert.Equal(Threads * Each, new RecordWriter(medium).CountTrials());
    }

    [Fact]
    public async Task Commit_of_waiting_threads_takes_the_lock_once_and_each_sees_the_changes_before_it()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        (int flushes, int locks) = (medium.Flushes, medium.Locks);
        Assert.True(medium.TryLock());
        Task<int>[] starts = [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() => StartTrial(journal), TaskCreationOptions.LongRunning))];
        Assert.True(SpinWait.SpinUntil(() => journal.WaitingCount == 3, TimeSpan.FromSeconds(30)));
        medium.Unlock();
        Assert.Equal([0, 1, 2], (await Task.WhenAll(starts)).Order());
        Assert.Equal((1, 2), (medium.Flushes - flushes, medium.Locks - locks));
    }

    [Fact]
    public async Task Commit_that_waits_for_the_disk_lets_others_read_and_write()
    {
        using var disk = new ManualResetEventSlim();
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        medium.Flushing = disk.Wait;
        Task<int> durable = Task.Factory.StartNew(() => StartTrial(journal), TaskCreationOptions.LongRunning);
        Assert.True(SpinWait.SpinUntil(() => medium.Flushes == 2, TimeSpan.FromSeconds(30)));

        // The first trial is written and waits; the others neither wait for it nor for the disk.
        Assert.Equal(1, StartTrialAtOnce(journal));
        Assert.Equal(2, StartTrialAtOnce(new RecordWriter(medium)));
        Assert.Equal(3, journal.CountTrials());
        Assert.False(durable.IsCompleted);

        // Who comes while the disk works needs another flush, and one is enough for both.
        Task<int>[] next = [.. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(() => StartTrial(journal), TaskCreationOptions.LongRunning))];
        Assert.True(SpinWait.SpinUntil(() => journal.CountTrials() == 5, TimeSpan.FromSeconds(30)));
        disk.Set();
        Assert.Equal(0, await durable);
        Assert.Equal([3, 4], (await Task.WhenAll(next)).Order());
        Assert.Equal(3, medium.Flushes);
    }

    [Fact]
    public void Commit_that_the_disk_does_not_confirm_says_that_its_records_are_in_the_file()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        medium.Flushing = static () => throw new IOException("Input/output error");
        string message = Assert.Throws<JournalException>(() => StartTrial(journal)).Message;
        Assert.Contains("did not confirm them: Input/output error", message, StringComparison.Ordinal);
        medium.Flushing = null;
        Assert.Equal(1, StartTrial(journal));
        Assert.Equal(2, new RecordWriter(medium).CountTrials());
    }

    [Fact]
    public void Commit_without_durability_does_not_flush()
    {
        var medium = new SimulatedMedium();
        new RecordWriter(medium).Commit("w", isDurable: false, static (_, writer) =>
        {
            writer.CreateStudy("s", []);
            return 0;
        });
        Assert.Equal(0, medium.Flushes);
        Assert.True(medium.Length > 0);
    }

    [Fact]
    public void Commit_under_a_lock_that_was_taken_away_is_done_again()
    {
        var medium = new SimulatedMedium { LockLosses = 2 };
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        Assert.Equal(1, Encoding.UTF8.GetString(medium.Content).Count(static c => c == '\n'));
        Assert.Equal(1, journal.Refresh(static replay => replay.Studies.Count));
    }

    [Fact]
    public void Commit_on_a_full_disk_fails_and_leaves_nothing_of_the_record()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        byte[] before = medium.Content.ToArray();
        int recordLength = Records(JournalFixture.CreateRunning).Length + 1;
        for (int room = 0; room < recordLength; room++)
        {
            medium.Capacity = before.Length + room;
            JournalException exception = Assert.Throws<JournalException>(() => StartTrial(journal));
            Assert.Contains(medium.Path, exception.Message, StringComparison.Ordinal);
            Assert.Contains("No space left", exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, medium.Content);
            Assert.Equal(0, journal.CountTrials());
        }

        medium.Capacity = int.MaxValue;
        Assert.Equal(0, StartTrial(journal));
    }

    [Fact]
    public void Writer_that_dies_at_any_byte_leaves_a_journal_that_goes_on()
    {
        var model = new SimulatedMedium();
        var writer = new RecordWriter(model);
        CreateStudy(writer);
        StartTrial(writer);
        byte[] before = model.Content.ToArray();
        FinishTrial(writer, 0);
        int recordLength = (int)model.Length - before.Length;
        int lost = 0;
        for (int written = 0; written < recordLength; written++)
        {
            var medium = new SimulatedMedium(before) { BytesUntilCrash = written };
            Assert.Throws<SimulatedMedium.CrashException>(() => FinishTrial(new RecordWriter(medium), 0));
            medium.BytesUntilCrash = int.MaxValue;

            // The dead writer was never told that its record is there, so it may be or not be, but never in part.
            var survivor = new RecordWriter(medium);
            Assert.Equal(TrialState.Running, survivor.Refresh(static replay => replay.Trial(0).State));
            Assert.Equal(1, StartTrial(survivor));
            TrialState state = survivor.Refresh(static replay => replay.Trial(0).State);
            Assert.Equal(written == recordLength - 1 ? TrialState.Completed : TrialState.Running, state);
            lost += state == TrialState.Running ? 1 : 0;
            Assert.Equal(2, new RecordWriter(medium).CountTrials());
        }

        Assert.Equal(recordLength - 1, lost);
    }

    [Fact]
    public void Zeros_left_by_a_loss_of_power_are_cut_off()
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        foreach (string tail in new[] { "\0\0\0\0", "\0\0\0}\n", "{\"op_code\":\0\0\0\n" })
        {
            var damaged = new SimulatedMedium([.. medium.Content, .. Encoding.UTF8.GetBytes(tail)]);
            Assert.Equal(0, StartTrial(new RecordWriter(damaged)));
            Assert.DoesNotContain((byte)0, damaged.Content.ToArray());
        }
    }

    [Theory]
    [InlineData("{\"op_code\": 4, \"work{\"op_code\": 6}")]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"op_code\":99}")]
    public void Line_that_is_no_record_is_named_and_nothing_is_written(string line)
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var damaged = new SimulatedMedium([.. medium.Content, .. Encoding.UTF8.GetBytes(line + "\n"), .. medium.Content]);
        byte[] before = damaged.Content.ToArray();
        var journal = new RecordWriter(damaged);
        JournalException exception = Assert.Throws<JournalException>(() => StartTrial(journal));
        Assert.Equal((medium.Path, 2), (exception.Path, exception.Line));
        Assert.Contains("line 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("delete this line", exception.Message, StringComparison.Ordinal);
        Assert.Throws<JournalException>(() => journal.Refresh(static replay => replay.Studies.Count));
        Assert.Equal(before, damaged.Content);
    }

    [Fact]
    public void Unfinished_line_of_another_writer_is_not_applied_before_it_ends()
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        byte[] record = Encoding.UTF8.GetBytes(Records(JournalFixture.CreateRunning) + "\n");
        for (int length = 0; length < record.Length; length++)
        {
            var growing = new SimulatedMedium([.. medium.Content, .. record[..length]]);
            var reader = new RecordWriter(growing);
            Assert.Equal(0, reader.CountTrials());
            growing.TryLock();
            growing.Append(record.AsSpan(length));
            Assert.Equal(1, reader.CountTrials());
        }
    }

    [Fact]
    public void File_that_was_shortened_or_replaced_is_refused()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        medium.TryLock();
        medium.Truncate(medium.Length - 10);
        Assert.Throws<JournalException>(() => journal.Refresh(static replay => replay.Studies.Count));
        medium.Append(Encoding.UTF8.GetBytes(new string('x', 100)));
        medium.Unlock();
        Assert.Contains("replaced", Assert.Throws<JournalException>(() => StartTrial(journal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_longer_than_the_buffer_are_read()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        string name = new('x', 1_000_000);
        journal.Write(writer =>
        {
            writer.SetStudySystemAttribute(0, JournalAttributeNames.Name, $"\"{name}\"");
            JournalFixture.CreateRunning(writer);
        });
        Assert.Equal((name, 1), new RecordWriter(medium).Refresh(static replay => (replay.Studies.Single().Name, replay.TrialCount)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Times_are_written_in_the_style_of_the_file(int style)
    {
        var medium = new SimulatedMedium();
        var first = new RecordWriter(medium, (JournalTimeStyle)style);
        CreateStudy(first);
        StartTrial(first);
        FinishTrial(new RecordWriter(medium, (JournalTimeStyle)(1 - style)), 0);
        Assert.Equal(style * 2, Encoding.UTF8.GetString(medium.Content).Split("+00:00").Length - 1);
    }

    private static int CreateStudy(RecordWriter journal) => journal.Commit("w", true, static (_, writer) =>
    {
        writer.CreateStudy("s", [OptimizationDirection.Minimize]);
        return 0;
    });

    private static int StartTrial(RecordWriter journal, string worker = "w") => journal.Commit(worker, true, static (replay, writer) =>
    {
        JournalFixture.CreateRunning(writer);
        return replay.TrialCount;
    });

    private static int StartTrialAtOnce(RecordWriter journal) => journal.Commit("w", false, static (replay, writer) =>
    {
        JournalFixture.CreateRunning(writer);
        return replay.TrialCount;
    });

    private static int FinishTrial(RecordWriter journal, int trial) => journal.Commit("w", true, (_, writer) =>
    {
        writer.SetTrialState(trial, TrialState.Completed, [0.5], Noon);
        return 0;
    });
}
