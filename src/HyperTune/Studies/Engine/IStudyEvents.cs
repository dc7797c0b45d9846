namespace HyperTune;

/// <summary>Takes the events of a stored study.</summary>
internal interface IStudyEvents
{
    void Apply(in StudyEvent happened);
}
