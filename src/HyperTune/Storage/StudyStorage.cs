namespace HyperTune;

/// <summary>A place where studies outlive their process. Immutable; any number of studies can share one.</summary>
public abstract class StudyStorage
{
    internal StudyStorage()
    {
    }

    /// <summary>Opens the study of that name, or creates it.</summary>
    internal abstract IStudyStorage Open(StudyDescription study);
}
