using HyperTune.Strategies.Random;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Random search: every trial is drawn independently from the distributions of the space.</summary>
    /// <remarks>
    /// Reference: J. Bergstra and Y. Bengio, "Random search for hyper-parameter optimization", JMLR 13, 2012. The same seed gives the same trials with
    /// any number of workers.
    /// </remarks>
    public static Strategy Random() => new RandomStrategy();
}
