using System.Text;
using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

public sealed class JournalRecordTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Template_reads_back_as_it_was_written(int objectives)
    {
        var template = new JournalTrialTemplate
        {
            State = TrialState.Completed,
            Started = Noon.AddTicks(1234560),
            Finished = Noon.AddTicks(9876543210),
            Values = [.. Enumerable.Range(1, objectives).Select(static i => i / 3.0)],
            IntermediateValues = [(0, double.NaN), (10, double.PositiveInfinity), (11, -1)],
            Parameters =
            [
                new("lr", 1e-3, new JournalFloatDistribution(1e-5, 1, isLogarithmic: true)),
                new("n", 12, new JournalIntDistribution(0, 20, step: 4)),
                new("\"é\"", 1, new JournalCategoricalDistribution([JournalChoice.Of("a\"b"), JournalChoice.Of("é"), JournalChoice.Of(true)])),
                new("q", 0.3, new JournalFloatDistribution(0, 0.9, step: 0.1)),
            ],
            SystemAttributes = [new(JournalAttributeNames.Imported, "\"x\""), new(JournalAttributeNames.FixedParameters, "{}")],
        };
        ReplayedJournal replay = WithStudy();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.CreateTrial(0, template)));
        JournalTrialTemplate trial = replay.Template!;
        Assert.Equal(template.State, trial.State);
        Assert.Equal(template.Started, trial.Started);
        Assert.Equal(template.Finished, trial.Finished);
        Assert.Equal(template.Values, trial.Values);
        Assert.Equal(template.IntermediateValues, trial.IntermediateValues);
        Assert.Equal(template.Parameters.Select(static p => (p.Name, p.Value, p.Distribution.Json)), trial.Parameters.Select(static p => (p.Name, p.Value, p.Distribution.Json)));
        Assert.Equal(template.SystemAttributes, trial.SystemAttributes);
    }

    [Fact]
    public void Hand_written_example_of_the_format_replays()
    {
        string[] lines =
        [
            """{"op_code": 0, "worker_id": "cs-worker-1", "study_name": "h", "directions": [1], "extra_key": {"x": 1}}""",
            """{"op_code": 4, "worker_id": "cs-worker-1", "study_id": 0, "datetime_start": "2026-01-02T03:04:05.678901"}""",
            """{"op_code": 5, "worker_id": "cs-worker-1", "trial_id": 0, "param_name": "x", "param_value_internal": 1, "distribution": "{\"name\": \"FloatDistribution\", \"attributes\": {\"low\": 0, \"high\": 2, \"log\": false, \"step\": null}}"}""",
            """{"op_code": 5, "worker_id": "cs-worker-1", "trial_id": 0, "param_name": "k", "param_value_internal": 3, "distribution": "{\"name\": \"IntDistribution\", \"attributes\": {\"low\": 1, \"high\": 9}}"}""",
            """{"param_value_internal": 0.5, "op_code": 5, "worker_id": "cs-worker-1", "trial_id": 0, "param_name": "a", "distribution": "{\"type\": \"float\", \"low\": 0, \"high\": 1}"}""",
            """{"op_code": 5, "worker_id": "cs-worker-1", "trial_id": 0, "param_name": "c", "param_value_internal": 1.0, "distribution": "{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"α\", \"β\"]}}"}""",
            """{"op_code": 7, "worker_id": "cs-worker-1", "trial_id": 0, "step": 0, "intermediate_value": 1}""",
            """{"op_code": 6, "worker_id": "cs-worker-1", "trial_id": 0, "state": 1, "values": [3], "datetime_complete": "2026-01-02T03:04:06.000000"}""",
            """{"op_code": 6, "worker_id": "other", "trial_id": 0, "state": 3, "values": null, "datetime_complete": "2026-01-02T03:04:07.000000"}""",
        ];
        var replay = new ReplayedJournal();
        JournalOutcome[] outcomes = [.. lines.Select(line => replay.Apply(line + "\r"))];
        Assert.Equal([.. Enumerable.Repeat(JournalOutcome.Applied, 8), JournalOutcome.FinishedTrial], outcomes);
        Assert.Equal(
            [StudyEventKind.Started, .. Enumerable.Repeat(StudyEventKind.Assigned, 4), StudyEventKind.Reported, StudyEventKind.Ended],
            replay.Events.Select(static happened => happened.Kind));
        Assert.Equal([3], replay.Events[^1].Outcome!.Values);
        Assert.Equal(["x = 1", "k = 3", "a = 0.5", "c = β"], replay.Events.GetRange(1, 4).Select(static happened => happened.Point.ToString()));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local).AddTicks(6789010).ToUniversalTime(), replay.Events[0].Time);
        Assert.Equal("cs-worker-1", replay.Events[0].Owner);
        Assert.Equal(9, replay.Reader.LineCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"op_code\":\"0\"}")]
    [InlineData("{\"op_code\":0,\"worker_id\":\"w\",\"directions\":[1]}")]
    [InlineData("{\"op_code\":0,\"worker_id\":\"w\",\"study_name\":\"b\",\"directions\":[3]}")]
    [InlineData("{\"op_code\":2,\"worker_id\":\"w\",\"study_id\":0,\"user_attr\":{}}")]
    [InlineData("{\"op_code\":2,\"worker_id\":\"w\",\"study_id\":0,\"user_attr\":{\"a\":1,\"b\":2}}")]
    [InlineData("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0}")]
    [InlineData("{\"op_code\":4,\"study_id\":0,\"datetime_start\":null}")]
    [InlineData("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null,\"value\":1.0,\"values\":[1.0]}")]
    [InlineData("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null,\"datetime_complete\":null}")]
    [InlineData("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":\"today\"}")]
    [InlineData("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null,\"distributions\":{},\"params\":{\"x\":1}}")]
    [InlineData("{\"op_code\":5,\"worker_id\":\"w\",\"trial_id\":0,\"param_name\":\"x\",\"param_value_internal\":0,\"distribution\":\"{\\\"name\\\":\\\"Foo\\\"}\"}")]
    [InlineData("{\"op_code\":5,\"worker_id\":\"w\",\"trial_id\":0,\"param_name\":\"x\",\"param_value_internal\":2,\"distribution\":\"{\\\"type\\\":\\\"categorical\\\",\\\"choices\\\":[1,2]}\"}")]
    [InlineData("{\"op_code\":6,\"worker_id\":\"w\",\"trial_id\":0,\"state\":5,\"values\":null}")]
    [InlineData("{\"op_code\":6,\"worker_id\":\"w\",\"trial_id\":0,\"state\":1,\"values\":null}")]
    [InlineData("{\"op_code\":7,\"worker_id\":\"w\",\"trial_id\":0,\"step\":1.5,\"intermediate_value\":1}")]
    [InlineData("{\"op_code\":11,\"worker_id\":\"w\"}")]
    [InlineData("{\"op_code\":0,\"worker_id\":\"w\",\"study_name\":\"b\",\"directions\":[1]} x")]
    public void Line_that_Optuna_cannot_read_is_refused(string line)
        => Assert.Throws<JournalFormatException>(() => WithTrial().Apply(line));

    [Fact]
    public void Line_that_is_no_UTF8_is_refused()
        => Assert.Throws<JournalFormatException>(() => WithTrial().Apply((byte[])[.. "{\"op_code\":10,\"a\":\""u8, 0xff, .. "\"}"u8]));

    [Fact]
    public void Operation_10_is_skipped()
        => Assert.Equal(JournalOutcome.Skipped, WithTrial().Apply("{\"op_code\":10,\"worker_id\":\"w\",\"trial_ids\":[0]}"));

    [Theory]
    [InlineData("2026-01-02T03:04:05.678901+00:00", JournalTimeStyle.Utc)]
    [InlineData("2026-01-02T03:04:05.678901Z", JournalTimeStyle.Utc)]
    [InlineData("2026-01-02T05:04:05.678901+02:00", JournalTimeStyle.Utc)]
    public void Time_with_an_offset_is_turned_into_UTC(string text, object style)
    {
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(6789010), JournalTime.ToUtc(Encoding.UTF8.GetBytes(text), out JournalTimeStyle found));
        Assert.Equal((JournalTimeStyle)style, found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Time_reads_back_in_both_styles(int style)
    {
        string text = JournalTime.ToText(Noon.AddTicks(10), (JournalTimeStyle)style, TimeZoneInfo.Local.GetUtcOffset(Noon));
        Assert.Contains(".000001", text, StringComparison.Ordinal);
        Assert.Equal(Noon.AddTicks(10), JournalTime.ToUtc(Encoding.UTF8.GetBytes(text), out JournalTimeStyle found));
        Assert.Equal(style, (int)found);
    }

    [Fact]
    public void Records_are_lines_of_ASCII()
    {
        string text = Records(static writer =>
        {
            writer.CreateStudy("é\n", [OptimizationDirection.Minimize]);
            writer.SetStudySystemAttribute(0, "\u2028", "1");
        });
        Assert.True(Ascii.IsValid(text));
        Assert.Equal(2, text.Split('\n').Length);
    }
}
