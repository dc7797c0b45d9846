namespace HyperTune.Storage.Journal.Records;

/// <summary>What a record does; the number in the file.</summary>
internal enum JournalOperation
{
    CreateStudy = 0,
    DeleteStudy = 1,
    SetStudyUserAttribute = 2,
    SetStudySystemAttribute = 3,
    CreateTrial = 4,
    SetTrialParameter = 5,
    SetTrialState = 6,
    SetTrialIntermediateValue = 7,
    SetTrialUserAttribute = 8,
    SetTrialSystemAttribute = 9,

    /// <summary>Written by one program only; the newest Optuna ignores it, older ones cannot read the file. HyperTune never writes it.</summary>
    DiscardTrials = 10,
}
