namespace HyperTune.Tests;

public sealed class EnqueueTests
{
    [Fact]
    public void Enqueued_configs_run_first_in_their_order_and_count_as_trials()
    {
        Study<double[]> study = Studies.Minimize();
        study.Enqueue([0.1, 0.2]);
        study.Enqueue([0.3, 0.4]);
        StudyResult<double[]> result = study.Run(Studies.Bowl, 4);
        Assert.Equal([0.1, 0.2], result.Trials[0].Config);
        Assert.Equal([0.3, 0.4], result.Trials[1].Vector.ToArray());
        Assert.Equal([true, true, false, false], result.Trials.Select(static trial => trial.IsEnqueued));
    }

    [Fact]
    public void The_strategys_suggestions_keep_their_numbers()
    {
        StudyResult<double[]> plain = Studies.Minimize().Run(Studies.Bowl, 4);
        Study<double[]> study = Studies.Minimize();
        study.Enqueue([0.1, 0.2]);
        StudyResult<double[]> result = study.Run(Studies.Bowl, 4);
        Assert.Equal(plain.Trials.Skip(1).Select(static trial => trial.Value), result.Trials.Skip(1).Select(static trial => trial.Value));
    }

    [Fact]
    public void The_objective_gets_the_object_itself_with_what_is_not_tuned()
    {
        var config = new TestConfig { X = 0.25, Epochs = 3 };
        Study<TestConfig> study = Study.Minimize<TestConfig>();
        study.Enqueue(config);
        StudyResult<TestConfig> result = study.Run(static config => config.Epochs, 1);
        Assert.Equal(3, result.Best.Value);
        Assert.Same(config, result.Best.Config);
    }

    [Fact]
    public void A_value_outside_its_range_is_refused_with_all_that_is_wrong()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>();
        var exception = Assert.Throws<ArgumentException>(() => study.Enqueue(new TestConfig { X = 3, Units = 99 }));
        Assert.Contains("X: 3 is outside", exception.Message);
        Assert.Contains("Units: 99 is outside", exception.Message);
        Assert.Contains("study 'TestConfig'", exception.Message);
        study.Run(static config => config.X, 1);
        Assert.False(study.Trials[0].IsEnqueued);
    }

    [Fact]
    public void A_missing_config_is_refused() => Assert.Throws<ArgumentNullException>(() => Studies.Minimize().Enqueue(null!));

    [Fact]
    public void The_strategy_hears_of_enqueued_trials_too()
    {
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        study.Enqueue([0.1, 0.2]);
        study.Run(Studies.Bowl, 2);
        Assert.Equal([0, 1], strategy.Announced);
        Assert.Equal([1], strategy.Asked);
        Assert.Equal([0, 1], strategy.Told.Select(static result => result.Number));
    }

    [Fact]
    public async Task A_config_enqueued_after_exhaustion_still_runs()
    {
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = new RecordingStrategy { Limit = 0 } });
        Assert.Null(await study.TryAskAsync());
        study.Enqueue([0.1, 0.2]);
        double[] config = (await study.AskAsync()).Config;
        Assert.Equal([0.1, 0.2], config);
    }
}
