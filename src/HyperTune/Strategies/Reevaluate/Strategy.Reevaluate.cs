using HyperTune.Numerics;
using HyperTune.Strategies.Reevaluate;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>The default of how many of the best configs are tried again.</summary>
    private const int DefaultFinalists = 5;

    /// <summary>The default of how often each of them is.</summary>
    private const int DefaultReevaluations = 3;

    /// <summary>
    /// Tries the best configs again, behind another strategy: <c>Strategy.Then(Strategy.Bayesian(), 85, Strategy.Reevaluate(top: 5, times: 3))</c> has 100 trials. Under
    /// noise the best of many values owes much to luck, and only new values say which config is best and how good it is
    /// (<see cref="StudyResult{T}.Finalists"/>).
    /// </summary>
    /// <remarks>
    /// <para>Each of these trials is one of its own, so that an objective which takes its seed from <see cref="Trial{T}.Number"/> has fresh ones. An objective that
    /// gives the same value for the same config gains nothing.</para>
    /// <para>Who is a finalist follows from the trials of the strategy before that have ended when a place is free. Then it has nothing left, and the study
    /// ends; nor has it anything to suggest where no strategy stands before it.</para>
    /// Reference: G. C. Cawley and N. L. C. Talbot, "On over-fitting in model selection and subsequent selection bias in performance evaluation", JMLR 11, 2010.
    /// </remarks>
    /// <param name="top">How many of the best configs are tried again; at least 1.</param>
    /// <param name="times">How often each of them is; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Strategy Reevaluate(int top = DefaultFinalists, int times = DefaultReevaluations)
    {
        Guard.AtLeast(top, 1);
        Guard.AtLeast(times, 1);
        return new ReevaluateStrategy(top, times);
    }
}
