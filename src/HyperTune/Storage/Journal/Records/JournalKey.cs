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

    /// <summary>Ours: how far the local times of the record, and of later ones of its author, are ahead of UTC.</summary>
    UtcOffset,
}
