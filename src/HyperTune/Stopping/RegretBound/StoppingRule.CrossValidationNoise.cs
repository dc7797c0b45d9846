using HyperTune.Stopping.RegretBound;

namespace HyperTune;

public abstract partial class StoppingRule
{
    /// <summary>
    /// Ends a study in which what is left to find is smaller than the noise of the cross-validation that measures it: a bound of the regret, from a model of the
    /// better half of the trials, is below the standard error of the best trial's mean over its folds; that some folds are
    /// harder than others is no noise, because all trials share it.
    /// </summary>
    /// <remarks>
    /// It works with objectives that report their folds (<see cref="Trial{T}.ReportInstance"/>) and return their mean. Where the best trial has reported fewer
    /// than two folds nothing says how large the noise is: then the rule never ends a study, and says why (<see cref="StoppingVerdict.Explanation"/>). It looks
    /// after 20 completed trials, then as often, and at the same cost, as <see cref="ExpectedImprovement"/>. Reference: A. Makarova et al., "Automatic
    /// termination for hyperparameter optimization", AutoML 2022, with the correction of the variance by C. Nadeau and Y. Bengio, 2003.
    /// </remarks>
    public static StoppingRule CrossValidationNoise() => new CrossValidationNoiseRule();
}
