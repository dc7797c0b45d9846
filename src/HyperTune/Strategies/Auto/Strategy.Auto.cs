using HyperTune.Numerics;
using HyperTune.Strategies.Auto;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Chooses a strategy that suits the space and the budget, and another one when the study outgrows it. The default of studies.</summary>
    /// <remarks><inheritdoc cref="Auto(AutoOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Auto() => Auto(new AutoOptions());

    /// <summary>Chooses a strategy that suits the space and the budget, and another one when the study outgrows it.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <remarks>
    /// <para>The first of these that applies:</para>
    /// <list type="number">
    /// <item>A finite space whose configs (at most 4,096) all fit into the trial budget, or at most 32 where there is none: every config once, in
    /// shuffled order; then the study ends.</item>
    /// <item>More than 60 parameters: <see cref="DifferentialEvolution()"/> where all of them are numbers that always exist, <see cref="Tpe()"/> elsewhere.</item>
    /// <item>Otherwise <see cref="Bayesian()"/>, and from the moment that 500 trials are known, with all of them: where a parameter is categorical or conditional
    /// <see cref="Tpe()"/>, elsewhere in turn steps in a trust region around the best trial as long as they promise something,
    /// <see cref="DifferentialEvolution()"/> where they do not, and every fourth trial a search by <see cref="CmaEs()"/> that knows nothing of the others, for basins
    /// that they miss; where the budget leaves 1,000 trials or more, another search of that kind, by <see cref="DifferentialEvolution()"/>, has half of the trials
    /// while the study gets no better, but for the last 100. With a budget of at most 5 trials, or as many workers as trials, Bayesian tries no more than the
    /// default point and evenly spread ones.</item>
    /// </list>
    /// <para>The trials are exactly those that the chosen strategy would give by itself. What was chosen and why is in
    /// <see cref="StudyResult{T}.StrategyExplanation"/> and, as soon as it is decided, in the log.</para>
    /// <para>The choice goes by numbers of trials and parameters, not by how long trials take, because measured times would break the promise that the
    /// same seed gives the same trials, and would gain little: up to some hundred trials the better model costs a few milliseconds per trial. If
    /// your trials are faster still, or so slow that even a second per suggestion is nothing, set <see cref="AutoOptions.AdaptToDuration"/>;
    /// then suggestions never take more than a stated share of the trials' time, either (<see cref="AutoOptions.MostOverhead"/>).</para>
    /// <para>With several objectives, NSGA-II takes their place, from four objectives on NSGA-III.</para>
    /// </remarks>
    public static Strategy Auto(AutoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.FiniteAndAbove(options.MostOverhead, 0, nameof(AutoOptions.MostOverhead));
        return new AutoStrategy(options);
    }
}
