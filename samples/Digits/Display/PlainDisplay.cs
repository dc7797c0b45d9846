using HyperTune;

namespace Digits;

/// <summary>For files and pipes: a line for each trial that ends.</summary>
/// <param name="output">Receives the lines.</param>
internal sealed class PlainDisplay(TextWriter output) : ITuningDisplay
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    /// <inheritdoc/>
    public StudyResult<DigitsConfig> Show(Func<StudyResult<DigitsConfig>> run) => run();

    /// <inheritdoc/>
    public IProgress<int> Follow(Trial<DigitsConfig> trial) => new Silence();

    /// <inheritdoc/>
    public void Report(StudyProgress value)
        => _output.WriteLine($"Trial {value.TrialNumber,3}: {Format.Outcome(value),7}   {Format.Progress(value)}");

    /// <inheritdoc/>
    public void ShowStopping() => _output.WriteLine("Stopping: the running trials finish first. Ctrl+C again ends the program at once.");

    private sealed class Silence : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
