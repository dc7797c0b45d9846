using HyperTune.Strategies.Sobol;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// Quasi-random search: trials cover the space evenly, with fewer gaps and clusters than random draws leave. The best choice where many trials
    /// run at once and nothing is known about the objective.
    /// </summary>
    /// <remarks>
    /// <para>Trial number n takes point n of a Sobol sequence in which every parameter owns one dimension, even where it is inactive. The sequence is
    /// scrambled by the study's seed; the same seed gives the same trials with any number of workers. Any 2^k trials in a row that
    /// begin at a multiple of 2^k put exactly one value of each parameter into each of 2^k equally likely parts of its distribution.</para>
    /// <para>Where a point breaks a constraint, the trial takes its point of a second sequence scrambled independently, then of a third, and so on
    /// up to <see cref="SearchSpace.MaximumDraws"/>. Parameters beyond the 1,024th are drawn at random.</para>
    /// <para>References: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30, 2008;
    /// A. B. Owen, "Scrambled net variance for integrals of smooth functions", Ann. Statist. 25, 1997.</para>
    /// </remarks>
    public static Strategy Sobol() => new SobolStrategy();
}
