namespace HyperTune.Tests;

/// <summary>A journal in memory as a study's storage. Each instance stands for a process of its own.</summary>
internal sealed class SimulatedStorage(SimulatedMedium medium, JournalDurability durability = JournalDurability.Results) : StudyStorage
{
    private readonly Journal _journal = new(medium);

    internal override IStudyStorage Open(StudyDescription study) => JournalSession.Open(_journal, durability, study);
}
