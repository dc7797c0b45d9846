using System.Text;

namespace HyperTune.Tests;

/// <summary>A study's log in a journal: what is decided under the file's lock, what others read of it, and what fails.</summary>
public sealed class JournalLogTests
{
    private readonly SimulatedMedium _medium = new();
    private readonly ManualTime _time = new();

    private string Text => Encoding.UTF8.GetString(_medium.Content);

    [Fact]
    public async Task Own_records_are_never_read_and_those_of_others_once()
    {
        OpenLog first = Open();
        OpenLog second = Open();
        await first.StartAsync([0.25, 0.5]);
        second.Refresh();
        long read = _medium.BytesRead;
        for (int i = 1; i < 20; i++)
        {
            Assert.Equal(i, await first.StartAsync([0.25, 0.5]));
            first.Commit(new ReportValue(i, new TrialReport(0, 1), first.Participant.Owner));
            first.Commit(new EndTrial(i, new StoredOutcome(TrialState.Completed, [i])));
            first.Refresh();
        }

        Assert.Equal(read, _medium.BytesRead);
        second.Refresh();
        Assert.InRange(_medium.BytesRead - read, 1, _medium.Length);
        Assert.Equal(StateText.Of(first.State), StateText.Of(second.State));
    }

    [Fact]
    public async Task Commit_that_finds_nothing_to_write_does_not_read_the_file_anew()
    {
        OpenLog log = Open();
        await log.StartAsync([0.25, 0.5]);
        log.Commit(new EndTrial(0, StoredOutcome.Failed("no")));
        long read = _medium.BytesRead;
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(DecisionKind.TrialEnded, log.Commit(new EndTrial(0, StoredOutcome.Failed("again"))).Kind);
        }

        Assert.Equal(read, _medium.BytesRead);
    }

    [Fact]
    public async Task Logs_of_one_storage_and_of_two_see_each_others_records()
    {
        var shared = new SimulatedStorage(_medium);
        OpenLog[] logs = [Open(shared), Open(shared), Open()];
        for (int i = 0; i < 9; i++)
        {
            OpenLog log = logs[i % 3];
            while (await log.StartAsync([0.25, 0.5]) < 0)
            {
            }

            Assert.Equal(i + 1, log.State.Trials.Count);
        }
    }

    [Fact]
    public async Task Append_that_fails_takes_back_its_change_only()
    {
        OpenLog log = Open();
        await log.StartAsync([0.25, 0.5]);
        byte[] before = _medium.Content.ToArray();
        string state = StateText.Of(log.State);
        for (int room = 0; room < 100; room += 7)
        {
            _medium.Capacity = before.Length + room;
            JournalException exception = Assert.Throws<JournalException>(() => log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [1]))));
            Assert.Contains("No space left", exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, _medium.Content);
            Assert.Equal(state, StateText.Of(log.State));
        }

        _medium.Capacity = int.MaxValue;
        Assert.Equal(DecisionKind.Done, log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [1]))).Kind);
        Assert.Equal(1, await log.StartAsync([0.25, 0.5]));
        Assert.Equal(StateText.Of(Open().State), StateText.Of(log.State));
    }

    [Fact]
    public async Task Change_under_a_lock_that_was_taken_away_is_decided_again()
    {
        OpenLog log = Open();
        _medium.LockLosses = 2;
        Assert.Equal(0, await log.StartAsync([0.25, 0.5]));
        Assert.Equal(0, Open().State.FirstWaiting + 1);
        Assert.Equal(1, Open().State.Trials.Count);
        Assert.Single(Text.Split('\n'), static line => line.Contains("\"op_code\":4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Creation_that_was_cut_short_at_any_byte_is_completed()
    {
        Open();
        byte[] whole = _medium.Content.ToArray();
        for (int length = 0; length <= whole.Length; length++)
        {
            var medium = new SimulatedMedium(whole.AsSpan(0, length));
            var storage = new SimulatedStorage(medium);
            OpenLog log = Open(storage);
            Assert.Equal(7L, log.Log.Header.Seed);
            Assert.Equal("test", Assert.Single(await storage.ListAsync()));
            StudyHeader header = Open(new SimulatedStorage(medium)).Log.Header;
            Assert.Equal((7L, TestSpace.Cube(2).Outline.Fingerprint), (header.Seed, header.Space!.Fingerprint));
            Assert.Equal(0, log.Version);
        }
    }

    [Fact]
    public async Task Study_that_is_renamed_keeps_its_first_name_for_Optuna()
    {
        var storage = new SimulatedStorage(_medium);
        OpenLog log = Open(storage);
        await log.StartAsync([0.25, 0.5]);
        Assert.True(await storage.TryRenameAsync("test", "better"));
        Assert.False(await storage.TryRenameAsync("test", "other"));
        Assert.Equal(["better"], await storage.ListAsync());
        StudyParticipant participant = OpenLog.Join(_time);
        Assert.Null(await storage.TryOpenAsync("test", participant));
        StudyLog renamed = Assert.IsType<JournalLog>(await storage.TryOpenAsync("better", participant));
        Assert.Equal("better", renamed.Header.Name);
        Assert.Contains("\"study_name\":\"test\"", Text, StringComparison.Ordinal);
        Assert.Equal(1, await log.StartAsync([0.25, 0.5]));

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Open(storage));
        Assert.Contains("'better'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("created as 'test'", exception.Message, StringComparison.Ordinal);
        Assert.True(await storage.TryRenameAsync("better", "test"));
        Assert.Equal(2, Open(storage).State.Trials.Count);
    }

    [Fact]
    public async Task Rename_to_a_name_that_is_taken_changes_nothing()
    {
        var storage = new SimulatedStorage(_medium);
        Open(storage);
        StudyHeader header = Open(storage).Log.Header with { Name = "second" };
        Assert.NotNull(await storage.TryCreateAsync(header, OpenLog.Join(_time)));
        Assert.Null(await storage.TryCreateAsync(header, OpenLog.Join(_time)));
        Assert.False(await storage.TryRenameAsync("test", "second"));
        Assert.True(await storage.TryRenameAsync("second", "third"));
        Assert.Throws<InvalidOperationException>(() => { _ = storage.TryRenameAsync("test", "second"); });
        Assert.Equal(["test", "third"], await storage.ListAsync());
    }

    [Fact]
    public async Task Study_that_is_deleted_is_named_on_the_next_use_and_its_name_is_free()
    {
        var storage = new SimulatedStorage(_medium);
        OpenLog log = Open(storage);
        await log.StartAsync([0.25, 0.5]);
        Assert.True(await storage.TryDeleteAsync("test"));
        Assert.False(await storage.TryDeleteAsync("test"));
        Assert.Empty(await storage.ListAsync());
        Assert.Contains("Study 'test' was deleted", Assert.Throws<JournalException>(() => log.Commit(new EndTrial(0, StoredOutcome.Failed("no")))).Message, StringComparison.Ordinal);
        Assert.Throws<JournalException>(log.Refresh);
        OpenLog again = Open(storage);
        Assert.Equal(0, await again.StartAsync([0.25, 0.5]));
        Assert.Throws<JournalException>(log.Refresh);
    }

    [Fact]
    public async Task Entries_at_another_version_are_refused_and_unknown_ones_pass_through()
    {
        OpenLog log = Open();
        ReadOnlyMemory<byte>[] entries = [Encoding.UTF8.GetBytes("""{"kind":"newer","essential":true,"more":"é\n\"x\""}""")];
        byte[] before = _medium.Content.ToArray();
        Assert.Null(await log.Log.TryAppendAsync(1, entries, StudyDurability.Power));
        Assert.Equal(before, _medium.Content);
        Assert.Equal(1, await log.Log.TryAppendAsync(0, entries, StudyDurability.Power));
        Assert.Equal(3, await log.Log.TryAppendAsync(null, [.. entries, .. entries], StudyDurability.Power));
        OpenLog reader = Open();
        Assert.Equal(3, reader.Version);
        Assert.Equal(entries[0].ToArray(), reader.State.Unknown[0].Payload.ToArray());
        Assert.Throws<InvalidOperationException>(() => reader.Commit(new EndTrial(0, StoredOutcome.Failed("no"))));
        log.Refresh();
        Assert.Equal(3, log.Version);
    }

    [Fact]
    public async Task Event_that_Optuna_would_refuse_is_kept_and_changes_nothing()
    {
        OpenLog log = Open();
        await log.StartAsync([0.25, 0.5]);
        log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [1])));
        ReadOnlyMemory<byte>[] late = [Encoding.UTF8.GetBytes("""{"kind":"ended","time":"2026-01-01T00:00:00Z","trial":0,"state":"completed","metrics":[2]}""")];
        Assert.Equal(3, await log.Log.TryAppendAsync(2, late, StudyDurability.Process));
        log.Refresh();
        Assert.Equal((3, 1), (log.Version, log.State.Trials.Value(0)));
        Assert.Equal(StateText.Of(Open().State), StateText.Of(log.State));
        Assert.Contains("hypertune:event:0", Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_can_be_read_from_its_start_again()
    {
        OpenLog log = Open();
        await log.StartAsync([0.25, 0.5]);
        log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [1])));
        var space = TestSpace.Cube(2);
        var state = new StudyState(space, SingleObjective.Minimize);
        var session = new StudySession(log.Log, state, new Nobody(), "test", new StudyClock(_time));
        await log.Log.ReadAsync(0, session);
        Assert.Equal(StateText.Of(log.State), StateText.Of(state));
        Assert.Equal(1, await log.StartAsync([0.25, 0.5]));
        await log.Log.ReadAsync(session.Version, session);
        Assert.Equal(StateText.Of(log.State), StateText.Of(state));
    }

    [Fact]
    public async Task Outcome_of_several_metrics_says_to_Optuna_what_it_understands_and_reads_back()
    {
        var metrics = new TestMetrics();
        OpenLog log = Open(metrics: metrics);
        await log.StartAsync([0.25, 0.5]);
        await log.StartAsync([0.25, 0.5]);
        log.Commit(new ReportValue(1, new TrialReport(3, 0.5) { Kind = ReportKind.Instance }, log.Participant.Owner));
        log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [0.5, 10, 30]) { Gradient = [1, double.NaN] }));
        log.Commit(new EndTrial(1, new StoredOutcome(TrialState.Cancelled, []) { Reason = "stop" }));
        Assert.Contains("\"directions\":[1,2]", Text, StringComparison.Ordinal);
        Assert.Contains("{\"constraints\":[-9.0,2.0,-70.0]}", Text, StringComparison.Ordinal);
        Assert.Contains("{\"hypertune:values\":[0.5,10.0,30.0]}", Text, StringComparison.Ordinal);
        Assert.Contains("\"state\":1,\"values\":[0.5,30.0]", Text, StringComparison.Ordinal);
        Assert.Contains("\"state\":3,\"values\":null", Text, StringComparison.Ordinal);
        OpenLog reader = Open(metrics: metrics);
        Assert.Equal(metrics.All.Select(static metric => metric.ToString()), reader.Log.Header.Metrics.Select(static metric => metric.ToString()));
        Assert.Equal(StateText.Of(log.State), StateText.Of(reader.State));
        Assert.Equal(TrialState.Cancelled, reader.State.Trials.Entry(1).State);
        Assert.Equal(ReportKind.Instance, reader.State.Trials.Entry(1).ReportSpan[0].Kind);
    }

    [Fact]
    public async Task Single_objective_writes_no_attribute_but_its_own()
    {
        OpenLog log = Open();
        Assert.Equal(0, await log.StartAsync([0.25, 0.5]));
        log.Commit(new EndTrial(0, new StoredOutcome(TrialState.Completed, [1])));
        Assert.DoesNotContain("hypertune:values", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hypertune:metrics", Text, StringComparison.Ordinal);
        Assert.Equal(5, Text.Count(static letter => letter == '\n'));
    }

    [Fact]
    public void Trial_that_Optuna_enqueued_gets_its_values_as_parameters_when_it_is_taken()
    {
        OpenLog log = Open();
        new RecordWriter(_medium).Write(
            static writer => writer.CreateTrial(0, new JournalTrialTemplate { State = TrialState.Waiting, SystemAttributes = [new(JournalAttributeNames.FixedParameters, "{\"x1\":0.75}")] }),
            "optuna-1");
        log.Refresh();
        Assert.Equal(0, log.Commit(new TakeTrial([], null, log.Participant.Owner, "job")).Number);
        Assert.Equal([double.NaN, 0.75], log.State.Trials.Vector(0).ToArray());
        Assert.Contains("\"param_name\":\"x1\",\"param_value_internal\":0.75", Text, StringComparison.Ordinal);
        log.Commit(new AssignValues(0, new[] { 0.5, 0.75 }));
        Assert.Equal([0.5, 0.75], log.State.Trials.Vector(0).ToArray());
        Assert.Equal(2, Text.Split("\"op_code\":5").Length - 1);
        OpenLog reader = Open();
        Assert.Equal(StateText.Of(log.State), StateText.Of(reader.State));
        Assert.Equal(log.Version, reader.Version);
    }

    [Fact]
    public async Task Wait_ends_when_somebody_appends_and_when_it_is_cancelled()
    {
        OpenLog log = Open();
        OpenLog other = Open();
        using var cancellation = new CancellationTokenSource();
        ValueTask waiting = log.Log.WaitAsync(log.Version, cancellation.Token);
        await other.StartAsync([0.25, 0.5]);
        await waiting;
        log.Refresh();
        Assert.Equal(1, log.Version);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await log.Log.WaitAsync(log.Version, cancellation.Token));
        await log.Log.WaitAsync(0, CancellationToken.None);
    }

    [Fact]
    public void Journal_of_an_earlier_version_is_read_as_it_was_meant()
    {
        string[] lines =
        [
            """{"op_code":0,"worker_id":"hypertune-1-2.3-1","study_name":"test","directions":[1]}""",
            """{"op_code":3,"worker_id":"hypertune-1-2.3-1","study_id":0,"system_attr":{"hypertune:seed":"7"}}""",
            """{"op_code":3,"worker_id":"hypertune-1-2.3-1","study_id":0,"system_attr":{"hypertune:space":{"fingerprint":"f","type":"TestSpace","parameters":[{"name":"x0","distribution":"uniform(0,1,0)","condition":""},{"name":"x1","distribution":"uniform(0,1,0)","condition":""}]}}}""",
            """{"op_code":4,"worker_id":"hypertune-1-2.3-1","study_id":0,"datetime_start":null,"state":4,"value":null,"values":null,"distributions":{"x0":"{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.0,\"high\":1.0,\"log\":false}}"},"params":{"x0":0.25},"user_attrs":{},"system_attrs":{"fixed_params":{"x0":0.25}},"intermediate_values":{}}""",
            """{"op_code":9,"worker_id":"hypertune-1-2.3-1","trial_id":0,"system_attr":{"hypertune:lease":"2026-03-01T12:02:00.0000000Z"}}""",
            """{"op_code":9,"worker_id":"hypertune-1-2.3-1","trial_id":0,"system_attr":{"hypertune:worker":"job-3"}}""",
            """{"op_code":6,"worker_id":"hypertune-1-2.3-1","trial_id":0,"state":0,"values":null,"datetime_start":"2026-03-01T12:00:00.000000+00:00"}""",
            """{"op_code":5,"worker_id":"hypertune-1-2.3-1","trial_id":0,"param_name":"x1","param_value_internal":0.5,"distribution":"{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.0,\"high\":1.0,\"log\":false}}"}""",
            """{"op_code":7,"worker_id":"hypertune-1-2.3-1","trial_id":0,"step":1,"intermediate_value":0.5}""",
            """{"op_code":9,"worker_id":"hypertune-1-2.3-2","trial_id":0,"system_attr":{"hypertune:interruptions":1}}""",
            """{"op_code":6,"worker_id":"hypertune-1-2.3-2","trial_id":0,"state":4,"values":null}""",
            """{"op_code":6,"worker_id":"hypertune-1-2.3-2","trial_id":0,"state":0,"values":null,"datetime_start":"2026-03-01T12:05:00.000000+00:00"}""",
            """{"op_code":6,"worker_id":"hypertune-1-2.3-2","trial_id":0,"state":1,"values":[2.5],"datetime_complete":"2026-03-01T12:05:02.000000+00:00"}""",
            """{"op_code":4,"worker_id":"hypertune-1-2.3-2","study_id":0,"datetime_start":"2026-03-01T12:06:00.000000+00:00","state":0,"value":null,"values":null,"distributions":{},"params":{},"user_attrs":{},"system_attrs":{},"intermediate_values":{}}""",
            """{"op_code":9,"worker_id":"hypertune-1-2.3-3","trial_id":1,"system_attr":{"hypertune:interruptions":1}}""",
            """{"op_code":9,"worker_id":"hypertune-1-2.3-3","trial_id":1,"system_attr":{"hypertune:failure":"ended, once."}}""",
            """{"op_code":6,"worker_id":"hypertune-1-2.3-3","trial_id":1,"state":3,"values":null,"datetime_complete":"2026-03-01T12:07:00.000000+00:00"}""",
            """{"op_code":4,"worker_id":"hypertune-1-2.3-3","study_id":0,"datetime_start":"2026-03-01T11:00:00.000000+00:00","datetime_complete":"2026-03-01T11:00:01.000000+00:00","state":2,"value":3.0,"values":null,"distributions":{},"params":{},"user_attrs":{},"system_attrs":{"hypertune:imported":"before #4"},"intermediate_values":{"3":3.0}}""",
        ];
        var storage = new SimulatedStorage(new SimulatedMedium(Encoding.UTF8.GetBytes(string.Join("\n", lines) + "\n")));
        OpenLog log = Open(storage);
        Assert.Equal((7L, 2), (log.Log.Header.Seed, log.Log.Header.Space!.Parameters.Length));
        TrialTable trials = log.State.Trials;
        Assert.Equal([TrialState.Completed, TrialState.Failed, TrialState.Pruned], Enumerable.Range(0, 3).Select(number => trials.Entry(number).State));
        Assert.Equal([0.25, 0.5], trials.Vector(0).ToArray());
        Assert.Equal((2.5, TimeSpan.FromSeconds(2).Ticks, 1), (trials.Value(0), trials.Entry(0).Duration, log.State.Attempts.Interruptions(0)));
        Assert.True(trials.Entry(0).Is(TrialFlags.IsEnqueued));
        Assert.Equal(0, trials.Entry(0).ReportCount);
        Assert.Equal("ended, once.", trials.Details(1)!.Reason);
        Assert.True(trials.Entry(2).Is(TrialFlags.IsImported));
        Assert.Equal(ImportedTrialKey.Of("before #4", [3], trials.Vector(2).Span), Assert.Single(log.State.Imported).Key);
        Assert.Equal(3, trials.Entry(2).ReportSpan[0].Step);
    }

    [Fact]
    public async Task Best_that_is_shown_is_in_the_file_also_when_the_disk_fills_in_the_middle_of_a_batch()
    {
        const int Threads = 6;
        var storage = new SimulatedStorage(_medium);
        Study<double[]>[] studies = [.. Enumerable.Range(0, 2).Select(_ => Studies.Minimize(Studies.Seeded with { Storage = storage }))];
        foreach (Study<double[]> study in studies)
        {
            await study.OpenAsync();
        }

        int told = 0;
        using var stop = new CancellationTokenSource();
        Thread[] writers =
        [
            .. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
            {
                Study<double[]> study = studies[i % studies.Length];
                for (int turn = 0; turn < 40; turn++)
                {
                    // At every other turn the room ends in the middle of a record, unless another thread makes more.
                    _medium.Capacity = (int)_medium.Length + (turn % 2 == 0 ? 40 + turn : 5000);
                    try
                    {
                        Trial<double[]> trial = study.Ask();
                        study.Tell(trial, 1.0 / (Interlocked.Increment(ref told) + 1));
                    }
                    catch (JournalException exception)
                    {
                        Assert.Contains("nothing of them was kept", exception.Message, StringComparison.Ordinal);
                    }
                }
            })),
        ];
        var readers = studies.Select(study => Task.Factory.StartNew(
            () =>
            {
                int seen = 0;
                while (!stop.IsCancellationRequested)
                {
                    if (study.Trials.FirstOrDefault(static trial => trial.State == TrialState.Completed) is not null)
                    {
                        TrialRecord<double[]> best = study.Best;
                        string value = best.Value!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                        Assert.Contains($"\"values\":[{value}", Text, StringComparison.Ordinal);
                        seen++;
                    }
                }

                return seen;
            },
            TaskCreationOptions.LongRunning)).ToArray();
        Array.ForEach(writers, static writer => writer.Start());
        Array.ForEach(writers, static writer => writer.Join());
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), static seen => Assert.InRange(seen, 1, int.MaxValue));
        Assert.InRange(told, 1, Threads * 40);

        // However the threads were interleaved, the disk is full now.
        _medium.Capacity = (int)_medium.Length + 40;
        Assert.Throws<JournalException>(() => studies[0].Ask());
        double best = studies[0].Best.Value!.Value;
        Assert.Throws<JournalException>(() => studies[0].Ask());
        Assert.Equal(best, studies[0].Best.Value);
        _medium.Capacity = int.MaxValue;
        Study<double[]> fresh = Studies.Minimize(Studies.Seeded with { Storage = new SimulatedStorage(_medium) });
        Assert.All(studies, study => Assert.Equal(study.Best.Value, fresh.Trials[study.Best.Number].Value));
        Assert.EndsWith("}\n", Text, StringComparison.Ordinal);
    }

    private OpenLog Open(StudyStorage? storage = null, MetricsDescriptor? metrics = null)
        => new(storage ?? new SimulatedStorage(_medium), OpenLog.Join(_time), TestSpace.Cube(2), _time, metrics);

    private sealed class Nobody : IStudyFollower
    {
        public void Follow(in StudyEvent happened)
        {
        }
    }
}
