namespace HyperTune.Tests;

/// <summary>The ways to write an objective. What is tested first of all is that each of them compiles.</summary>
public sealed class StudyOverloadTests
{
    private readonly Study<TestConfig> _study = Study.Maximize<TestConfig>(Studies.Seeded);

    [Fact]
    public void Run_of_a_lambda_over_the_config()
    {
        StudyResult<TestConfig> result = _study.Run(config => -config.X * config.X, 5);
        Assert.Equal(5, result.Trials.Count);
        Assert.Equal(result.Trials.Max(static trial => -trial.Config.X * trial.Config.X), result.Best.Value);
    }

    [Fact]
    public void Run_of_a_lambda_that_ignores_its_argument() => Assert.Equal(0.5, _study.Run(_ => 0.5, 5).Best.Value);

    [Fact]
    public void Run_of_a_lambda_over_config_and_trial()
    {
        StudyResult<TestConfig> result = _study.Run(
            (config, trial) =>
            {
                trial.Report(0, config.X);
                if (trial.Number == 1)
                {
                    return TrialOutcome.Pruned;
                }

                return config.X;
            },
            new Budget { Trials = 2 });
        Assert.Equal([TrialState.Completed, TrialState.Pruned], result.Trials.Select(static trial => trial.State));
    }

    [Fact]
    public void Run_of_a_conditional_outcome()
    {
        StudyResult<TestConfig> result = _study.Run((_, trial) => trial.ShouldPrune ? TrialOutcome.Pruned : 3, 2);
        Assert.Equal(3, result.Best.Value);
    }

    [Fact]
    public void Run_of_method_groups()
    {
        Assert.Equal(1, _study.Run(OfConfig, 1).Best.Value);
        Assert.Equal(2, _study.Run(OfTrial, 1).Best.Value);
    }

    [Fact]
    public async Task RunAsync_of_an_async_lambda_that_ignores_its_arguments()
        => Assert.Equal(0.5, (await _study.RunAsync(async (config, trial, ct) => 0.5, 5)).Best.Value);

    [Fact]
    public async Task RunAsync_of_a_lambda_over_the_config_alone()
    {
        Assert.Equal(0.5, (await _study.RunAsync(async _ => 0.5, 5)).Best.Value);
        Assert.Equal(0.75, (await _study.RunAsync(static _ => Task.FromResult(0.75), 5)).Best.Value);
        Assert.Equal(2, (await _study.RunAsync(OfConfigAloneAsync, 1)).Best.Value);
    }

    [Fact]
    public async Task RunAsync_of_a_finished_outcome()
        => Assert.Equal(1, (await _study.RunAsync((_, _, _) => Task.FromResult<TrialOutcome>(1), 5)).Best.Value);

    [Fact]
    public async Task RunAsync_of_a_finished_number()
        => Assert.Equal(1, (await _study.RunAsync((_, _) => Task.FromResult(1.0), 5)).Best.Value);

    [Fact]
    public async Task RunAsync_of_an_async_lambda_over_the_config()
    {
        StudyResult<TestConfig> result = await _study.RunAsync(
            async (config, cancellationToken) =>
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                return config.Units;
            },
            5);
        Assert.Equal(result.Trials.Max(static trial => trial.Config.Units), result.Best.Value);
    }

    [Fact]
    public async Task RunAsync_of_the_full_form()
    {
        StudyResult<TestConfig> result = await _study.RunAsync(
            async (config, trial, cancellationToken) =>
            {
                for (int epoch = 0; epoch < config.Epochs; epoch++)
                {
                    await Task.Yield();
                    trial.Report(epoch, config.X);
                    if (trial.ShouldPrune) return TrialOutcome.Pruned;
                }

                return config.X;
            },
            new Budget { Trials = 2, Time = TimeSpan.FromHours(1) },
            CancellationToken.None);
        Assert.All(result.Trials, static trial => Assert.Equal(30, trial.Reports.Length));
    }

    [Fact]
    public async Task RunAsync_of_method_groups()
    {
        Assert.Equal(1, (await _study.RunAsync(OfConfigAsync, 1)).Best.Value);
        Assert.Equal(2, (await _study.RunAsync(OfTrialAsync, 1)).Best.Value);
    }

    [Fact]
    public async Task Ask_and_tell()
    {
        Trial<TestConfig> trial = await _study.AskAsync();
        await _study.TellAsync(trial, 0.93);
        Assert.Equal(0.93, _study.Best.Value);
    }

    private static double OfConfig(TestConfig config) => 1;

    private static TrialOutcome OfTrial(TestConfig config, Trial<TestConfig> trial) => 2;

    private static Task<double> OfConfigAloneAsync(TestConfig config) => Task.FromResult(2.0);

    private static Task<double> OfConfigAsync(TestConfig config, CancellationToken cancellationToken) => Task.FromResult(1.0);

    private static Task<TrialOutcome> OfTrialAsync(TestConfig config, Trial<TestConfig> trial, CancellationToken cancellationToken)
        => Task.FromResult<TrialOutcome>(2);
}
