namespace HyperTune.Storage.Journal.Records;

/// <summary>The members a record can have.</summary>
internal enum JournalKey
{
    OpCode,
    WorkerId,
    StudyId,
    StudyName,
    Directions,
    UserAttribute,
    SystemAttribute,
    TrialId,
    DatetimeStart,
    DatetimeComplete,
    State,
    Value,
    Values,
    Parameters,
    Distributions,
    UserAttributes,
    SystemAttributes,
    IntermediateValues,
    ParameterName,
    ParameterValue,
    Distribution,
    Step,
    IntermediateValue,
}
