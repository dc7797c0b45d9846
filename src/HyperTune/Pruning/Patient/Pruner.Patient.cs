using HyperTune.Pruning.Patient;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>Stops a trial whose last reports are all worse than the best before them: early stopping.</summary>
    /// <remarks>It looks at one trial alone, so it saves little where values keep improving slowly.</remarks>
    /// <param name="patience">How many reports without an improvement are tolerated; at least 0. The next one stops the trial.</param>
    /// <param name="minimumDelta">By how much the last reports must be worse, in the objective's unit; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Patient(int patience = 5, double minimumDelta = 0) => new PatientPruner(null, patience, minimumDelta);

    /// <summary>Asks another pruner only about trials whose last reports are all worse than the best before them.</summary>
    /// <param name="inner">The pruner that decides about those.</param>
    /// <param name="patience">How many reports without an improvement are tolerated; at least 0.</param>
    /// <param name="minimumDelta">By how much the last reports must be worse, in the objective's unit; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Patient(Pruner inner, int patience = 5, double minimumDelta = 0)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return new PatientPruner(inner, patience, minimumDelta);
    }
}
