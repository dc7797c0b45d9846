using HyperTune.Numerics;
using HyperTune.Strategies.Nsga;

namespace HyperTune;

public abstract partial class Strategy
{
    private const int FewestParents = 4;

    /// <summary>NSGA-II with its default options: a genetic algorithm for two or three objectives, fast enough for thousands of cheap trials.</summary>
    /// <remarks><inheritdoc cref="NsgaII(NsgaOptions)" path="/remarks/node()"/></remarks>
    public static Strategy NsgaII() => NsgaII(new NsgaOptions());

    /// <summary>NSGA-II: a genetic algorithm for two or three objectives, fast enough for thousands of cheap trials, over every kind of space.</summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <remarks>
    /// <para>The parents are the trials that the fewest others beat, and among equals those with the most room around them. Trials that break limits rank
    /// behind all that keep them, ordered by how much they break them. Parents are chosen again after each fifth of a population, from whatever has
    /// ended by then: nobody waits for a trial that is late. A parameter that exists in neither parent is drawn.</para>
    /// <para>References: K. Deb et al., "A fast and elitist multiobjective genetic algorithm: NSGA-II", IEEE Trans. Evol. Comp. 6, 2002.</para>
    /// </remarks>
    public static Strategy NsgaII(NsgaOptions options) => new NsgaStrategy("NsgaII", Checked(options), static _ => new CrowdingSelection());

    /// <summary>NSGA-III with its default options: a genetic algorithm for four or more objectives.</summary>
    /// <remarks><inheritdoc cref="NsgaIII(NsgaOptions)" path="/remarks/node()"/></remarks>
    public static Strategy NsgaIII() => NsgaIII(new NsgaOptions());

    /// <summary>NSGA-III: as <see cref="NsgaII(NsgaOptions)"/>, for four or more objectives, where hardly any trial beats another.</summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <remarks>
    /// <para>Where not all of a front can stay parents, those stay that lie near one of a set of evenly spread directions with few others around it.</para>
    /// <para>Reference: K. Deb and H. Jain, "An evolutionary many-objective optimization algorithm using reference-point-based nondominated sorting approach,
    /// part I", IEEE Trans. Evol. Comp. 18, 2014.</para>
    /// </remarks>
    public static Strategy NsgaIII(NsgaOptions options)
    {
        NsgaOptions checkedOptions = Checked(options);
        return new NsgaStrategy("NsgaIII", checkedOptions, objectives => new ReferencePointSelection(objectives, checkedOptions.Population));
    }

    private static NsgaOptions Checked(NsgaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.Population, FewestParents, nameof(NsgaOptions.Population));
        if (options.StartTrials is { } startTrials)
        {
            Guard.AtLeast(startTrials, 2, nameof(NsgaOptions.StartTrials));
        }

        ThrowIfNoProbability(options.CrossoverProbability, nameof(NsgaOptions.CrossoverProbability));
        ThrowIfNoProbability(options.MutationProbability ?? 0, nameof(NsgaOptions.MutationProbability));
        return options;
    }

    private static void ThrowIfNoProbability(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be from 0 to 1.");
        }
    }
}
