using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

/// <summary>Changes of several records: all of them are seen or none, whenever their writer dies and whatever comes after it.</summary>
public sealed class JournalChangeTests
{
    private const string Foreign = "{\"op_code\": 4, \"worker_id\": \"o-1\", \"study_id\": 0, \"datetime_start\": null, \"state\": 4}\n";

    [Fact]
    public async Task Change_that_is_cut_at_any_byte_is_not_seen_and_is_cut_off_by_the_next_writer()
    {
        var medium = new SimulatedMedium();
        StudyLog log = await CreateAsync(medium);
        Assert.Equal(2, await AppendAsync(log, "a", "b"));
        byte[] before = medium.Content.ToArray();
        Assert.Equal(5, await AppendAsync(log, "c", "d", "e"));
        byte[] whole = medium.Content.ToArray();
        Assert.Equal(3, Lines(whole).Length - Lines(before).Length);
        for (int length = before.Length; length <= whole.Length; length++)
        {
            // A change that lacks nothing but its last line break is completed.
            bool isThere = length >= whole.Length - 1;
            var cut = new SimulatedMedium(whole.AsSpan(0, length));
            var logger = new RecordingLogger();
            StudyLog survivor = await OpenAsync(cut, logger);
            Assert.Equal(length == whole.Length ? 5 : 2, (await RecordingReader.ReadAsync(survivor)).Version);
            Assert.Equal(whole[..length], cut.Content);

            Assert.Equal(isThere ? 7 : 4, await AppendAsync(survivor, "f", "g"));
            byte[] kept = isThere ? whole : before;
            Assert.Equal(kept, cut.Content[..kept.Length]);
            Assert.Equal(Lines(kept).Length + 2, Lines(cut.Content).Length);
            string[] expected = isThere ? ["a", "b", "c", "d", "e", "f", "g"] : ["a", "b", "f", "g"];
            Assert.Equal(expected, await ReadAsync(cut));
            if (isThere || length == before.Length)
            {
                Assert.Empty(logger.Lines);
            }
            else
            {
                string said = Assert.Single(logger.Lines).Message;
                Assert.Contains($"the {length - before.Length} bytes behind line {Lines(before).Length}", said, StringComparison.Ordinal);
                Assert.Contains("never finished", said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Change_that_is_just_being_written_is_not_seen_before_it_is_there()
    {
        var medium = new SimulatedMedium();
        StudyLog log = await CreateAsync(medium);
        byte[] before = medium.Content.ToArray();
        await AppendAsync(log, "a", "b", "c");
        byte[] whole = medium.Content.ToArray();
        var growing = new SimulatedMedium(before);
        StudyLog reading = await OpenAsync(growing);
        Assert.True(growing.TryLock());
        var reader = new RecordingReader();
        for (int length = before.Length; length < whole.Length; length++)
        {
            await reading.ReadAsync(reader.Version, reader);
            Assert.Equal(0, reader.Version);
            growing.Append(whole.AsSpan(length, 1));
        }

        await reading.ReadAsync(reader.Version, reader);
        Assert.Equal(3, reader.Version);
    }

    [Fact]
    public void Creation_of_a_study_is_one_change()
    {
        var medium = new SimulatedMedium();
        _ = new OpenLog(new SimulatedStorage(medium), OpenLog.Join(new ManualTime()), TestSpace.Cube(2), new ManualTime());
        Assert.Equal([2, 1, 0], Lines(medium.Content).Select(More));
    }

    [Fact]
    public void Records_of_a_change_say_how_many_follow_and_one_that_is_alone_says_nothing()
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        journal.Write(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        Assert.Equal(Records(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize])) + "\n", Encoding.UTF8.GetString(medium.Content));
        for (int count = 2; count < 13; count++)
        {
            int records = Lines(medium.Content).Length;
            journal.Write(writer =>
            {
                for (int i = 0; i < count; i++)
                {
                    CreateRunning(writer);
                }
            });
            Assert.Equal(Enumerable.Range(0, count).Reverse(), Lines(medium.Content)[records..].Select(More));
        }

        Assert.Equal(77, new RecordWriter(medium).CountTrials());
    }

    [Theory]
    [InlineData("{\"op_code\":1,\"hypertune:more\":3}", 3)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":2147483647}", int.MaxValue)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":2147483648}", 0)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":0}", 0)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":-1}", 0)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":}", 0)]
    [InlineData("{\"op_code\":1,\"hypertune:more\":1,\"x\":2}", 0)]
    [InlineData("{\"op_code\":1,\"x\":{\"y\":1,\"hypertune:more\":3}}", 0)]
    [InlineData("{\"op_code\":1,\"x\":\"\\\",\\\"hypertune:more\\\":3}\"}", 0)]
    [InlineData("{\"op_code\":1,\"x\":\",\"hypertune:more\":3}", 0)]
    [InlineData("{\"op_c,\"hypertune:more\":3}", 0)]
    [InlineData("{\"x\":1,\"hypertune:more\":3}", 0)]
    [InlineData("3}", 0)]
    [InlineData("", 0)]
    public void Only_a_record_says_that_more_follow(string line, int more) => Assert.Equal(more, More(line));

    [Theory]
    [InlineData("{3}{2}", 0)]
    [InlineData("F{3}{2}", 1)]
    [InlineData("F{2}{1}F", 4)]
    [InlineData("F{3}{2}F", 4)]
    [InlineData("F{3}F{2}", 3)]
    [InlineData("{1}{1}", 1)]
    [InlineData("{1}{2}", 1)]
    [InlineData("F{2}{1}-", 1)]
    [InlineData("F-", 1)]
    [InlineData("-", 0)]
    [InlineData("", 0)]
    public void Whole_is_all_but_a_change_at_the_end_that_says_that_more_follow(string lines, int whole)
    {
        string[] texts = [.. lines.Replace("}", "", StringComparison.Ordinal).Replace("F", "{F", StringComparison.Ordinal).Replace("-", "{-", StringComparison.Ordinal)
            .Split('{', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line switch { "F" => Foreign, "-" => "{\"op_co", _ => $"{{\"op_code\":1,\"hypertune:more\":{line}}}\n" })];
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(texts));
        int expected = texts.Take(whole).Sum(static line => line.Length);
        Assert.Equal(expected, JournalChanges.WholeLength(text, 0, isAtChange: true));

        // Of a piece of the end either the same is said, or nothing.
        for (int start = 1; start < text.Length; start++)
        {
            int length = JournalChanges.WholeLength(text.AsSpan(start), start, isAtChange: false);
            Assert.True(length == 0 || start + length == expected, $"From {start}: {length}");
        }
    }

    [Fact]
    public void Records_that_another_program_appended_to_count_as_far_as_they_are_there()
    {
        (byte[] before, byte[] whole) = WithChange(3);
        int[] ends = LineEnds(whole, before.Length);
        for (int kept = 1; kept < 3; kept++)
        {
            // Optuna has read them and has numbered its own trial after theirs.
            byte[] content = [.. whole[..ends[kept - 1]], .. Encoding.UTF8.GetBytes(Foreign)];
            var medium = new SimulatedMedium(content);
            Assert.Equal(kept + 1, new RecordWriter(medium).CountTrials());
            new RecordWriter(medium).Write(CreateRunning);
            Assert.Equal(content, medium.Content[..content.Length]);
            Assert.Equal(kept + 2, new RecordWriter(medium).CountTrials());

            // Also when it lacks its line break.
            medium = new SimulatedMedium(content.AsSpan(0, content.Length - 1));
            new RecordWriter(medium).Write(CreateRunning);
            Assert.Equal(content, medium.Content[..content.Length]);
            Assert.Equal(kept + 2, new RecordWriter(medium).CountTrials());
        }
    }

    [Fact]
    public void Change_that_a_loss_of_power_left_zeros_in_is_cut_off()
    {
        const int Block = 512;
        (byte[] before, byte[] whole) = WithChange(3);
        int[] ends = LineEnds(whole, before.Length);
        string broken = "{\"op_code\": 4, \"".PadRight(Block - (ends[1] % Block), '\0') + "r_id\": 7}\n";
        foreach (string tail in new[] { "\0\0\0\0", "{\"op_code\":\0\0\0", broken })
        {
            var medium = new SimulatedMedium([.. whole[..ends[1]], .. Encoding.UTF8.GetBytes(tail)]);
            Assert.Equal(0, new RecordWriter(medium).CountTrials());
            new RecordWriter(medium).Write(CreateRunning);
            Assert.Equal(before, medium.Content[..before.Length]);
            Assert.Equal(1, new RecordWriter(medium).CountTrials());
            Assert.Equal(Lines(before).Length + 1, Lines(medium.Content).Length);
        }
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{\"op_code\":6,\"trial_id\":0} ...")]
    [InlineData("{\"op_code\":6,\"tr\0al_id\":0}\n")]
    public void What_is_damaged_behind_an_unfinished_change_is_named_and_nothing_is_cut_off(string tail)
    {
        (byte[] before, byte[] whole) = WithChange(3);
        byte[] content = [.. whole[..LineEnds(whole, before.Length)[1]], .. Encoding.UTF8.GetBytes(tail)];
        var medium = new SimulatedMedium(content);
        JournalException exception = Assert.Throws<JournalException>(() => new RecordWriter(medium).Write(CreateRunning));
        Assert.Equal(Lines(before).Length + 3, exception.Line);
        Assert.Equal(content, medium.Content);
    }

    [Fact]
    public void Record_of_an_unfinished_change_that_is_damaged_is_named_and_nothing_is_cut_off()
    {
        (byte[] before, byte[] whole) = WithChange(3);
        byte[] content = whole[..LineEnds(whole, before.Length)[1]];
        content[before.Length + 3] = (byte)'"';
        var medium = new SimulatedMedium(content);
        Assert.Equal(2, Assert.Throws<JournalException>(() => new RecordWriter(medium).Write(CreateRunning)).Line);
        Assert.Equal(2, Assert.Throws<JournalException>(() => new RecordWriter(medium).CountTrials()).Line);
        Assert.Equal(content, medium.Content);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    [InlineData(700_000)]
    public void Change_longer_than_what_is_read_at_once_is_seen_when_it_is_there_and_cut_off_when_it_is_not(int length)
    {
        // Journals that are longer than the buffer as well.
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        journal.Write(static writer => writer.CreateStudy("s", []));
        for (int i = 0; i < 3; i++)
        {
            journal.Write(writer => Create(writer, 1, 150_000));
        }

        byte[] before = medium.Content.ToArray();
        journal.Write(writer => Create(writer, 5, length));
        byte[] whole = medium.Content.ToArray();
        Assert.Equal(8, new RecordWriter(medium).CountTrials());
        foreach (int end in LineEnds(whole, before.Length).SkipLast(1).SelectMany(static end => new[] { end - 1, end, end + 40 }))
        {
            var cut = new SimulatedMedium(whole.AsSpan(0, end));
            var survivor = new RecordWriter(cut);
            Assert.Equal(3, survivor.CountTrials());
            survivor.Write(CreateRunning);
            Assert.Equal(before, cut.Content[..before.Length]);
            Assert.Equal(Lines(before).Length + 1, Lines(cut.Content).Length);
            Assert.Equal((4, 4), (survivor.CountTrials(), new RecordWriter(cut).CountTrials()));
        }
    }

    private static void Create(JournalRecordWriter writer, int count, int length)
    {
        for (int i = 0; i < count; i++)
        {
            writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon, UserAttributes = [new("note", $"\"{new string('x', length)}\"")] });
        }
    }

    /// <summary>A journal with a study and a change that creates trials: as it was before, and after it.</summary>
    private static (byte[] Before, byte[] Whole) WithChange(int records)
    {
        var medium = new SimulatedMedium();
        var journal = new RecordWriter(medium);
        journal.Write(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        byte[] before = medium.Content.ToArray();
        journal.Write(writer =>
        {
            for (int i = 0; i < records; i++)
            {
                CreateRunning(writer);
            }
        });
        return (before, medium.Content.ToArray());
    }

    private static int[] LineEnds(byte[] content, int start)
        => [.. Enumerable.Range(start, content.Length - start).Where(i => content[i] == '\n').Select(static i => i + 1)];

    private static string[] Lines(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content).Split('\n')[..^1];

    private static int More(string line) => JournalChanges.MoreAfter(Encoding.UTF8.GetBytes(line));

    private static StudyParticipant Participant(RecordingLogger? logger)
        => new() { Owner = ProcessIdentity.CreateToken(), TimeProvider = new ManualTime(), Logger = logger is null ? NullLogger.Instance : logger };

    private static async Task<StudyLog> CreateAsync(SimulatedMedium medium)
        => (await new SimulatedStorage(medium).TryCreateAsync(StoragePlace.Header(), Participant(null)))!;

    private static async Task<StudyLog> OpenAsync(SimulatedMedium medium, RecordingLogger? logger = null)
        => (await new SimulatedStorage(medium).TryOpenAsync("test", Participant(logger)))!;

    private static ValueTask<long?> AppendAsync(StudyLog log, params string[] words)
        => log.TryAppendAsync(null, [.. words.Select(RecordingReader.Unknown)], StudyDurability.Process);

    private static async Task<IEnumerable<string>> ReadAsync(SimulatedMedium medium)
        => (await RecordingReader.ReadAsync(await OpenAsync(medium))).Entries.Select(static entry => System.Text.Json.Nodes.JsonNode.Parse(entry)!["x"]!.GetValue<string>());
}
