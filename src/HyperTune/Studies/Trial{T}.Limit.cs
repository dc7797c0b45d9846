using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

public sealed partial class Trial<T>
{
    /// <summary>
    /// Cancelled when the trial's run is cancelled, or its time is over (<see cref="StudyOptions.TrialTimeLimit"/>): the token that asynchronous objectives get,
    /// also for those that get none. Of a trial that was asked for one by one it is never cancelled.
    /// </summary>
    public CancellationToken CancellationToken { get; internal set; }

    /// <summary>Whether the objective has been given up; <see langword="null"/> where no time limit can lead to that.</summary>
    internal TrialAbandonment? Abandonment { get; init; }

    private TrialFileStore OpenFiles()
    {
        ThrowIfAbandoned();
        return Study.Engine.Files;
    }

    // What an objective does that was given up must not reach another attempt at its trial.
    private void ThrowIfAbandoned()
    {
        if (Abandonment is { IsSet: true })
        {
            throw new InvalidOperationException(
                $"Trial {Number} of study '{Study.Title}' ran for too long, and its objective was abandoned: what it does now is not kept "
                + $"({nameof(StudyOptions)}.{nameof(StudyOptions.TrialTimeLimit)}).");
        }
    }
}
