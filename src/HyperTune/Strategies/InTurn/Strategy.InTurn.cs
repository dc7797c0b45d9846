using HyperTune.Strategies.InTurn;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// For the later trials of long studies: steps in a trust region around the best trial as long as they promise something, differential evolution from all trials
    /// where they do not, and every fourth trial a search by CMA-ES that knows nothing of the others, for basins that they miss. With 1,000 or more trials to go,
    /// differential evolution that knows only its own trials has half of the trials while the study gets no better, but for the last 100.
    /// </summary>
    /// <param name="first">The number of the first trial that it is asked for; at least 0. Earlier trials are another strategy's.</param>
    internal static Strategy InTurn(int first) => new InTurnStrategy(first);
}
