using HyperTune.Numerics;
using HyperTune.Strategies.Then;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// One strategy for the first trials and another one for the rest, which is told all trials so far: random search and then a model, or a model and then a
    /// <see cref="AroundBest(double)">finer search around what it found</see>.
    /// </summary>
    /// <remarks>
    /// <para>More than two stand one after the other: in <c>Strategy.Then(a, 50, Strategy.Then(b, 100, c))</c>, <c>b</c> has the 100 trials behind the 50 of
    /// <c>a</c>. In <c>Strategy.Then(Strategy.Then(a, 50, b), 150, c)</c>, the first two have 150 trials together.</para>
    /// <para>Which strategy suggests follows from the trial's number alone, so that a study that is continued, or runs on several workers, has the same trials.
    /// Trials that were enqueued or imported, that failed or were pruned, have numbers and so count, too. Where the first strategy has nothing left to suggest,
    /// the second one takes over at once, and has the rest of the first one's trials in addition to its own. The study ends when the last one has nothing
    /// left.</para>
    /// <para>Up to its budget, the trials are those that the first strategy would give by itself with that budget.</para>
    /// </remarks>
    /// <param name="first">The strategy that begins.</param>
    /// <param name="budget">For how many trials; at least 1.</param>
    /// <param name="second">The strategy that goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is below 1.</exception>
    public static Strategy Then(Strategy first, int budget, Strategy second)
    {
        ArgumentNullException.ThrowIfNull(first);
        Guard.AtLeast(budget, 1);
        ArgumentNullException.ThrowIfNull(second);
        return new ThenStrategy(first, budget, second);
    }
}
