using System.Globalization;
using HyperTune;
using HyperTune.Tests;

/// <summary>A trial that is cross-validated, and says which fold it scores.</summary>
internal static class FoldingTrial
{
    public static TrialOutcome Run(TestConfig config, Trial<TestConfig> trial, int folds, TimeSpan foldTime)
        => trial.CrossValidate(
            Folds.KFold(40, folds),
            fold =>
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scored {trial.Number} {fold.Number}"));
                Thread.Sleep(foldTime);
                return config.X + fold.Number;
            });
}
