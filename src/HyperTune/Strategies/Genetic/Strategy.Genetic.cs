using HyperTune.Numerics;
using HyperTune.Strategies.Genetic;

namespace HyperTune;

public abstract partial class Strategy
{
    private const int FewestGeneticParents = 4;

    /// <summary>A genetic algorithm with its default options: thousands of cheap trials, spaces of any shape.</summary>
    /// <remarks><inheritdoc cref="Genetic(GeneticOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Genetic() => Genetic(new GeneticOptions());

    /// <summary>
    /// A genetic algorithm: new configs inherit from two good ones, parameter by parameter, and mutate a little. For thousands of cheap trials over spaces of any
    /// shape: many categories, conditions in conditions, lists.
    /// </summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <remarks>
    /// <para>The parents are the best trials so far; of two drawn at random, the better one passes on. What decides over other parameters, such as the case of a
    /// union or the length of a list, comes from one parent, so that a part is inherited as a whole; a parameter that exists in neither is drawn. What
    /// breaks a constraint or was tried is made again.</para>
    /// <para>Parents are chosen again after each fifth of a population, from whatever has ended by then: nobody waits for a trial that is late. Pruned trials
    /// rank behind completed ones, trials that break outcome constraints behind those; failed ones are no parents, and running trials only keep their config
    /// from being tried twice. With several objectives, trials rank front by front. Trials known before are the first parents; those outside of a
    /// narrowed space do not count.</para>
    /// <para>References: J. Holland, "Adaptation in natural and artificial systems", 1975; K. Deb and R. B. Agrawal, "Simulated binary crossover for continuous
    /// search space", Complex Systems 9, 1995; K. Deb and M. Goyal, "A combined genetic adaptive search (GeneAS) for engineering design", 1996.</para>
    /// </remarks>
    public static Strategy Genetic(GeneticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.Population ?? FewestGeneticParents, FewestGeneticParents, nameof(GeneticOptions.Population));
        Guard.AtLeast(options.StartTrials ?? 2, 2, nameof(GeneticOptions.StartTrials));
        ThrowIfNoProbability(options.CrossoverProbability, nameof(GeneticOptions.CrossoverProbability));
        ThrowIfNoProbability(options.MutationProbability ?? 0, nameof(GeneticOptions.MutationProbability));
        return new GeneticStrategy(options);
    }
}
