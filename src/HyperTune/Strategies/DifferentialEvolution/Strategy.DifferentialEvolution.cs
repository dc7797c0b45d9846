using HyperTune.Numerics;
using HyperTune.Strategies.DifferentialEvolution;

namespace HyperTune;

public abstract partial class Strategy
{
    private const int SmallestDifferentialPopulation = 4;

    /// <summary>Differential evolution with its default options: thousands of cheap trials, objectives with many basins.</summary>
    /// <remarks><inheritdoc cref="DifferentialEvolution(DifferentialEvolutionOptions)" path="/remarks/node()"/></remarks>
    public static Strategy DifferentialEvolution() => DifferentialEvolution(new DifferentialEvolutionOptions());

    /// <summary>
    /// Differential evolution as L-SHADE has it: new configs are a good one plus differences of others, with factors learned from what succeeded. For thousands
    /// of cheap trials and objectives with many basins; knows no correlations of its own, and needs no gradient and no scale.
    /// </summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <remarks>
    /// <para>Each trial challenges one member of the population and takes its place where it is no worse; beaten members stay in an archive that
    /// differences are taken from. Where the number of trials is known, the population shrinks linearly until the end. Values without order come from the
    /// members that a difference would be taken of. Parameters that do not exist in all members concerned come from one in which they do, or are
    /// drawn; what breaks a constraint or was tried is made again.</para>
    /// <para>A generation ends as soon as one result for each member has come; until then more configs are made from the same population, so that nobody
    /// waits for a late trial. Pruned trials count as worse than completed ones, trials that break outcome constraints as worse than those, and failed
    /// ones as worst; running trials only keep their config from being tried twice. With several objectives, a trial is no worse than the member it challenges
    /// unless that member dominates it. Trials known before are members of the first population; those outside of a narrowed space do not count.</para>
    /// <para>References: R. Tanabe and A. Fukunaga, "Improving the search performance of SHADE using linear population size reduction", CEC 2014; J. Zhang and
    /// A. Sanderson, "JADE", IEEE Trans. Evol. Comp. 13, 2009 (current-to-pbest and the archive); R. Storn and K. Price, "Differential evolution", J.
    /// Global Optimization 11, 1997.</para>
    /// </remarks>
    public static Strategy DifferentialEvolution(DifferentialEvolutionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.Population ?? SmallestDifferentialPopulation, SmallestDifferentialPopulation, nameof(DifferentialEvolutionOptions.Population));
        return new DifferentialEvolutionStrategy(options);
    }
}
