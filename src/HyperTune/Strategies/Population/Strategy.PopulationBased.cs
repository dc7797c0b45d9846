using HyperTune.Strategies.Population;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Population-based training: members that train side by side, of which the worst go on from the checkpoints of the best, with changed configs.</summary>
    /// <remarks><inheritdoc cref="PopulationBased(PopulationOptions)" path="/remarks/node()"/></remarks>
    public static Strategy PopulationBased() => PopulationBased(new PopulationOptions());

    /// <summary>Population-based training: members that train side by side, of which the worst go on from the checkpoints of the best, with changed configs.</summary>
    /// <remarks>
    /// <para>Reference: M. Jaderberg et al., "Population based training of neural networks", arXiv:1711.09846, 2017. What it finds is a schedule, in which values such as
    /// a learning rate change during the training, and not one config.</para>
    /// <para>Each interval of a member is a trial, and the budget counts intervals. The objective opens <see cref="Trial{T}.Checkpoint"/>, which is the parent's where the
    /// trial goes on from one, trains for an interval, saves the checkpoint and returns the score. The first trials, one a member, begin from nothing, with the
    /// default config and evenly spread ones. After that, trial n is the next interval of the member whose last one was trial n minus the population: with the
    /// same config or, where that member is among the worst quarter, as a copy of one of the best quarter.</para>
    /// <para>The config of a copy is that of the best one with each parameter drawn anew with a probability of 0.25; otherwise numbers of ranges without
    /// negative values are multiplied by 1.2 or 0.8, all others move by a tenth of their range, values in an order by a place, and those without an order stay. All
    /// stay in their ranges, and constraints hold.</para>
    /// <para>Nobody waits: a member whose last interval still runs, or failed, goes on as a copy of one of the best. Which trials are parents follows from the seed and the
    /// results, and is stored with each trial, so that a process that was killed goes on with the same parents. Parameters that the checkpoint depends on, such as
    /// the number of layers, should be fixed (<c>Narrow</c>), or be compared by <see cref="GridOver(Parameter, Strategy)"/>. With several objectives, the best are
    /// those whose ranks in them are lowest in sum.</para>
    /// </remarks>
    /// <param name="options">The settings.</param>
    public static Strategy PopulationBased(PopulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PopulationStrategy(options);
    }
}
