using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

public sealed class JournalReplayTests
{
    private static readonly string[] AnyKind =
    [
        "{\"a\":[null,1.7976931348623157E+308,5E-324,Infinity,-Infinity,NaN],\"b\":\"NaN\"}", "null", "true", "1.5", "-3", "[1,\"x\"]", "\"x\"", "99999999999",
    ];

    [Fact]
    public void Numbers_follow_from_the_order_of_records()
    {
        ReplayedJournal replay = WithStudy("a");
        replay.Apply(writer => writer.CreateStudy("b", [OptimizationDirection.Maximize]));
        foreach (int study in new[] { 0, 1, 0, 0, 1 })
        {
            replay.Apply(writer => writer.CreateTrial(study, new JournalTrialTemplate { Started = Noon }));
        }

        Assert.Equal([0, 1, 0, 0, 1], replay.Trials.Select(static trial => trial.Study));
        Assert.Equal([0, 0, 1, 2, 1], replay.Trials.Select(static trial => trial.Number));
        Assert.Equal([0, 2, 3], replay.Replay.OpenTrials.Keys);
    }

    [Fact]
    public void Study_deleted_never_gives_its_numbers_away()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(writer => writer.DeleteStudy(0));
        Assert.Empty(replay.Replay.Studies);
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(CreateRunning));
        replay.Apply(writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        Assert.Equal(1, replay.Replay.Studies.Find("s")!.Id);
        replay.Apply(writer => writer.CreateTrial(1, new JournalTrialTemplate { Started = Noon }));
        Assert.Equal(new JournalTrialEntry(1, 0, TrialState.Running), replay.Trials.Last());

        // What the first study was told is still known, and what its trial does still counts.
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Waiting, Noon)));
    }

    [Fact]
    public void Study_with_a_known_name_is_refused()
    {
        ReplayedJournal replay = WithStudy();
        Assert.Equal(JournalOutcome.DuplicateStudy, replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Maximize])));
        Assert.Equal(OptimizationDirection.Minimize, Assert.Single(Assert.Single(replay.Replay.Studies).Directions));
    }

    [Fact]
    public void Unknown_study_and_trial_are_refused_in_every_operation()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(static writer => writer.DeleteStudy(0));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(static writer => writer.DeleteStudy(0)));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply("""{"op_code":2,"worker_id":"w","study_id":0,"user_attr":{"a":1}}"""));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(static writer => writer.SetStudySystemAttribute(9, "a", "1")));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialParameter(7, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialState(7, TrialState.Failed, Noon)));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialIntermediateValue(-1, 0, 1)));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply("""{"op_code":8,"worker_id":"w","trial_id":7,"user_attr":{"a":1}}"""));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialSystemAttribute(7, "a", "1")));
    }

    [Theory]
    [InlineData(JournalAttributeNames.FixedParameters)]
    [InlineData(JournalAttributeNames.Constraints)]
    [InlineData("hypertune:something new")]
    [InlineData("other")]
    public void Attributes_of_others_say_nothing_where_they_are_of_another_kind(string name)
    {
        ReplayedJournal replay = WithTrial();
        foreach (string json in AnyKind)
        {
            Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialSystemAttribute(0, name, json)));
            Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetStudySystemAttribute(0, name, json)));
        }

        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialState(0, TrialState.Completed, [1], Noon)));
    }

    [Theory]
    [InlineData(JournalAttributeNames.Worker, 1, "\"x\"")]
    [InlineData(JournalAttributeNames.Lease, 0, "\"2026-01-02T12:00:00.0000000Z\"")]
    [InlineData(JournalAttributeNames.Interruptions, 0, "3")]
    [InlineData(JournalAttributeNames.Failure, 1, "\"x\"")]
    [InlineData(JournalAttributeNames.Cancelled, 1, "false")]
    [InlineData(JournalAttributeNames.Reports, 0, "\"instance\"")]
    [InlineData(JournalAttributeNames.Values, 0, "[1,NaN]")]
    [InlineData(JournalAttributeNames.Gradient, 0, "[1,NaN,-Infinity]")]
    [InlineData(JournalAttributeNames.Imported, 1, "\"x\"")]
    [InlineData(JournalAttributeNames.Event, 1, "\"{}\"")]
    public void Attributes_of_ours_that_cannot_be_right_are_refused(string name, int right, string example)
    {
        ReplayedJournal replay = WithTrial();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialSystemAttribute(0, name, example)));
        int accepted = AnyKind.Count(json =>
        {
            try
            {
                return replay.Apply(writer => writer.SetTrialSystemAttribute(0, name, json)) == JournalOutcome.Applied;
            }
            catch (JournalFormatException exception)
            {
                Assert.Contains(name, exception.Message);
                return false;
            }
        });

        // A worker may also be null.
        Assert.Equal(name == JournalAttributeNames.Worker ? 2 : right, accepted);
    }

    [Theory]
    [InlineData(TrialState.Completed)]
    [InlineData(TrialState.Pruned)]
    [InlineData(TrialState.Failed)]
    public void Finished_trial_refuses_every_change(TrialState state)
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(writer => writer.SetTrialState(0, state, [0.25], Noon.AddSeconds(5)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddDays(1))));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Completed, [1], Noon)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 0, 1)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply("""{"op_code":8,"worker_id":"w","trial_id":0,"user_attr":{"a":1}}"""));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialSystemAttribute(0, "a", "1")));
        Assert.Equal([StudyEventKind.Started, StudyEventKind.Ended], replay.Events.Select(static happened => happened.Kind));
        Assert.Equal((state, Noon.AddSeconds(5)), (replay.Events[1].Outcome!.State, replay.Events[1].Time));
        Assert.Equal(state, replay.Trials.Single().State);
        Assert.Empty(replay.Replay.OpenTrials);
    }

    [Fact]
    public void Waiting_trial_belongs_to_the_first_who_runs_it()
    {
        ReplayedJournal replay = WithStudy();
        replay.Apply(CreateWaiting);
        Assert.Null(replay.Open(0).Owner);
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon), "first"));
        Assert.Equal(JournalOutcome.AlreadyRunning, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddHours(1)), "second"));
        Assert.Equal("first", replay.Open(0).Owner);
        Assert.Equal([(StudyEventKind.Enqueued, null), (StudyEventKind.Taken, "first")], replay.Events.Select(static happened => (happened.Kind, happened.Owner)));
        Assert.Equal(Noon, replay.Events[1].Time);
    }

    [Fact]
    public void Running_trial_can_go_back_to_waiting_and_be_taken_by_another()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Waiting, Noon));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddHours(1)), "other"));
        Assert.Equal("other", replay.Open(0).Owner);
        Assert.Equal([StudyEventKind.Started, StudyEventKind.Released, StudyEventKind.Taken], replay.Events.Select(static happened => happened.Kind));
    }

    [Fact]
    public void Parameters_keep_the_order_of_their_setting()
    {
        ReplayedJournal replay = WithTrial();
        foreach (string name in new[] { "b", "a", "c", "a" })
        {
            replay.Apply(writer => writer.SetTrialParameter(0, new(name, 0.5, Unit)));
        }

        replay.Apply(static writer => writer.SetTrialParameter(0, new("a", 3, new JournalFloatDistribution(0, 5))));
        Assert.Equal(["b", "a", "c"], replay.Open(0).LaterParameters);
        Assert.Equal("a = 3", replay.Events[^1].Point.ToString());
    }

    [Fact]
    public void Parameter_of_an_incompatible_distribution_is_refused_within_its_study_only()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(static writer => writer.CreateStudy("other", [OptimizationDirection.Minimize]));
        replay.Apply(CreateRunning);
        replay.Apply(static writer => writer.CreateTrial(1, new JournalTrialTemplate { Started = Noon }));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit)));
        var logarithmic = new JournalFloatDistribution(0.1, 1, isLogarithmic: true);
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(writer => writer.SetTrialParameter(1, new("x", 0.5, logarithmic))));
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(static writer => writer.SetTrialParameter(1, new("x", 1, new JournalIntDistribution(0, 2)))));
        Assert.Empty(replay.Open(1).Layout.Entries);
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialParameter(1, new("x", 7, new JournalFloatDistribution(5, 9)))));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialParameter(2, new("x", 0.5, logarithmic))));
    }

    [Fact]
    public void Parameter_is_compared_with_the_trial_of_the_smallest_number_that_has_it()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(static writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon, Parameters = [new("x", 1, new JournalIntDistribution(0, 2))] }));

        // A template is never refused, so trial 2 makes no difference to later ones as long as trial 1 has the parameter.
        replay.Apply(static writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon, Parameters = [new("x", 0.5, Unit)] }));
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 2, new JournalIntDistribution(0, 9)))));
    }

    [Fact]
    public void Every_report_is_an_event_but_those_of_impossible_steps()
    {
        ReplayedJournal replay = WithTrial();
        foreach ((long step, double value) in new[] { (0L, 1.0), (5L, double.NaN), (2L, double.NegativeInfinity), (0L, 3.0), (-1L, 1.0), (1L << 40, 1.0) })
        {
            Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialIntermediateValue(0, step, value)));
        }

        Assert.Equal<TrialReport>(
            [new(0, 1), new(5, double.NaN), new(2, double.NegativeInfinity), new(0, 3)],
            replay.Events.Where(static happened => happened.Kind == StudyEventKind.Reported).Select(static happened => happened.Report));
    }

    [Fact]
    public void Report_names_its_author_only_where_that_is_a_process_of_ours()
    {
        ReplayedJournal replay = WithTrial();
        string own = ProcessIdentity.CreateToken();
        replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 0, 1), "optuna-thread-2");
        replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 1, 1), own);
        Assert.Equal([null, own], replay.Events.Skip(1).Select(static happened => happened.Owner));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Creation_is_what_directly_follows_it(bool isTorn)
    {
        var replay = new ReplayedJournal();
        string creator = ProcessIdentity.CreateToken();
        replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]), creator);
        replay.Apply(static writer => writer.SetStudySystemAttribute(0, JournalAttributeNames.Seed, "\"7\""), creator);
        JournalStudy study = replay.Replay.Studies.Find("s")!;
        Assert.True(replay.Replay.Studies.IsBeingCreated(study));
        if (isTorn)
        {
            replay.Apply(static writer => writer.CreateStudy("other", []));
        }

        string space = JournalSpaceText.ToJson(TestSpace.Cube(1).Outline);
        replay.Apply(writer => writer.SetStudySystemAttribute(0, JournalAttributeNames.Space, space), creator);
        replay.Apply(writer => writer.SetStudySystemAttribute(0, JournalAttributeNames.Space, space), creator);
        replay.Apply(static writer => writer.SetStudySystemAttribute(0, JournalAttributeNames.Seed, "\"8\""), creator);
        Assert.False(replay.Replay.Studies.IsBeingCreated(study));
        Assert.Equal(("\"7\"", isTorn ? null : space), (study.Seed?.Json, study.Space?.Json));
        StudyEventKind[] changed = [StudyEventKind.SpaceChanged, StudyEventKind.SeedChosen];
        Assert.Equal(isTorn ? [StudyEventKind.SpaceChanged, .. changed] : changed, replay.Events.Select(static happened => happened.Kind));
    }

    [Fact]
    public void Interruption_that_was_noted_before_makes_an_expiry()
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply(static writer => writer.SetTrialSystemAttribute(0, JournalAttributeNames.Interruptions, "2"));
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Waiting, Noon));
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon));
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Waiting, Noon));
        Assert.Equal(
            [(StudyEventKind.Started, 0), (StudyEventKind.Expired, 2), (StudyEventKind.Taken, 0), (StudyEventKind.Released, 0)],
            replay.Events.Select(static happened => (happened.Kind, happened.Interruptions)));
    }

    [Theory]
    [InlineData("[0.5]", TrialState.Completed, null)]
    [InlineData("[Infinity]", TrialState.Failed, "The stored value is Infinity, which is no finite number.")]
    [InlineData("null", TrialState.Failed, "The stored value is NaN, which is no finite number.")]
    public void Value_that_is_no_finite_number_makes_a_failure(string values, object state, string? reason)
    {
        ReplayedJournal replay = WithTrial();
        replay.Apply($$"""{"op_code":6,"worker_id":"w","trial_id":0,"state":1,"values":{{values}},"datetime_complete":"2026-01-02T12:00:00.000000"}""");
        Assert.Equal(((TrialState)state, reason), (replay.Events[^1].Outcome!.State, replay.Events[^1].Outcome!.Reason));
    }
}
