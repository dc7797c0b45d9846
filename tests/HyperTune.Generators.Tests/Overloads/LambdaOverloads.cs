namespace HyperTune.Generators.Tests.Overloads;

/// <summary>What is known of each public overload that takes a lambda; a new one belongs here.</summary>
internal static class LambdaOverloads
{
    public static IReadOnlyList<LambdaOverload> All { get; } =
    [
        new(
            "Parameter<T>.Parameter(string, int, Distribution, double, Func<double, T>, Func<T, double>, ParameterCondition)",
            [
                "new Parameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units)",
            ],
            [
                "new Parameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => {|CS0266:value|}, units => units)",
                "new Parameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units.{|CS1061:Value|})",
            ]),
        new(
            "RangeParameter<T>.RangeParameter(string, int, Distribution, double, Func<double, T>, Func<T, double>, ParameterCondition)",
            [
                "new RangeParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units)",
            ],
            [
                "new RangeParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => {|CS0266:value|}, units => units)",
                "new RangeParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units.{|CS1061:Value|})",
            ]),
        new(
            "ChoiceParameter<T>.ChoiceParameter(string, int, Distribution, double, Func<double, T>, Func<T, double>, ParameterCondition)",
            [
                "new ChoiceParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units)",
            ],
            [
                "new ChoiceParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => {|CS0266:value|}, units => units)",
                "new ChoiceParameter<int>(\"Units\", 0, new UniformDistribution(1, 8, 1), 4, value => (int)value, units => units.{|CS1061:Value|})",
            ]),
        new(
            "Study<T>.Run(Func<T, double>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.Run(config => config.Rate, 100)",
                "study.Run(config => config.Epochs, 100)",
                "study.Run(_ => 1, 100)",
                "study.Run(Score, new Budget { Time = TimeSpan.FromHours(1) })",
                "study.Run(config => throw new InvalidOperationException(), 100)",
                "study.Run(config => { double rate = config.Rate; return rate > 0.5 ? rate : 0; }, 100, CancellationToken.None)",
            ],
            [
                "study.Run(config => config.{|CS1061:Rat|}, 100)",
                "study.Run(config => { double rate = config.{|CS1061:Rat|}; return rate; }, 100)",
                "study.Run(config => { double rate = {|CS0103:Scor|}(config); return rate + config.Rate; }, 100)",
                "study.Run(config => {|CS0029:\"a\"|}, 100)",
                "study.Run(config => { if (config.Epochs > 3) return 1; return {|CS0029:\"a\"|}; }, 100)",
                "study.Run(config {|CS1643:=>|} { if (config.Rate > 0.5) return 1; }, 100)",
                "study.Run(config => {|CS0029:ScoreAsync(config)|}, 100)",
                "study.Run(async config {|CS4010:=>|} await ScoreAsync(config), 100)",
                "study.Run(config => {|CS0029:TrialOutcome.Pruned|}, 100)",
                "study.Run(trial => trial.{|CS1061:Config|}.Rate, 100)",
                "study.Run(config => config.Rate, {|CS1503:\"100\"|})",
                "study.{|CS1501:Run|}(config => config.Rate)",
                "study.Run({|CS0407:ScoreAsync|}, 100)",
            ]),
        new(
            "Study<T>.Run(Func<T, Trial<T>, TrialOutcome>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.Run((config, trial) => config.Rate, 100)",
                "study.Run((config, trial) => config.Epochs, 100)",
                "study.Run((_, _) => 1, 100)",
                "study.Run((_, _) => TrialOutcome.Pruned, 100)",
                "study.Run(Judge, 100)",
                "study.Run((config, trial) => trial.ShouldPrune ? TrialOutcome.Pruned : 0.9, 100)",
                "study.Run((config, trial) => { trial.Report(0, config.Rate); if (trial.ShouldPrune) return TrialOutcome.Pruned; return 0.9; }, 100)",
                "study.Run((config, trial) => { trial.Report(0, config.Rate); trial.ThrowIfPruned(); return config.Rate; }, 100, CancellationToken.None)",
                "study.Run((config, trial) => throw new InvalidOperationException(), 100)",
            ],
            [
                "study.Run((config, trial) => config.{|CS1061:Rat|}, 100)",
                "study.Run((config, trial) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return config.{|CS1061:Rat|}; }, 100)",
                "study.Run((config, trial) => { trial.{|CS1061:Reprt|}(0, config.Rate); return config.Rate; }, 100)",
                "study.Run((config, trial) => { trial.{|CS7036:Report|}(0); return config.Rate; }, 100)",
                "study.Run((config, trial) => { trial.Report(0, {|CS1503:\"a\"|}); return config.Rate; }, 100)",
                "study.Run((config, trial) => { if (trial.{|CS1061:ShouldPrun|}) return TrialOutcome.Pruned; return config.Rate; }, 100)",
                "study.Run((config, trial) => trial.ShouldPrune ? TrialOutcome.{|CS0117:Prune|} : config.Rate, 100)",
                "study.Run((config, trial) => {|CS0029:\"a\"|}, 100)",
                "study.Run((config, trial) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return {|CS0029:\"a\"|}; }, 100)",
                "study.Run((config, trial) {|CS1643:=>|} { if (trial.ShouldPrune) return TrialOutcome.Pruned; }, 100)",
                "study.Run((config, trial) => {|CS0029:ScoreAsync(config)|}, 100)",
                "study.Run(async (config, trial) {|CS4010:=>|} await ScoreAsync(config), 100)",
                "study.Run((config, trial, token) {|CS1593:=>|} config.Rate, 100)",
            ]),
        new(
            "Study<T>.RunAsync(Func<T, Task<double>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync(config => ScoreAsync(config), 100)",
                "study.RunAsync(async config => await ScoreAsync(config), 100)",
                "study.RunAsync(async config => { await Task.Yield(); return config.Epochs; }, 100, CancellationToken.None)",
                "study.RunAsync(async _ => 1, 100)",
            ],
            [
                "study.RunAsync(config => ScoreAsync(config.{|CS1061:Self|}), 100)",
                "study.RunAsync(async config => config.{|CS1061:Rat|}, 100)",
                "study.RunAsync(async config => { await Task.Yield(); return config.{|CS1061:Rat|}; }, 100)",
                "study.RunAsync(async config => { double score = {|CS0029:ScoreAsync(config)|}; return score; }, 100)",
                "study.RunAsync(async config => {|CS4016:ScoreAsync(config)|}, 100)",
                "study.RunAsync(config => {|CS0029:config.Rate|}, 100)",
                "study.RunAsync(async config => {|CS0029:\"a\"|}, 100)",
                "study.RunAsync(async config => { await Task.Yield(); return {|CS0029:\"a\"|}; }, 100)",
                "study.RunAsync(async config {|CS1643:=>|} { if (config.Rate > 0.5) return 1; }, 100)",
                "study.RunAsync(async trial => { await Task.Yield(); return trial.{|CS1061:Config|}.Rate; }, 100)",
            ]),
        new(
            "Study<T>.RunAsync(Func<T, CancellationToken, Task<double>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync((config, token) => ScoreAsync(config, token), 100)",
                "study.RunAsync(async (config, token) => await ScoreAsync(config, token), 100)",
                "study.RunAsync(async (config, token) => { await Task.Delay(1, token); return config.Epochs; }, 100, CancellationToken.None)",
                "study.RunAsync(async (_, _) => 1, 100)",
            ],
            [
                "study.RunAsync((config, token) => ScoreAsync(config, token.{|CS1061:Tokn|}), 100)",
                "study.RunAsync(async (config, token) => { await Task.Delay(1, token); return config.{|CS1061:Rat|}; }, 100)",
                "study.RunAsync(async (config, token) => { token.{|CS1061:ThrowIfCancelled|}(); return config.Rate; }, 100)",
                "study.RunAsync(async (config, token) => { double score = {|CS0029:ScoreAsync(config, token)|}; return score; }, 100)",
                "study.RunAsync(async (config, token) => {|CS4016:ScoreAsync(config, token)|}, 100)",
                "study.RunAsync((config, token) => {|CS0029:config.Rate|}, 100)",
                "study.RunAsync(async (config, token) => {|CS0029:\"a\"|}, 100)",
                "study.RunAsync(async (config, token) => { await Task.Delay(1, token); return {|CS0029:\"a\"|}; }, 100)",
                "study.RunAsync(async (config, token) {|CS1643:=>|} { if (config.Rate > 0.5) return 1; }, 100)",
                "study.RunAsync(async (config, trial) => { trial.{|CS1061:Report|}(0, 1); return config.Rate; }, 100)",
            ]),
        new(
            "Study<T>.RunAsync(Func<T, Trial<T>, CancellationToken, Task<TrialOutcome>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync(async (config, trial, token) => await ScoreAsync(config, token), 100)",
                "study.RunAsync(JudgeAsync, 100)",
                "study.RunAsync((config, trial, token) => JudgeAsync(config, trial, token), 100)",
                "study.RunAsync((_, _, _) => Task.FromResult(TrialOutcome.Pruned), 100)",
                "study.RunAsync(async (_, _, _) => 1, 100)",
                "study.RunAsync(async (config, trial, token) => trial.ShouldPrune ? TrialOutcome.Pruned : 0.9, 100)",
                """
                study.RunAsync(async (config, trial, token) =>
                {
                    for (int epoch = 0; epoch < config.Epochs; epoch++)
                    {
                        double accuracy = await EpochAsync(config, epoch, token);
                        trial.Report(epoch, accuracy);
                        if (trial.ShouldPrune) return TrialOutcome.Pruned;
                    }

                    return config.Rate;
                }, new Budget { Trials = 200, Time = TimeSpan.FromHours(1) }, CancellationToken.None)
                """,
            ],
            [
                "study.RunAsync(async (config, trial, token) => { trial.{|CS1061:Reprt|}(0, config.Rate); return config.Rate; }, 100)",
                "study.RunAsync(async (config, trial, token) => { await Task.Delay(1, token); if (trial.{|CS1061:ShouldPrun|}) return TrialOutcome.Pruned; return 0.9; }, 100)",
                "study.RunAsync(async (config, trial, token) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return config.{|CS1061:Rat|}; }, 100)",
                "study.RunAsync(async (config, trial, token) => { if (trial.ShouldPrune) return TrialOutcome.{|CS0117:Prune|}; return config.Rate; }, 100)",
                "study.RunAsync(async (config, trial, token) => { trial.Report(0, {|CS1503:EpochAsync(config, 1, token)|}); return config.Rate; }, 100)",
                "study.RunAsync(async (config, trial, token) => { double score = {|CS0029:ScoreAsync(config)|}; return score; }, 100)",
                "study.RunAsync(async (config, trial, token) => {|CS0029:ScoreAsync(config)|}, 100)",
                "study.RunAsync(async (config, trial, token) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return {|CS0029:\"a\"|}; }, 100)",
                "study.RunAsync(async (config, trial, token) {|CS1643:=>|} { if (trial.ShouldPrune) return TrialOutcome.Pruned; }, 100)",
                "study.RunAsync((config, trial, token) => {|CS0029:config.Rate|}, 100)",
                "study.RunAsync((config, trial, token) => {|CS0029:ScoreAsync(config)|}, 100)",
                """
                study.RunAsync(async (config, trial, token) =>
                {
                    for (int epoch = 0; epoch < config.Epochs; epoch++)
                    {
                        double accuracy = await EpochAsync(config.{|CS1061:Self|}, epoch, token);
                        trial.Report(epoch, accuracy);
                        if (trial.ShouldPrune) return TrialOutcome.Pruned;
                    }

                    return config.Rate;
                }, 100)
                """,
            ]),
        new(
            "Study<T>.Run<TGradient>(Func<T, ValueTuple<double, TGradient>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.Run(config => (config.Rate, new Config.Gradient { Rate = 2 }), 100)",
                "study.Run(Slope, 100)",
                "study.Run(config => Slope(config), 100)",
                "study.Run(config => { var gradient = new Config.Gradient { Rate = 2 }; return (1, config.Epochs > 2 ? gradient : null); }, 100)",
            ],
            [
                "study.Run(config => (config.{|CS1061:Rat|}, new Config.Gradient { Rate = 2 }), 100)",
                "study.Run(config => (config.Rate, new Config.Gradient { {|CS0117:Rat|} = 2 }), 100)",
                "study.Run(config => Slope(config.{|CS1061:Self|}), 100)",
            ]),
        new(
            "Study<T>.Run<TGradient>(Func<T, Trial<T>, ValueTuple<double, TGradient>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.Run((config, trial) => (config.Rate, new Config.Gradient { Rate = 2 }), 100)",
                "study.Run((config, trial) => { trial.Report(0, 1); trial.ThrowIfPruned(); return (config.Rate, new Config.Gradient { Rate = 2 }); }, 100)",
            ],
            [
                "study.Run((config, trial) => { trial.{|CS1061:Reprt|}(0, 1); return (config.Rate, new Config.Gradient { Rate = 2 }); }, 100)",
                "study.Run((config, trial) => (config.Rate, new Config.Gradient { {|CS0117:Rat|} = 2 }), 100)",
            ]),
        new(
            "Study<T>.RunAsync<TGradient>(Func<T, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync(config => SlopeAsync(config), 100)",
                "study.RunAsync(async config => { await Task.Yield(); return (config.Rate, new Config.Gradient { Rate = 2 }); }, 100)",
            ],
            [
                "study.RunAsync(async config => { await Task.Yield(); return (config.{|CS1061:Rat|}, new Config.Gradient { Rate = 2 }); }, 100)",
                "study.RunAsync(async config => await SlopeAsync(config.{|CS1061:Self|}), 100)",
            ]),
        new(
            "Study<T>.RunAsync<TGradient>(Func<T, CancellationToken, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync((config, token) => SlopeAsync(config, token), 100)",
                "study.RunAsync(SlopeAsync, 100)",
            ],
            [
                "study.RunAsync(async (config, token) => { await Task.Delay(1, token); return (config.{|CS1061:Rat|}, new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "Study<T>.RunAsync<TGradient>(Func<T, Trial<T>, CancellationToken, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunAsync((config, trial, token) => SlopeAsync(config, token), 100)",
                "study.RunAsync(async (config, trial, token) => { await trial.ReportAsync(0, 1, token); trial.ThrowIfPruned(); return await SlopeAsync(config, token); }, 100)",
            ],
            [
                "study.RunAsync(async (config, trial, token) => { await trial.{|CS1061:ReprtAsync|}(0, 1, token); return (config.Rate, new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "Study<T>.RunWith<TTrainer, TGradient>(Func<string, TTrainer>, Func<TTrainer, T, ValueTuple<double, TGradient>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => (trainer.Train(config), new Config.Gradient { Rate = 2 }), 100)",
            ],
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => (trainer.{|CS1061:Tran|}(config), new Config.Gradient { Rate = 2 }), 100)",
            ]),
        new(
            "Study<T>.RunWith<TTrainer, TGradient>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T>, ValueTuple<double, TGradient>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config, trial) => (trainer.Train(config), new Config.Gradient { Rate = 2 }), 100)",
            ],
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config, trial) => { trial.{|CS1061:Reprt|}(0, 1); return (trainer.Train(config), new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer, TGradient>(Func<string, TTrainer>, Func<TTrainer, T, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config) => SlopeAsync(config), 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config) => { await Task.Yield(); return (trainer.{|CS1061:Tran|}(config), new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer, TGradient>(Func<string, TTrainer>, Func<TTrainer, T, CancellationToken, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config, token) => SlopeAsync(config, token), 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config, token) => { await Task.Delay(1, token); return (trainer.{|CS1061:Tran|}(config), new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer, TGradient>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T>, CancellationToken, Task<ValueTuple<double, TGradient>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config, trial, token) => SlopeAsync(config, token), 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config, trial, token) => { await Task.Yield(); trial.{|CS1061:Reprt|}(0, 1); return (trainer.Train(config), new Config.Gradient { Rate = 2 }); }, 100)",
            ]),
        new(
            "GradientCheck.Of<TConfig, TGradient>(Func<TConfig, ValueTuple<double, TGradient>>)",
            [
                "GradientCheck.Of((Config config) => (config.Rate, new Config.Gradient { Rate = 1 }))",
                "GradientCheck.Of<Config, Config.Gradient>(Slope)",
            ],
            [
                "GradientCheck.Of((Config config) => (config.{|CS1061:Rat|}, new Config.Gradient { Rate = 1 }))",
                "GradientCheck.Of((Config config) => (config.Rate, new Config.Gradient { {|CS0117:Rat|} = 1 }))",
            ]),
        new(
            "GradientCheck.Of<TConfig, TGradient>(Func<TConfig, ValueTuple<double, TGradient>>, GradientCheckOptions<TConfig>)",
            [
                "GradientCheck.Of(config => (config.Rate, new Config.Gradient { Rate = 1 }), new GradientCheckOptions<Config> { Step = 0.01 })",
            ],
            [
                "GradientCheck.Of(config => (config.{|CS1061:Rat|}, new Config.Gradient { Rate = 1 }), new GradientCheckOptions<Config>())",
            ]),
        new(
            "LearningCurves.Function<T>(SearchSpace<T>, OptimizationDirection, Func<T, LearningCurve>)",
            [
                "LearningCurves.Function(Config.Space, OptimizationDirection.Minimize, config => new LearningCurve([1, config.Rate]))",
            ],
            [
                "LearningCurves.Function(Config.Space, OptimizationDirection.Minimize, config => new LearningCurve([1, config.{|CS1061:Rat|}]))",
            ]),
        new(
            "Failures.When(Func<Exception, bool>)",
            [
                "Failures.Of<IOException>().When(exception => exception.HResult == 32)",
                "Failures.Any.When(exception => exception is TimeoutException { Message: \"busy\" })",
            ],
            [
                "Failures.Any.When(exception => exception.{|CS1061:Mesage|} == \"busy\")",
                "Failures.Any.When(exception => {|CS0029:exception.Message|})",
            ]),
        new(
            "Retries.set_When(Func<Exception, bool>)",
            [
                "new Retries { Failed = 2, When = exception => exception is TimeoutException }",
            ],
            [
                "new Retries { Failed = 2, When = exception => exception.{|CS1061:Mesage|} == \"busy\" }",
                "new Retries { Failed = 2, When = exception => {|CS0029:exception.Message|} }",
            ]),
        new(
            "Retries.set_BackOff(Func<int, TimeSpan>)",
            [
                "new Retries { Failed = 2, BackOff = attempt => TimeSpan.FromSeconds(10 * attempt) }",
                "new Retries { Failed = 2, BackOff = _ => TimeSpan.Zero }",
            ],
            [
                "new Retries { Failed = 2, BackOff = attempt => {|CS0029:10 * attempt|} }",
                "new Retries { Failed = 2, BackOff = attempt => TimeSpan.{|CS0117:FromSecond|}(attempt) }",
            ]),
        new(
            "Study<T>.RetryFailed(Func<TrialRecord<T>, bool>)",
            [
                "study.RetryFailed(record => record.Exception is IOException)",
                "study.RetryFailed(record => record.Config.Rate > 0.5)",
            ],
            [
                "study.RetryFailed(record => record.{|CS1061:Exeption|} is IOException)",
                "study.RetryFailed(record => {|CS0029:record.Exception|})",
            ]),
        new(
            "Study<T>.RetryFailedAsync(Func<TrialRecord<T>, bool>, CancellationToken)",
            [
                "study.RetryFailedAsync(record => record.Exception is IOException)",
                "study.RetryFailedAsync(record => record.Number < 5, CancellationToken.None)",
            ],
            [
                "study.RetryFailedAsync(record => record.{|CS1061:Exeption|} is IOException)",
            ]),
        new(
            "Study<T, TMetrics>.RetryFailed(Func<TrialRecord<T, TMetrics>, bool>)",
            [
                "several.RetryFailed(record => record.Exception is IOException)",
            ],
            [
                "several.RetryFailed(record => record.{|CS1061:Exeption|} is IOException)",
            ]),
        new(
            "Study<T, TMetrics>.RetryFailedAsync(Func<TrialRecord<T, TMetrics>, bool>, CancellationToken)",
            [
                "several.RetryFailedAsync(record => record.Number < 5, CancellationToken.None)",
            ],
            [
                "several.RetryFailedAsync(record => record.{|CS1061:Nr|} < 5)",
            ]),
        new(
            "Study<T, TMetrics>.Run(Func<T, TMetrics>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.Run(config => Value(config), 100)",
                "several.Run(Value, 100)",
                "several.Run(config => new Worth(config.Rate, 1), 100, CancellationToken.None)",
                "several.Run(config => new(config.Rate, 1), 100)",
            ],
            [
                "several.Run(config => new Worth(config.{|CS1061:Rat|}, 1), 100)",
                "several.Run(config => {|CS0029:config.Rate|}, 100)",
                "several.Run(config => {|CS0029:TrialOutcome.Pruned|}, 100)",
                "several.Run(config => { Worth value = Value(config); return value with { {|CS0117:Gains|} = 1 }; }, 100)",
            ]),
        new(
            "Study<T, TMetrics>.Run(Func<T, Trial<T, TMetrics>, TrialOutcome<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.Run((config, trial) => Value(config), 100)",
                "several.Run((config, trial) => TrialOutcome.Pruned, 100)",
                "several.Run((config, trial) => { trial.Report(0, Value(config)); trial.Report(1, 0.5); if (trial.ShouldPrune) return TrialOutcome.Pruned; return Value(config); }, 100)",
                "several.Run((config, trial) => TrialOutcome.Failed(\"too large\"), 100)",
            ],
            [
                "several.Run((config, trial) => { trial.{|CS1061:Reprt|}(0, Value(config)); return Value(config); }, 100)",
                "several.Run((config, trial) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return {|CS0029:config.Rate|}; }, 100)",
                "several.Run((config, trial) => new Worth(config.{|CS1061:Rat|}, 1), 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunAsync(Func<T, Task<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunAsync(config => ValueAsync(config), 100)",
                "several.RunAsync(ValueAsync, 100)",
                "several.RunAsync(async config => { await Task.Yield(); return Value(config); }, 100)",
            ],
            [
                "several.RunAsync(config => {|CS0029:Value(config)|}, 100)",
                "several.RunAsync(async config => { await Task.Yield(); return new Worth(config.{|CS1061:Rat|}, 1); }, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunAsync(Func<T, CancellationToken, Task<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunAsync((config, token) => ValueAsync(config), 100)",
                "several.RunAsync(async (config, token) => { await Task.Delay(1, token); return Value(config); }, 100)",
            ],
            [
                "several.RunAsync((config, token) => {|CS0029:Value(config)|}, 100)",
                "several.RunAsync(async (config, token) => { token.{|CS1061:ThrowIfCancelled|}(); return Value(config); }, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunAsync(Func<T, Trial<T, TMetrics>, CancellationToken, Task<TrialOutcome<TMetrics>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunAsync(async (config, trial, token) => await ValueAsync(config), 100)",
                "several.RunAsync(async (config, trial, token) => { if (await trial.ReportAsync(0, Value(config), token)) return TrialOutcome.Pruned; return Value(config); }, 100)",
            ],
            [
                "several.RunAsync(async (config, trial, token) => { trial.{|CS1061:Reprt|}(0, Value(config)); return Value(config); }, 100)",
                "several.RunAsync(async (config, trial, token) => { if (trial.ShouldPrune) return TrialOutcome.Pruned; return {|CS0029:config.Rate|}; }, 100)",
            ]),
        new(
            "Study<T>.RunWith<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, double>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => trainer.Train(config), 100)",
                "study.RunWith(Open, (trainer, config) => config.Rate, 100)",
            ],
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => trainer.{|CS1061:Tran|}(config), 100)",
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => config.{|CS1061:Rat|}, 100)",
                "study.RunWith(slot => new Trainer(slot), (trainer, config) => {|CS0029:\"a\"|}, 100)",
            ]),
        new(
            "Study<T>.RunWith<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T>, TrialOutcome>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config, trial) => trial.ShouldPrune ? TrialOutcome.Pruned : trainer.Train(config), 100)",
            ],
            [
                "study.RunWith(slot => new Trainer(slot), (trainer, config, trial) => { trial.{|CS1061:Reprt|}(0, config.Rate); return trainer.Train(config); }, 100)",
                "study.RunWith(slot => new Trainer(slot), (trainer, config, trial) => trainer.{|CS1061:Tran|}(config), 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Task<double>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config) => ScoreAsync(config), 100)",
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config) => { await Task.Yield(); return trainer.Train(config); }, 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config) => {|CS0029:config.Rate|}, 100)",
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config) => { await Task.Yield(); return trainer.{|CS1061:Tran|}(config); }, 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, CancellationToken, Task<double>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config, token) => ScoreAsync(config, token), 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), (trainer, config, token) => {|CS0029:config.Rate|}, 100)",
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config, token) => { token.{|CS1061:ThrowIfCancelled|}(); return trainer.Train(config); }, 100)",
            ]),
        new(
            "Study<T>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T>, CancellationToken, Task<TrialOutcome>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config, trial, token) => { await Task.Yield(); if (trial.ShouldPrune) return TrialOutcome.Pruned; return trainer.Train(config); }, 100)",
            ],
            [
                "study.RunWithAsync(slot => new Trainer(slot), async (trainer, config, trial, token) => { trial.{|CS1061:Reprt|}(0, config.Rate); return trainer.Train(config); }, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunWith<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, TMetrics>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunWith(slot => new Trainer(slot), (trainer, config) => Value(config), 100)",
            ],
            [
                "several.RunWith(slot => new Trainer(slot), (trainer, config) => new Worth(trainer.{|CS1061:Tran|}(config), 1), 100)",
                "several.RunWith(slot => new Trainer(slot), (trainer, config) => {|CS0029:config.Rate|}, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunWith<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T, TMetrics>, TrialOutcome<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunWith(slot => new Trainer(slot), (trainer, config, trial) => { trial.Report(0, Value(config)); if (trial.ShouldPrune) return TrialOutcome.Pruned; return Value(config); }, 100)",
            ],
            [
                "several.RunWith(slot => new Trainer(slot), (trainer, config, trial) => { trial.{|CS1061:Reprt|}(0, Value(config)); return Value(config); }, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Task<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunWithAsync(slot => new Trainer(slot), (trainer, config) => ValueAsync(config), 100)",
            ],
            [
                "several.RunWithAsync(slot => new Trainer(slot), (trainer, config) => {|CS0029:Value(config)|}, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, CancellationToken, Task<TMetrics>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunWithAsync(slot => new Trainer(slot), (trainer, config, token) => ValueAsync(config), 100)",
            ],
            [
                "several.RunWithAsync(slot => new Trainer(slot), (trainer, config, token) => {|CS0029:Value(config)|}, 100)",
            ]),
        new(
            "Study<T, TMetrics>.RunWithAsync<TTrainer>(Func<string, TTrainer>, Func<TTrainer, T, Trial<T, TMetrics>, CancellationToken, Task<TrialOutcome<TMetrics>>>, Budget, CancellationToken, SearchSpace<T>)",
            [
                "several.RunWithAsync(slot => new Trainer(slot), async (trainer, config, trial, token) => await ValueAsync(config), 100)",
            ],
            [
                "several.RunWithAsync(slot => new Trainer(slot), async (trainer, config, trial, token) => { trial.{|CS1061:Reprt|}(0, Value(config)); return Value(config); }, 100)",
            ]),
        new(
            "StudyResult<T>.BestBy(Func<TrialRecord<T>, double>)",
            [
                "one.BestBy(trial => trial.Value!.Value + trial.Config.Rate)",
            ],
            [
                "one.BestBy(trial => trial.Config.{|CS1061:Rat|})",
                "one.BestBy(trial => {|CS0266:trial.Value|})",
            ]),
        new(
            "StudyResult<T, TMetrics>.Choose(Func<TMetrics, double>)",
            [
                "result.Choose(worth => worth.Gain - 0.01 * worth.Cost)",
                "result.Choose(worth => worth.Cost < 3 ? worth.Gain : double.NaN)",
            ],
            [
                "result.Choose(worth => worth.{|CS1061:Gains|})",
            ]),
        new(
            "StudyResult<T>.Simplest<TKey>(Func<T, TKey>, double)",
            [
                "one.Simplest(config => config.Epochs)",
                "one.Simplest(config => (config.Epochs, config.Rate), 2)",
            ],
            [
                "one.Simplest(config => config.{|CS1061:Epoch|})",
            ]),
        new(
            "Study<T>.FinalEvaluate<TData, TScore>(HoldOut<TData>, Func<T, TData, TScore>, TrialRecord<T>, bool)",
            [
                "study.FinalEvaluate(new HoldOut<int>(1), (config, data) => config.Rate + data)",
                "study.FinalEvaluate(new HoldOut<int>(1), (config, data) => (config.Rate, data), again: true)",
            ],
            [
                "study.FinalEvaluate(new HoldOut<int>(1), (config, data) => config.{|CS1061:Rat|} + data)",
            ]),
        new(
            "Study<T>.FinalEvaluateAsync<TData, TScore>(HoldOut<TData>, Func<T, TData, CancellationToken, Task<TScore>>, TrialRecord<T>, bool, CancellationToken)",
            [
                "study.FinalEvaluateAsync(new HoldOut<int>(1), (config, data, token) => ScoreAsync(config, token))",
                "study.FinalEvaluateAsync(new HoldOut<int>(1), async (config, data, token) => await ScoreAsync(config) + data)",
            ],
            [
                "study.FinalEvaluateAsync(new HoldOut<int>(1), async (config, data, token) => await ScoreAsync(config) + config.{|CS1061:Rat|})",
            ]),
        new(
            "Study<T, TMetrics>.FinalEvaluate<TData, TScore>(HoldOut<TData>, TrialRecord<T, TMetrics>, Func<T, TData, TScore>, bool)",
            [
                "several.FinalEvaluate(new HoldOut<int>(1), result.ParetoFront[0], (config, data) => Value(config))",
            ],
            [
                "several.FinalEvaluate(new HoldOut<int>(1), result.ParetoFront[0], (config, data) => config.{|CS1061:Rat|})",
            ]),
        new(
            "Study<T, TMetrics>.FinalEvaluateAsync<TData, TScore>(HoldOut<TData>, TrialRecord<T, TMetrics>, Func<T, TData, CancellationToken, Task<TScore>>, bool, CancellationToken)",
            [
                "several.FinalEvaluateAsync(new HoldOut<int>(1), result.ParetoFront[0], (config, data, token) => ValueAsync(config))",
            ],
            [
                "several.FinalEvaluateAsync(new HoldOut<int>(1), result.ParetoFront[0], async (config, data, token) => await ScoreAsync(config) + config.{|CS1061:Rat|})",
            ]),
        new(
            "Study<T>.NestedCrossValidateAsync(FoldPlan, Func<Study<T>, Fold, CancellationToken, Task>, Func<T, Fold, CancellationToken, Task<double>>, CancellationToken)",
            [
                "study.NestedCrossValidateAsync(Folds.KFold(9, 3), (inner, outer, token) => inner.RunAsync(JudgeAsync, 10, token), (config, outer, token) => ScoreAsync(config, token))",
            ],
            [
                "study.NestedCrossValidateAsync(Folds.KFold(9, 3), (inner, outer, token) => inner.{|CS1061:Ran|}(Score, 10), (config, outer, token) => ScoreAsync(config, token))",
                "study.NestedCrossValidateAsync(Folds.KFold(9, 3), (inner, outer, token) => inner.RunAsync(JudgeAsync, 10, token), (config, outer, token) => ScoreAsync(config, outer.{|CS1061:Token|}))",
            ]),
        new(
            "Trial<T>.CrossValidate(FoldPlan, Func<Fold, double>, int, bool)",
            [
                "trial.CrossValidate(Folds.KFold(9, 3), fold => Score(trial.Config))",
            ],
            [
                "trial.CrossValidate(Folds.KFold(9, 3), fold => fold.{|CS1061:Score|})",
            ]),
        new(
            "Trial<T>.CrossValidateAsync(FoldPlan, Func<Fold, CancellationToken, Task<double>>, int, bool, CancellationToken)",
            [
                "trial.CrossValidateAsync(Folds.KFold(9, 3), (fold, token) => ScoreAsync(trial.Config))",
            ],
            [
                "trial.CrossValidateAsync(Folds.KFold(9, 3), (fold, token) => fold.{|CS1061:ScoreAsync|}(token))",
            ]),
        new(
            "Trial<T>.Repeat(int, Func<TrialRepeat, double>, int, bool, bool)",
            [
                "trial.Repeat(3, repeat => Score(trial.Config))",
            ],
            [
                "trial.Repeat(3, repeat => repeat.{|CS1061:Score|})",
            ]),
        new(
            "Trial<T>.RepeatAsync(int, Func<TrialRepeat, CancellationToken, Task<double>>, int, bool, bool, CancellationToken)",
            [
                "trial.RepeatAsync(3, (repeat, token) => ScoreAsync(trial.Config))",
            ],
            [
                "trial.RepeatAsync(3, (repeat, token) => repeat.{|CS1061:ScoreAsync|}(token))",
            ]),
        new(
            "Trial<T, TMetrics>.CrossValidate(FoldPlan, Func<Fold, TMetrics>, int, bool)",
            [
                "measured.CrossValidate(Folds.KFold(9, 3), fold => Value(measured.Config))",
            ],
            [
                "measured.CrossValidate(Folds.KFold(9, 3), fold => fold.{|CS1061:Score|})",
            ]),
        new(
            "Trial<T, TMetrics>.CrossValidateAsync(FoldPlan, Func<Fold, CancellationToken, Task<TMetrics>>, int, bool, CancellationToken)",
            [
                "measured.CrossValidateAsync(Folds.KFold(9, 3), (fold, token) => ValueAsync(measured.Config))",
            ],
            [
                "measured.CrossValidateAsync(Folds.KFold(9, 3), (fold, token) => fold.{|CS1061:ScoreAsync|}(token))",
            ]),
        new(
            "Trial<T, TMetrics>.Repeat(int, Func<TrialRepeat, TMetrics>, int, bool, bool)",
            [
                "measured.Repeat(3, repeat => Value(measured.Config))",
            ],
            [
                "measured.Repeat(3, repeat => repeat.{|CS1061:Score|})",
            ]),
        new(
            "Trial<T, TMetrics>.RepeatAsync(int, Func<TrialRepeat, CancellationToken, Task<TMetrics>>, int, bool, bool, CancellationToken)",
            [
                "measured.RepeatAsync(3, (repeat, token) => ValueAsync(measured.Config))",
            ],
            [
                "measured.RepeatAsync(3, (repeat, token) => repeat.{|CS1061:ScoreAsync|}(token))",
            ]),
    ];
}
