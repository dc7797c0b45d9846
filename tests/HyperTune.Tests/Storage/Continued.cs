namespace HyperTune.Tests;

/// <summary>Trials that went on from the checkpoints of others.</summary>
internal static class Continued
{
    /// <summary>Runs a population of them, each with another value; trial 1 fails, and nothing goes on from it.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="storage">Its storage; <see langword="null"/> for none.</param>
    /// <param name="trials">How many trials.</param>
    public static StudyResult<double[]> Run(string name, StudyStorage? storage, int trials = 30)
        => Study.Minimize(TestSpace.Cube(2), new StudyOptions { Name = name, Seed = 4, Storage = storage, Strategy = Strategy.PopulationBased(new PopulationOptions { Population = 4 }) })
            .Run(
                static (config, trial) =>
                {
                    trial.Checkpoint.Save(ArtifactPlace.Bytes($"{trial.Number}"));
                    return trial.Number == 1 ? TrialOutcome.Failed("no") : Studies.Bowl(config) + (trial.Number * 1e-3);
                },
                trials);

    /// <summary>The parent of each trial by what came of it, as numbers are others elsewhere; and none where the parent is not there.</summary>
    public static IEnumerable<(double? Value, double? Parent)> ParentsIn(IReadOnlyList<TrialRecord<double[]>> trials)
        => trials.Where(static trial => trial.State == TrialState.Completed).Select(trial => (trial.Value, trial.Parent is { } parent ? trials[parent].Value : null));
}
