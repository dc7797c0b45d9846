using Digits;
using ForwardMode;
using HyperTune;

// Learning rate, momentum and penalty of a logistic regression, tuned by the derivatives of its validation loss. The training carries them along: every number
// in it is a value with three derivatives.
DigitSplit digits = DigitSplit.Create(DigitFile.LoadEmbedded(), seed: 1);

GradientCheck<TrainingConfig> check = GradientCheck.Of<TrainingConfig, TrainingConfig.Gradient>(
    Validate, new GradientCheckOptions<TrainingConfig> { Configs = [new TrainingConfig(), new TrainingConfig { LearningRate = 0.5, Momentum = 0.8 }] });
Console.WriteLine($"Derivatives: off by {check.LargestError:P3} from differences, at most");
check.ThrowIfWrong(1e-3);

Study<TrainingConfig> study = Study.Minimize<TrainingConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Gradient(new GradientOptions { StartTrials = 1 }) });
StudyResult<TrainingConfig> result = study.Run(Validate, 15);
Report("By default", new TrainingConfig());
Report("Tuned", result.Best.Config);
Console.WriteLine(result.Best.Config);

void Report(string what, TrainingConfig config)
{
    Dual[] weights = Training.Train(digits.Training, config);
    Console.WriteLine($"{what,-10}  validation loss {Training.Loss(digits.Validation, weights).Value:F4}, hold-out error {Training.ErrorOn(digits.HoldOut, weights):P1}");
}

(double Loss, TrainingConfig.Gradient Gradient) Validate(TrainingConfig config)
{
    Dual loss = Training.Loss(digits.Validation, Training.Train(digits.Training, config));
    return (loss.Value, new TrainingConfig.Gradient { LearningRate = loss.First, Momentum = loss.Second, Penalty = loss.Third });
}
