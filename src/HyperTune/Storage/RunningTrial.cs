namespace HyperTune;

/// <summary>A trial that runs, as storages see it.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Owner">The <see cref="StudyParticipant.Owner"/> of whoever runs it.</param>
public readonly record struct RunningTrial(int Number, string Owner)
{
    /// <summary>When the participant began to run the trial, by its own clock: this counts as the first sign of life.</summary>
    public DateTimeOffset Since { get; init; }
}
