namespace HyperTune;

/// <summary>What the reports of a trial are values of.</summary>
public enum ReportKind : byte
{
    /// <summary>The trial's progress, for instance the accuracy after an epoch: a later report replaces what an earlier one said.</summary>
    Progress = 0,

    /// <summary>
    /// Instances, for instance the folds of a cross-validation: each report stands for an instance of its own, some of which are easier than others,
    /// and the trial's value is an average over all of them.
    /// </summary>
    Instance = 1,
}
