namespace HyperTune;

/// <summary>Why a run of a study ended.</summary>
public enum StopReason
{
    /// <summary>No run has ended: the study has not run, is running, or is driven by ask and tell.</summary>
    NotStopped = 0,

    /// <summary>The budget's number of trials has been run, or of them as many as it says have completed.</summary>
    TrialBudgetSpent = 1,

    /// <summary>The budget's time is up.</summary>
    TimeBudgetSpent = 2,

    /// <summary>The best trial is at least as good as the budget's target value.</summary>
    TargetReached = 3,

    /// <summary>The trials have cost as much as the budget allows (<see cref="Budget.Cost"/>).</summary>
    CostBudgetSpent = 10,

    /// <summary>No trial has been better for long: <see cref="StoppingRule.Patience"/> of <see cref="Budget.StopWhen"/>.</summary>
    NoImprovement = 11,

    /// <summary>A model expects next to no improvement: <see cref="StoppingRule.ExpectedImprovement"/> of <see cref="Budget.StopWhen"/>.</summary>
    LittleToExpect = 12,

    /// <summary>
    /// What is left to find is smaller than the noise of the cross-validation: <see cref="StoppingRule.CrossValidationNoise"/> of
    /// <see cref="Budget.StopWhen"/>.
    /// </summary>
    WithinNoise = 13,

    /// <summary>The strategy has nothing left to suggest, for instance because a grid is finished.</summary>
    SpaceExhausted = 4,

    /// <summary>As many trials in a row failed as <see cref="StudyOptions.MaxConsecutiveFailures"/> allows.</summary>
    TooManyFailures = 5,

    /// <summary>Somebody called <see cref="Study{T}.RequestStop"/>.</summary>
    StopRequested = 6,

    /// <summary>The caller's token was cancelled.</summary>
    Cancelled = 7,

    /// <summary>
    /// An objective threw what <see cref="StudyOptions.Expected"/> does not name; the caller received it in a <see cref="TrialFailedException"/>.
    /// </summary>
    UnexpectedFailure = 9,

    /// <summary>An exception that was not the objective's, for instance the strategy's or an observer's, ended the run; the caller received it.</summary>
    Faulted = 8,
}
