using HyperTune.Numerics;
using HyperTune.Strategies.Stepwise;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>
    /// Tunes one group of parameters after the other, each by a strategy of its own, while all other parameters keep their best values so far; after the last
    /// step the study ends.
    /// </summary>
    /// <remarks>
    /// <para>For many parameters and few, expensive trials, where it is known which parameters belong together and which matter first, as in Optuna's stepwise tuner
    /// for LightGBM. What it cannot find are gains that only a change of two groups at once brings.</para>
    /// <para>The first step starts from the space's default point. A step is given by the trials' numbers, so that a study that is continued goes on in the step
    /// where it ended; trials that were enqueued or imported count, too. A step all of whose parameters are inactive at the best values is left out. The strategy
    /// of a step learns from all trials. With several objectives, the best values are those of the trial whose ranks in the objectives are lowest in
    /// sum.</para>
    /// </remarks>
    /// <param name="steps">The steps, in their order; at least one.</param>
    /// <exception cref="ArgumentException">There are no steps.</exception>
    public static Strategy Stepwise(params TuningStep[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.Length == 0
            ? throw new ArgumentException($"{nameof(Stepwise)} needs at least one step.", nameof(steps))
            : new StepwiseStrategy([.. steps], trialsPerParameter: 0);
    }

    /// <summary>
    /// Tunes one parameter after the other in the order of the space, while all others keep their best values so far; after the last one the study ends.
    /// </summary>
    /// <param name="trialsPerParameter">How many trials each takes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <remarks><inheritdoc cref="Stepwise(TuningStep[])" path="/remarks/node()"/></remarks>
    public static Strategy Stepwise(int trialsPerParameter)
    {
        Guard.AtLeast(trialsPerParameter, 1);
        return new StepwiseStrategy([], trialsPerParameter);
    }
}
