using static HyperTune.Tests.JournalFixture;

namespace HyperTune.Tests;

public sealed class JournalReplayTests
{
    [Fact]
    public void Numbers_follow_from_the_order_of_records()
    {
        JournalReplay replay = WithStudy("a");
        replay.Apply(writer => writer.CreateStudy("b", [OptimizationDirection.Maximize]));
        foreach (int study in new[] { 0, 1, 0, 0, 1 })
        {
            replay.Apply(writer => writer.CreateTrial(study, new JournalTrialTemplate { Started = Noon }));
        }

        Assert.Equal([0, 1, 2, 3, 4], replay.Trials.Select(static trial => trial.Id));
        Assert.Equal([0, 0, 1, 2, 1], replay.Trials.Select(static trial => trial.Number));
    }

    [Fact]
    public void Study_deleted_never_gives_its_numbers_away()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(writer => writer.DeleteStudy(0));
        Assert.Empty(replay.Studies);
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(StartTrial));
        replay.Apply(writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        Assert.True(replay.TryGetStudy("s", out JournalStudy? study));
        Assert.Equal(1, study.Id);
        replay.Apply(writer => writer.CreateTrial(1, new JournalTrialTemplate { Started = Noon }));
        Assert.Equal(1, study.Trials[0].Id);
        Assert.Equal(0, study.Trials[0].Number);
    }

    [Fact]
    public void Study_with_a_known_name_is_refused()
    {
        JournalReplay replay = WithStudy();
        Assert.Equal(JournalOutcome.DuplicateStudy, replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Maximize])));
        Assert.Equal(OptimizationDirection.Minimize, Assert.Single(Assert.Single(replay.Studies).Directions));
    }

    [Fact]
    public void Unknown_study_and_trial_are_refused_in_every_operation()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.DeleteStudy(0));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(static writer => writer.DeleteStudy(0)));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(static writer => writer.SetStudyUserAttribute(0, "a", "1")));
        Assert.Equal(JournalOutcome.UnknownStudy, replay.Apply(static writer => writer.SetStudySystemAttribute(9, "a", "1")));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialParameter(7, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialState(7, TrialState.Failed, Noon)));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialIntermediateValue(-1, 0, 1)));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialUserAttribute(7, "a", "1")));
        Assert.Equal(JournalOutcome.UnknownTrial, replay.Apply(static writer => writer.SetTrialSystemAttribute(7, "a", "1")));
    }

    [Fact]
    public void Attributes_keep_their_exact_JSON_and_the_last_write_counts()
    {
        const string Nested = "{\"a\":[null,1.7976931348623157E+308,5E-324,Infinity,-Infinity,NaN],\"b\":\"NaN\"}";
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.SetTrialUserAttribute(0, "k", "1"));
        replay.Apply(static writer => writer.SetTrialUserAttribute(0, "k", Nested));
        replay.Apply(static writer => writer.SetTrialSystemAttribute(0, "k", "null"));
        replay.Apply(static writer => writer.SetStudyUserAttribute(0, "k", Nested));
        replay.Apply(static writer => writer.SetStudySystemAttribute(0, "k", "2"));
        JournalTrial trial = replay.Trials[0];
        Assert.Equal([new("k", Nested)], trial.UserAttributes!);
        Assert.Equal([new("k", "null")], trial.SystemAttributes!);
        Assert.Equal([new("k", Nested)], trial.Study.UserAttributes);
        Assert.Equal([new("k", "2")], trial.Study.SystemAttributes);
    }

    [Fact]
    public void Attributes_in_great_number_are_found()
    {
        JournalReplay replay = WithStudy();
        for (int i = 0; i < 100; i++)
        {
            replay.Apply(writer => writer.SetStudySystemAttribute(0, $"k{i % 50}", $"{i}"));
        }

        JournalAttributes attributes = replay.Studies.Single().SystemAttributes;
        Assert.Equal(Enumerable.Range(0, 50).Select(static i => $"k{i}"), attributes.Select(static entry => entry.Key));
        Assert.Equal(Enumerable.Range(50, 50).Select(static i => $"{i}"), attributes.Select(static entry => entry.Value));
    }

    [Theory]
    [InlineData(TrialState.Completed)]
    [InlineData(TrialState.Pruned)]
    [InlineData(TrialState.Failed)]
    public void Finished_trial_refuses_every_change(TrialState state)
    {
        JournalReplay replay = WithTrial();
        replay.Apply(writer => writer.SetTrialState(0, state, [0.25], Noon.AddSeconds(5)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddDays(1))));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Completed, [1], Noon)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 0, 1)));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialUserAttribute(0, "a", "1")));
        Assert.Equal(JournalOutcome.FinishedTrial, replay.Apply(static writer => writer.SetTrialSystemAttribute(0, "a", "1")));
        JournalTrial trial = replay.Trials[0];
        Assert.Equal((state, 0.25, Noon, Noon.AddSeconds(5)), (trial.State, Assert.Single(trial.Values), trial.Started, trial.Finished));
        Assert.Empty(trial.Parameters);
    }

    [Fact]
    public void Waiting_trial_belongs_to_the_first_who_runs_it()
    {
        JournalReplay replay = WithStudy();
        replay.Apply(EnqueueTrial);
        Assert.Null(replay.Trials[0].Started);
        Assert.Null(replay.Trials[0].Owner);
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon), "first"));
        Assert.Equal(JournalOutcome.AlreadyRunning, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddHours(1)), "second"));
        Assert.Equal(("first", Noon), (replay.Trials[0].Owner, replay.Trials[0].Started));
    }

    [Fact]
    public void Running_trial_can_go_back_to_waiting_and_be_taken_by_another()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Waiting, Noon));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, Noon.AddHours(1)), "other"));
        Assert.Equal("other", replay.Trials[0].Owner);
    }

    [Fact]
    public void Parameters_keep_the_order_of_their_setting()
    {
        JournalReplay replay = WithTrial();
        foreach (string name in new[] { "b", "a", "c", "a" })
        {
            replay.Apply(writer => writer.SetTrialParameter(0, new(name, 0.5, Unit)));
        }

        replay.Apply(static writer => writer.SetTrialParameter(0, new("a", 3, new JournalFloatDistribution(0, 5))));
        Assert.Equal(["b", "a", "c"], replay.Trials[0].Parameters.Select(static parameter => parameter.Name));
        Assert.Equal([0.5, 3, 0.5], replay.Trials[0].ParameterValues.ToArray());
        Assert.Equal(5, Assert.IsType<JournalFloatDistribution>(replay.Trials[0].Layout.Entries[1].Distribution).High);
    }

    [Fact]
    public void Parameter_of_an_incompatible_distribution_is_refused_within_its_study_only()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.CreateStudy("other", [OptimizationDirection.Minimize]));
        replay.Apply(StartTrial);
        replay.Apply(static writer => writer.CreateTrial(1, new JournalTrialTemplate { Started = Noon }));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit)));
        var logarithmic = new JournalFloatDistribution(0.1, 1, isLogarithmic: true);
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(writer => writer.SetTrialParameter(1, new("x", 0.5, logarithmic))));
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(static writer => writer.SetTrialParameter(1, new("x", 1, new JournalIntDistribution(0, 2)))));
        Assert.Empty(replay.Trials[1].Parameters);
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialParameter(1, new("x", 7, new JournalFloatDistribution(5, 9)))));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.SetTrialParameter(2, new("x", 0.5, logarithmic))));
    }

    [Fact]
    public void Parameter_is_compared_with_the_trial_of_the_smallest_number_that_has_it()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon, Parameters = [new("x", 1, new JournalIntDistribution(0, 2))] }));

        // A template is never refused, so trial 2 makes no difference to later ones as long as trial 1 has the parameter.
        replay.Apply(static writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon, Parameters = [new("x", 0.5, Unit)] }));
        Assert.Equal(JournalOutcome.IncompatibleDistribution, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit))));
        Assert.Equal(JournalOutcome.Applied, replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 2, new JournalIntDistribution(0, 9)))));
    }

    [Fact]
    public void Intermediate_value_of_a_known_step_is_replaced()
    {
        JournalReplay replay = WithTrial();
        foreach ((long step, double value) in new[] { (0L, 1.0), (5L, double.NaN), (2L, double.NegativeInfinity), (0L, 3.0), (2L, 4.0) })
        {
            replay.Apply(writer => writer.SetTrialIntermediateValue(0, step, value));
        }

        Assert.Equal([(0L, 3.0), (5L, double.NaN), (2L, 4.0)], replay.Trials[0].IntermediateValues.ToArray());
    }

    [Fact]
    public void Snapshot_does_not_change_with_the_trial()
    {
        JournalReplay replay = WithTrial();
        replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.5, Unit)));
        replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 0, 1));
        replay.Apply(static writer => writer.SetTrialUserAttribute(0, "a", "1"));
        JournalTrial before = replay.Trials[0].Snapshot();
        replay.Apply(static writer => writer.SetTrialParameter(0, new("x", 0.75, Unit)));
        replay.Apply(static writer => writer.SetTrialIntermediateValue(0, 0, 2));
        replay.Apply(static writer => writer.SetTrialUserAttribute(0, "a", "2"));
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Completed, [1], Noon));
        Assert.Equal(TrialState.Running, before.State);
        Assert.Equal(0.5, before.ParameterValues[0]);
        Assert.Equal((0L, 1.0), before.IntermediateValues[0]);
        Assert.Equal([new("a", "1")], before.UserAttributes!);
        Assert.Same(replay.Trials[0], replay.Trials[0].Snapshot());
    }
}
