namespace HyperTune.Strategies.CmaEs;

/// <summary>One run of CMA-ES between two restarts.</summary>
/// <param name="Number">How many there were before.</param>
/// <param name="Population">The size of its generations.</param>
/// <param name="Step">Its first step size, as a share of the ranges.</param>
/// <param name="IsLarge">Whether it is one of those whose population doubles.</param>
/// <param name="LargePopulation">The population of the last such run.</param>
/// <param name="LargeTrials">How many trials such runs had so far, with this one.</param>
/// <param name="SmallTrials">How many trials the others had so far, with this one.</param>
/// <param name="MostGenerations">After how many generations it ends in any case.</param>
internal sealed record CmaRegime(
    int Number, int Population, double Step, bool IsLarge, int LargePopulation, int LargeTrials, int SmallTrials, int MostGenerations)
{
    private const double SmallestShare = 0.01;

    public static CmaRegime First(int population, double step)
        => new(0, population, step, IsLarge: true, population, LargeTrials: 0, SmallTrials: 0, int.MaxValue);

    /// <summary>The same after some more trials.</summary>
    public CmaRegime After(int trials) => IsLarge ? this with { LargeTrials = LargeTrials + trials } : this with { SmallTrials = SmallTrials + trials };

    /// <summary>The next one.</summary>
    /// <param name="restarts">How restarts go.</param>
    /// <param name="population">The population of the first run.</param>
    /// <param name="step">The step size of the first run.</param>
    /// <param name="random">Decides about small runs.</param>
    public CmaRegime Following(CmaEsRestarts restarts, int population, double step, ref RandomStream random)
    {
        double places = random.NextUnit();
        double steps = random.NextUnit();
        if (restarts == CmaEsRestarts.Ipop || Number == 0 || SmallTrials >= LargeTrials)
        {
            int doubled = (int)Math.Min(2L * LargePopulation, int.MaxValue / 4);
            return this with { Number = Number + 1, Population = doubled, LargePopulation = doubled, Step = step, IsLarge = true, MostGenerations = int.MaxValue };
        }

        int small = Math.Max(population, (int)(population * Math.Pow(0.5 * LargePopulation / population, places * places)));
        return this with
        {
            Number = Number + 1,
            Population = small,
            Step = step * Math.Pow(SmallestShare, steps),
            IsLarge = false,
            MostGenerations = Math.Max(1, LargeTrials / 2 / small),
        };
    }
}
