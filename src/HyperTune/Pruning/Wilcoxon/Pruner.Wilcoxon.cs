using HyperTune.Pruning.Wilcoxon;

namespace HyperTune;

public abstract partial class Pruner
{
    /// <summary>
    /// Stops a trial that is worse than the best one, step by step and beyond what chance would explain: for objectives that average over problem
    /// instances or folds, with the number of the instance as the step and its value as the report.
    /// </summary>
    /// <remarks>
    /// A one-sided signed-rank test pairs the trial's reports with those that the best completed trial made at the same steps. A trial whose mean is
    /// not worse is never stopped, nor is one whose reports, or the best trial's, are not all finite.
    /// Reference: F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1(6), 1945.
    /// </remarks>
    /// <param name="significance">
    /// A trial is stopped when chance alone would make it look that much worse with a probability below this; from 0 (never) to 1. Larger values stop more
    /// trials, good ones included.
    /// </param>
    /// <param name="startupSteps">How many steps must be paired before a trial is judged; at least 0, where 0 and 1 mean 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Pruner Wilcoxon(double significance = 0.1, int startupSteps = 2) => new WilcoxonPruner(significance, startupSteps);
}
