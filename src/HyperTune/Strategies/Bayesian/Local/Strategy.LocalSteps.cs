using HyperTune.Strategies.Bayesian.Local;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// The steps in a trust region that <see cref="Bayesian()"/> takes, without its Gaussian process, which takes too long in long studies. It has nothing to suggest
    /// where no step promises more than other trials have gained of late, so that another strategy is needed beside it.
    /// </summary>
    internal static Strategy LocalSteps() => new LocalStepsStrategy();
}
