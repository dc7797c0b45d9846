namespace HyperTune.Tests;

/// <summary>Objectives that return their value and its derivatives, of each shape.</summary>
public sealed class GradientObjectiveTests
{
    [Fact]
    public async Task Every_shape_of_an_objective_brings_its_derivatives_to_the_strategy()
    {
        (double, SlopeConfig.Gradient) Objective(SlopeConfig config) => (config.Rate, new() { Rate = 2 });
        Task<(double, SlopeConfig.Gradient)> ObjectiveAsync(SlopeConfig config) => Task.FromResult(Objective(config));
        Func<Study<SlopeConfig>, Task<StudyResult<SlopeConfig>>>[] runs =
        [
            study => Task.FromResult(study.Run(Objective, 2)),
            study => Task.FromResult(study.Run((config, trial) => Objective(config), 2)),
            study => study.RunAsync(ObjectiveAsync, 2),
            study => study.RunAsync((config, token) => ObjectiveAsync(config), 2),
            study => study.RunAsync((config, trial, token) => ObjectiveAsync(config), 2),
            study => Task.FromResult(study.RunWith(static slot => slot, (trainer, config) => Objective(config), 2)),
            study => Task.FromResult(study.RunWith(static slot => slot, (trainer, config, trial) => Objective(config), 2)),
            study => study.RunWithAsync(static slot => slot, (trainer, config) => ObjectiveAsync(config), 2),
            study => study.RunWithAsync(static slot => slot, (trainer, config, token) => ObjectiveAsync(config), 2),
            study => study.RunWithAsync(static slot => slot, (trainer, config, trial, token) => ObjectiveAsync(config), 2),
        ];
        foreach (Func<Study<SlopeConfig>, Task<StudyResult<SlopeConfig>>> run in runs)
        {
            var strategy = new RecordingStrategy();
            StudyResult<SlopeConfig> result = await run(Study.Minimize<SlopeConfig>(Studies.Seeded with { Strategy = strategy }));
            Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
            TrialResult told = strategy.Told[0];

            // Log-uniform in [0.01, 1]: the derivative by the place is that by the rate, times the rate, times ln 100. Of momentum nothing is known.
            Assert.Equal(2 * told.Vector.Span[0] * Math.Log(100), told.Gradient.Span[0], 1e-9);
            Assert.True(double.IsNaN(told.Gradient.Span[1]));
        }
    }

    [Fact]
    public void A_gradient_of_which_nothing_is_known_is_left_out()
    {
        var strategy = new RecordingStrategy();
        Study.Minimize<SlopeConfig>(Studies.Seeded with { Strategy = strategy }).Run(
            static config => (config.Rate, config.Rate < 0 ? new SlopeConfig.Gradient() : null), 2);
        Assert.True(strategy.Told[0].Gradient.IsEmpty);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_derivative_that_is_no_finite_number_fails_the_trial(double derivative, string text)
    {
        StudyResult<SlopeConfig> result = Study.Minimize<SlopeConfig>(Studies.Seeded).Run(config => (config.Rate, new SlopeConfig.Gradient { Rate = derivative }), 1);
        Assert.Equal(TrialState.Failed, result.Trials[0].State);
        Assert.Equal(
            $"The derivative of the objective by Rate is {text}, which is no finite number; one that is not known is to be left out (null).",
            result.Trials[0].FailureReason);
    }

    [Fact]
    public void A_derivative_by_what_the_config_does_not_have_fails_the_trial()
    {
        Study<SlopeConfig> study = Study.Minimize<SlopeConfig>(Studies.Seeded);
        study.Enqueue(new SlopeConfig { Rate = 0.5, Method = Method.Plain });
        StudyResult<SlopeConfig> result = study.Run(static config => (config.Rate, new SlopeConfig.Gradient { Rate = 1, Momentum = 0.25 }), 1);
        Assert.Equal(
            "The derivative of the objective by Momentum is 0.25, although that parameter does not exist in the config (Rate = 0.5, Method = Plain).",
            result.Trials[0].FailureReason);
    }

    [Fact]
    public void A_derivative_by_what_is_not_continuous_fails_the_trial()
    {
        var study = new Study<double[]>(new TestSpace(new UniformDistribution(0, 9, 1)), OptimizationDirection.Minimize, Studies.Seeded);
        study.Tell(study.Ask(), TrialOutcome.Completed(1).WithGradient(new OneDerivative(3)));
        Assert.Equal("The derivative of the objective by x0 is 3, although that parameter is not continuous.", study.Trials[0].FailureReason);
    }

    [Fact]
    public async Task A_wrong_derivative_told_by_number_fails_the_trial()
    {
        Study<double[]> study = new(new TestSpace(new UniformDistribution(0, 1)), OptimizationDirection.Minimize, Studies.Seeded);
        Trial<double[]> trial = await study.AskAsync();
        await study.TellAsync(trial.Number, TrialOutcome.Completed(1).WithGradient(new OneDerivative(double.PositiveInfinity)));
        Assert.StartsWith("The derivative of the objective by x0 is Infinity", study.Trials[0].FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named_before_its_derivatives()
    {
        StudyResult<SlopeConfig> result = Study.Minimize<SlopeConfig>(Studies.Seeded).Run(
            static config => (double.NaN, new SlopeConfig.Gradient { Rate = double.NaN }), 1);
        Assert.Equal("The objective returned NaN, which is no finite number.", result.Trials[0].FailureReason);
    }

    [Theory]
    [MemberData(nameof(StoragePlace.Storages), MemberType = typeof(StoragePlace))]
    public void A_resumed_study_knows_the_derivatives(string kind)
    {
        using var place = new StoragePlace(kind);
        place.Open().Run(static (vector, _) => (vector[0], new TwoDerivatives()), 3);
        var strategy = new RecordingStrategy();
        place.Open(options => options with { Strategy = strategy }).Ask();
        Assert.Equal(3, strategy.Told.Count);
        Assert.All(strategy.Told, static told => Assert.Equal([0.1 + 0.2, double.NaN], told.Gradient.ToArray()));
    }

    private sealed class OneDerivative(double derivative) : IGradient<double[]>
    {
        public void WriteTo(Span<double> vector) => vector[0] = derivative;
    }

    private sealed class TwoDerivatives : IGradient<double[]>
    {
        public void WriteTo(Span<double> vector) => vector[0] = 0.1 + 0.2;
    }
}

[SearchSpace]
internal sealed partial record SlopeConfig
{
    [LogUniform(0.01, 1)] public double Rate { get; init; } = 0.1;

    [Uniform(0, 0.9), When(nameof(Method), Method.Momentum)] public double Momentum { get; init; } = 0.5;

    [Choice] public Method Method { get; init; } = Method.Momentum;
}

internal enum Method
{
    Plain,
    Momentum,
}
