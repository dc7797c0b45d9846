using System.Text;

namespace HyperTune.Tests;

public sealed class SnapshotTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_snapshot_and_the_rest_of_the_log_are_worth_the_whole_log(int seed)
    {
        var history = new RandomHistory(seed);
        await history.AdvanceAsync(300);
        ByteLog log = history.Log;
        var random = new Random(seed);
        (TestSpace, bool)[] readers = [(RandomHistory.First, false), (RandomHistory.Second, false), (RandomHistory.Second, true)];
        foreach ((TestSpace space, bool movesInside) in readers)
        {
            log.Snapshot = null;
            string whole = await StudyObservation.OfAsync(log, space, movesInside);

            // A snapshot, and one that was made from it by a process with another space.
            long first = random.NextInt64(log.Version + 1);
            log.Snapshot = await TakeAsync(log.At(first), RandomHistory.First);
            Assert.Equal(whole, await StudyObservation.OfAsync(log, space, movesInside));
            log.Snapshot = await TakeAsync(log.At(random.NextInt64(first, log.Version + 1)), RandomHistory.Second);
            Assert.Equal(whole, await StudyObservation.OfAsync(log, space, movesInside));
        }
    }

    public static TheoryData<int> Seeds { get; } = new(Enumerable.Range(0, 40));

    [Fact]
    public async Task A_snapshot_is_kept_when_a_thousand_entries_came_after_the_last_one()
    {
        ByteLog log = await FillAsync(501);
        await OpenAsync(log);
        Assert.Equal((1, 1002), (log.Saves, log.Snapshot!.Version));
        long reads = log.Reads;
        StudySession again = await OpenAsync(log);
        Assert.Equal((1, reads, 501), (log.Saves, log.Reads, again.State.Trials.Count));
        await FillAsync(500, log);
        reads = log.Reads;
        await OpenAsync(log);
        Assert.Equal((1, reads + 1000), (log.Saves, log.Reads));
        await FillAsync(1, log);
        await OpenAsync(log);
        Assert.Equal((2, log.Version), (log.Saves, log.Snapshot!.Version));
    }

    [Fact]
    public async Task A_snapshot_is_smaller_than_the_entries_that_it_stands_for()
    {
        ByteLog log = await FillAsync(600);
        await OpenAsync(log);
        long entries = 0;
        var reader = new LengthReader(length => entries += length);
        await log.ReadAsync(0, reader);
        Assert.InRange(log.Snapshot!.Payload.Length, 1, entries / 3);
    }

    [Fact]
    public async Task A_log_that_keeps_no_snapshot_is_given_none()
    {
        ByteLog log = await FillAsync(600, new ByteLog(StoragePlace.Header()) { IsKeeping = false });
        await OpenAsync(log);
        Assert.Equal(0, log.Saves);
    }

    [Fact]
    public async Task A_snapshot_of_another_version_is_replaced_by_reading_the_log()
    {
        ByteLog log = await FillAsync(600);
        log.Snapshot = new StudySnapshot(1000, new byte[] { 99, 1, 2, 3 });
        StudySession session = await OpenAsync(log);
        Assert.Equal((1, 600), (log.Saves, session.State.Trials.Count));
        Assert.Equal(600, (await OpenAsync(log)).State.Trials.Count);
    }

    [Fact]
    public async Task A_broken_snapshot_is_named()
    {
        ByteLog log = await FillAsync(600);
        await OpenAsync(log);
        byte[] broken = log.Snapshot!.Payload[..(log.Snapshot.Payload.Length / 2)].ToArray();
        log.Snapshot = log.Snapshot with { Payload = broken };
        await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(log));
    }

    [Fact]
    public async Task Who_does_not_understand_a_log_keeps_no_snapshot_of_it()
    {
        ByteLog log = await FillAsync(600);
        await log.TryAppendAsync(null, [Encoding.UTF8.GetBytes("""{"kind":"shiny","essential":true}""")], StudyDurability.Power);
        StudySession session = await OpenAsync(log);
        Assert.True(session.IsClosed);
        Assert.Equal(0, log.Saves);
    }

    [Fact]
    public async Task What_comes_after_an_unknown_entry_is_kept_also_where_it_changed_nothing()
    {
        ByteLog log = await FillAsync(600);
        string[] payloads =
        [
            """{"kind":"reopened","trial":3}""",
            """{"kind":"reported","time":"2026-03-01T12:00:00.0000000Z","trial":3,"owner":"dora","report":[6,0.5]}""",
        ];
        ReadOnlyMemory<byte>[] entries = [.. payloads.Select(static payload => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(payload))];
        await log.TryAppendAsync(null, entries, StudyDurability.Power);
        StudySession session = await OpenAsync(log);
        StudyEvent[] kept = [.. SnapshotPayload.Read(log.Snapshot!.Payload, session.Layouts)];
        Assert.Equal("reopened", kept[^2].KindName);
        Assert.Equal((StudyEventKind.Reported, 3, "dora", new TrialReport(6, 0.5)), (kept[^1].Kind, kept[^1].Trial, kept[^1].Owner, kept[^1].Report));
    }

    [Fact]
    public async Task Of_the_checkpoints_of_a_trial_a_snapshot_keeps_the_last_one()
    {
        ByteLog log = await FillAsync(600);
        StudySession session = await OpenAsync(log);
        await session.CommitAsync(new StartTrial(600, new double[2], null, "anna", null), default);
        FileKey last = default;
        for (int i = 0; i < 1200; i++)
        {
            last = FileKey.New("0123456789abcdef", 600, "anna");
            await session.CommitAsync(new SaveFile(600, new StoredFile(null, last.ToString(), i, new string('0', 64)), "anna"), default);
        }

        session = await OpenAsync(log);
        StudyEvent[] kept = [.. SnapshotPayload.Read(log.Snapshot!.Payload, session.Layouts)];
        Assert.Equal(last.ToString(), Assert.Single(kept, static happened => happened.Kind == StudyEventKind.FileSaved).File!.Key);
        Assert.Equal(1199, (await OpenAsync(log)).State.Files.Of(600).Checkpoint!.Length);
    }

    private static async Task<StudySnapshot> TakeAsync(ByteLog log, TestSpace space)
    {
        StudySession session = Create(log, space);
        StudySnapshot? before = log.Snapshot;
        if (before is not null)
        {
            session.Restore(before);
        }

        session.BeginRecording();
        await session.RefreshAsync(default);
        return new StudySnapshot(session.Version, SnapshotPayload.Write(before, session.EndRecording(), session.State, session.Layouts));
    }

    private static async Task<ByteLog> FillAsync(int trials, ByteLog? log = null)
    {
        log ??= new ByteLog(StoragePlace.Header());
        StudySession session = Create(log, TestSpace.Cube(2));
        await StudyLoading.LoadAsync(session, savesSnapshot: false, default);
        for (int i = 0; i < trials; i++)
        {
            int number = session.State.Trials.Count;
            await session.CommitAsync(new StartTrial(number, new double[] { i / 1000.0, 0.5 }, null, "hypertune-1-2.3-4", null), default);
            await session.CommitAsync(new EndTrial(number, new StoredOutcome(TrialState.Completed, [i])), default);
        }

        return log;
    }

    private static async Task<StudySession> OpenAsync(ByteLog log)
    {
        StudySession session = Create(log, TestSpace.Cube(2));
        await StudyLoading.LoadAsync(session, savesSnapshot: true, default);
        return session;
    }

    private static StudySession Create(ByteLog log, TestSpace space)
    {
        var state = new StudyState(space, SingleObjective.Minimize);
        PrunerRun pruner = Pruner.None.Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        return new StudySession(log, state, new PromptTrialFeed(state.Trials, SingleObjective.Minimize.Objectives[0], () => pruner), "test", new StudyClock(new ManualTime()));
    }

    private sealed class LengthReader(Action<int> take) : StudyReader
    {
        public override void Read(long version, ReadOnlySpan<byte> payload) => take(payload.Length);

        internal override void Read(long version, in StudyEvent happened) => throw new NotSupportedException("The log keeps bytes.");
    }
}
