using HyperTune;

namespace Digits;

/// <summary>Shows how the study goes while it runs. Any thread may call the members.</summary>
internal interface ITuningDisplay : IProgress<StudyProgress>
{
    /// <summary>Shows the study for as long as it runs.</summary>
    /// <param name="run">Runs the study.</param>
    /// <returns>What <paramref name="run"/> returned.</returns>
    StudyResult<DigitsConfig> Show(Func<StudyResult<DigitsConfig>> run);

    /// <summary>Shows one trial until the study reports its end.</summary>
    /// <param name="trial">The trial that starts.</param>
    /// <returns>Receives the number of epochs that the trial's training has done.</returns>
    IProgress<int> Follow(Trial<DigitsConfig> trial);

    /// <summary>Says that no further trial starts and that those which run will finish.</summary>
    void ShowStopping();
}
