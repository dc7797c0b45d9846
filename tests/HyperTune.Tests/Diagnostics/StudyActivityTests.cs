using System.Collections.Concurrent;
using System.Diagnostics;

namespace HyperTune.Tests;

public sealed class StudyActivityTests : IDisposable
{
    // Other tests run studies at the same time; a name of its own tells this one's activities apart.
    private readonly StudyOptions _options = Studies.Seeded with { Name = $"activities {Guid.NewGuid()}" };
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ActivityListener _listener;

    public StudyActivityTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == HyperTuneTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("hypertune.study.name"), _options.Name))
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void A_run_is_an_activity_and_its_trials_are_inside()
    {
        Studies.Minimize(_options).Run((_, trial) => trial.Number == 0 ? 5 : TrialOutcome.Pruned, 2);
        Activity[] activities = [.. _activities];
        Assert.Equal(["hypertune.trial", "hypertune.trial", "hypertune.study"], activities.Select(static activity => activity.OperationName));
        Activity run = activities[2];
        Assert.Equal("Random", run.GetTagItem("hypertune.study.strategy"));
        Assert.Equal("7", run.GetTagItem("hypertune.study.seed"));
        Assert.Equal(1, run.GetTagItem("hypertune.study.parallelism"));
        Assert.Equal("TrialBudgetSpent", run.GetTagItem("hypertune.study.stop_reason"));
        Assert.All(activities[..2], trial => Assert.Equal(run.SpanId, trial.ParentSpanId));
        Assert.Equal(0, activities[0].GetTagItem("hypertune.trial.number"));
        Assert.Equal("completed", activities[0].GetTagItem("hypertune.trial.state"));
        Assert.Equal(5.0, activities[0].GetTagItem("hypertune.trial.value"));
        Assert.Equal("pruned", activities[1].GetTagItem("hypertune.trial.state"));
        Assert.Null(activities[1].GetTagItem("hypertune.trial.value"));
    }

    [Fact]
    public async Task Trials_of_a_parallel_run_are_inside_it_and_around_the_objective()
    {
        var inside = new ConcurrentBag<string?>();
        Study<double[]> study = Studies.Minimize(_options with { Parallelism = 4 });
        await study.RunAsync(
            async (double[] x, CancellationToken _) =>
            {
                await Task.Yield();
                inside.Add(Activity.Current?.OperationName);
                return 0;
            },
            20);
        Activity run = Assert.Single(_activities, static activity => activity.OperationName == "hypertune.study");
        Assert.Equal(20, _activities.Count(activity => activity.ParentSpanId == run.SpanId));
        Assert.All(inside, static name => Assert.Equal("hypertune.trial", name));
    }

    [Fact]
    public void A_failed_trial_is_an_error_with_its_exception()
    {
        Studies.Minimize(_options with { Expected = Failures.Any }).Run((double[] _) => throw new FormatException("bad weights"), 1);
        Activity trial = _activities.First();
        Assert.Equal(ActivityStatusCode.Error, trial.Status);
        Assert.Equal("FormatException: bad weights", trial.StatusDescription);
        Assert.Equal("exception", Assert.Single(trial.Events).Name);
    }
}
