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
    public async Task Commit_of_a_writer_that_another_one_gets_ahead_of_waits_for_it()
    {
        using var isInside = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var slow = new RecordWriter(medium);
        var quick = new RecordWriter(medium);
        Task<int> ahead = Task.FromResult(-1);
        int looks = 0;
        medium.Locking = () =>
        {
            switch (++looks)
            {
                case 1:
                    // The slow writer has begun to take the lock when the quick one comes, takes it, reads, and decides what to write.
                    ahead = Task.Factory.StartNew(StartAhead, TaskCreationOptions.LongRunning);
                    isInside.Wait();
                    break;
                case 3:
                    mayEnd.Set();
                    ahead.Wait();
                    break;
            }
        };
        int second = StartTrial(slow);
        mayEnd.Set();
        Assert.Equal((0, 1), (await ahead, second));
        Assert.Equal(2, new RecordWriter(medium).CountTrials());

        int StartAhead() => quick.Commit("w", true, (replay, writer) =>
        {
            isInside.Set();
            mayEnd.Wait();
            JournalFixture.CreateRunning(writer);
            return replay.TrialCount;
        });
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
        const int Block = 512;
        string blockOfZeros = "{\"op_code\": 4, \"".PadRight(Block - ((int)medium.Length % Block), '\0') + "r_id\": 7}\n";
        foreach (string tail in new[] { "\0\0\0\0", "{\"op_code\":\0\0\0", blockOfZeros })
        {
            var damaged = new SimulatedMedium([.. medium.Content, .. Encoding.UTF8.GetBytes(tail)]);
            Assert.Equal(0, StartTrial(new RecordWriter(damaged)));
            Assert.DoesNotContain((byte)0, damaged.Content.ToArray());
        }
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{\"op_code\":99}")]
    [InlineData("{\"op_code\":6,\"trial_id\":0} ...")]
    [InlineData("{\"op_code\":6,\"tr\0al_id\":0}\n")]
    [InlineData("\0\0\0}\n")]
    [InlineData("{\"op_code\":\0\0\0\n")]
    [InlineData("{\"op_code\": 4, \"work{\"op_code\": 6, \"trial_id\": 0}")]
    public void Last_line_that_is_damaged_and_not_torn_is_named_and_kept(string tail)
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var damaged = new SimulatedMedium([.. medium.Content, .. Encoding.UTF8.GetBytes(tail)]);
        byte[] before = damaged.Content.ToArray();
        Assert.Equal(2, Assert.Throws<JournalException>(() => StartTrial(new RecordWriter(damaged))).Line);
        Assert.Equal(before, damaged.Content);
    }

    [Theory]
    [InlineData("{\"op_code\": 4, \"work{\"op_code\": 6}", "remove the line's first 20 bytes")]
    [InlineData("{\"op_code\": 10} {\"op_code\": 10}", "put a line break before its byte 17")]
    [InlineData("", "do not delete it")]
    [InlineData("hello", "do not delete it")]
    [InlineData("{\"op_code\":99}", "do not delete it")]
    [InlineData("{\"op_code\":4294967296,\"study_name\":\"x\",\"directions\":[1],\"worker_id\":\"w\"}", "do not delete it")]
    public void Line_that_is_no_record_is_named_and_nothing_is_written(string line, string advice)
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var damaged = new SimulatedMedium([.. medium.Content, .. Encoding.UTF8.GetBytes(line + "\n"), .. medium.Content]);
        byte[] before = damaged.Content.ToArray();
        var journal = new RecordWriter(damaged);
        JournalException exception = Assert.Throws<JournalException>(() => StartTrial(journal));
        Assert.Equal((medium.Path, 2), (exception.Path, exception.Line));
        Assert.Contains("line 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        Assert.Throws<JournalException>(() => journal.Refresh(static replay => replay.Studies.Count));
        Assert.Equal(before, damaged.Content);
    }

    [Theory]
    [InlineData("my notes")]
    [InlineData("my notes\nof today\n")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\": 1}\n{\"a\": 2}\n")]
    [InlineData("{\"op_code\": 4, \"study_id\": 0")]
    [InlineData("[1, 2")]
    [InlineData("\u0001\u0002\u0003")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("\n")]
    public void File_that_is_no_journal_is_neither_read_nor_touched(string content)
    {
        byte[] before = Encoding.UTF8.GetBytes(content);
        var medium = new SimulatedMedium(before);
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => CreateStudy(new RecordWriter(medium))).Message, StringComparison.Ordinal);
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => new RecordWriter(medium).CountTrials()).Message, StringComparison.Ordinal);
        Assert.Equal(before, medium.Content);
    }

    [Fact]
    public void Byte_order_mark_is_named_with_what_to_do()
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var marked = new SimulatedMedium([0xef, 0xbb, 0xbf, .. medium.Content]);
        JournalException exception = Assert.Throws<JournalException>(() => StartTrial(new RecordWriter(marked)));
        Assert.Equal(1, exception.Line);
        Assert.Contains("Remove the first three bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, StartTrial(new RecordWriter(new SimulatedMedium(marked.Content[3..]))));
    }

    [Fact]
    public void Advice_for_two_records_on_a_line_brings_the_whole_journal_back()
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        StartTrial(new RecordWriter(medium));
        StartTrial(new RecordWriter(medium));
        string[] lines = Encoding.UTF8.GetString(medium.Content).Split('\n');
        var glued = new SimulatedMedium(Encoding.UTF8.GetBytes(string.Join('\n', lines[0], lines[1] + lines[2], "")));
        string message = Assert.Throws<JournalException>(() => StartTrial(new RecordWriter(glued))).Message;
        Assert.Contains($"put a line break before its byte {lines[1].Length + 1} ", message, StringComparison.Ordinal);

        // With the same two records at the end of a file that lacks its last line break, nothing is cut off either.
        var end = new SimulatedMedium(glued.Content[..^1]);
        message = Assert.Throws<JournalException>(() => StartTrial(new RecordWriter(end))).Message;
        Assert.Contains($"put a line break before its byte {lines[1].Length + 1} ", message, StringComparison.Ordinal);
        Assert.Equal(glued.Content.Length - 1, end.Length);
    }

    [Fact]
    public void Torn_record_that_is_cut_off_is_said_in_the_log()
    {
        var medium = new SimulatedMedium();
        CreateStudy(new RecordWriter(medium));
        var torn = new SimulatedMedium([.. medium.Content, .. "{\"op_code\": 4"u8]);
        var log = new RecordingLogger();
        var lines = new JournalLines(torn);
        var reader = new JournalReader(new JournalInterner(), new JournalReplay());
        Assert.True(torn.TryLock());
        lines.ReadInto(reader);
        lines.RepairTail(reader, log);
        Assert.Equal(medium.Content, torn.Content);
        Assert.Contains("the 13 bytes behind line 1", Assert.Single(log.Lines).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disk_that_is_so_full_that_nothing_can_be_taken_back_is_named_all_the_same()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        CreateStudy(journal);
        medium.Capacity = (int)medium.Length + 3;
        medium.CanTruncate = false;
        string message = Assert.Throws<JournalException>(() => StartTrial(journal)).Message;
        Assert.Contains("No space left", message, StringComparison.Ordinal);
        Assert.Contains("the next writer will remove", message, StringComparison.Ordinal);
        medium.Capacity = int.MaxValue;
        medium.CanTruncate = true;
        Assert.Equal(0, StartTrial(journal));
        Assert.Equal(2, Encoding.UTF8.GetString(medium.Content).Count(static c => c == '\n'));
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
