using Digits;
using Hypergradient;
using HyperTune;

// Four penalties of a logistic regression, tuned by the derivatives of its validation loss. They come from the trained weights by implicit differentiation, for
// less than the training costs.
DigitSplit digits = DigitSplit.Create(DigitFile.LoadEmbedded(), seed: 1);

GradientCheck<PenaltyConfig> check = GradientCheck.Of<PenaltyConfig, PenaltyConfig.Gradient>(Validate, new GradientCheckOptions<PenaltyConfig> { RandomConfigs = 2, Step = 1e-3 });
Console.WriteLine($"Derivatives: off by {check.LargestError:P3} from differences, at most");
check.ThrowIfWrong(1e-3);

Study<PenaltyConfig> study = Study.Minimize<PenaltyConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Gradient(new GradientOptions { StartTrials = 1 }) });
StudyResult<PenaltyConfig> result = study.Run(Validate, 15);
Report("By default", new PenaltyConfig());
Report("Tuned", result.Best.Config);
Console.WriteLine(result.Best.Config);

void Report(string what, PenaltyConfig config)
    => Console.WriteLine($"{what,-10}  validation loss {Validate(config).Loss:F4}, hold-out error {Regression.Train(digits.Training, config.Penalties).ErrorOn(digits.HoldOut):P1}");

(double Loss, PenaltyConfig.Gradient Gradient) Validate(PenaltyConfig config)
{
    (double loss, double[] by) = Regression.Train(digits.Training, config.Penalties).Evaluate(digits.Validation);
    return (loss, new PenaltyConfig.Gradient { Border = by[0], Outer = by[1], Inner = by[2], Middle = by[3] });
}
