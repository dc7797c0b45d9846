using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// The objective of a trial threw what <see cref="StudyOptions.Expected"/> does not name, which ended the run. <see cref="Exception.InnerException"/> is what
/// it threw. The trial is kept as failed, and the study can be run again.
/// </summary>
/// <remarks>
/// It is an exception of its own so that nobody takes an objective's <see cref="IOException"/> for one of the study's storage. Of several trials that fail
/// side by side it tells the first by number; each is in the list of trials.
/// </remarks>
public sealed class TrialFailedException : Exception
{
    internal TrialFailedException(string study, int trialNumber, string values, object? config, Exception exception)
        : base(Printable.Of(Message(study, trialNumber, values, exception)), exception)
    {
        TrialNumber = trialNumber;
        Config = config;
    }

    /// <summary>The trial's number.</summary>
    public int TrialNumber { get; }

    /// <summary>The config that the objective was given; <see langword="null"/> where the config type's own code threw before there was one.</summary>
    public object? Config { get; }

    private new static string Message(string study, int trialNumber, string values, Exception exception)
        => $"Trial {trialNumber} of study '{study}' ({values}) failed and ended the run, because {nameof(StudyOptions)}.{nameof(StudyOptions.Expected)} does not "
            + $"name {exception.GetType().Name}: {exception.Message}";
}
