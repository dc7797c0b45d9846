namespace HyperTune.Tests;

/// <summary>A study with a pruner, and short ways to its trials.</summary>
internal sealed class PruningLab(Pruner pruner, OptimizationDirection direction = OptimizationDirection.Minimize, string name = "test")
{
    private readonly Study<double[]> _study =
        new(TestSpace.Cube(1), direction, new StudyOptions { Name = name, Seed = 1, Pruner = pruner });

    public Trial<double[]> Ask() => _study.AskAsync().AsTask().GetAwaiter().GetResult();

    public void Tell(Trial<double[]> trial, TrialOutcome outcome) => _study.TellAsync(trial, outcome).AsTask().GetAwaiter().GetResult();

    /// <summary>A trial that reports at steps 0, 1, ... and then completes with the last value.</summary>
    public void Complete(params double[] values)
    {
        Trial<double[]> trial = Ask();
        for (int step = 0; step < values.Length; step++)
        {
            trial.Report(step, values[step]);
        }

        Tell(trial, values[^1]);
    }

    /// <summary>A trial that reports one value and then completes with it.</summary>
    public void CompleteAt(int step, double value)
    {
        Trial<double[]> trial = Ask();
        trial.Report(step, value);
        Tell(trial, value);
    }

    /// <summary>The advice after each report of a new trial at steps 0, 1, ...</summary>
    public bool[] Watch(params double[] values)
    {
        Trial<double[]> trial = Ask();
        return [.. values.Select((value, step) =>
        {
            trial.Report(step, value);
            return trial.ShouldPrune;
        })];
    }
}
