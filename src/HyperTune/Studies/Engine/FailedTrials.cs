using HyperTune.State;
using HyperTune.Studies.Diagnostics;

namespace HyperTune.Studies.Engine;

/// <summary>Decides what follows from an exception of an objective: another attempt, a failed trial, or a failed trial and the end of the run.</summary>
internal sealed class FailedTrials(StudySession session, TrialEnder ender, StudyReading reading, StudyOptions options)
{
    /// <summary>Ends a trial of a run, or lets it wait for another attempt.</summary>
    /// <param name="run">The run.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="failed">How the trial failed; with the exception.</param>
    /// <param name="config">What the objective was given; <see langword="null"/> where that could not be created.</param>
    /// <returns>How the trial, or the attempt, ended.</returns>
    public async ValueTask<StoredOutcome> FailAsync(StudyRun run, int number, StoredOutcome failed, object? config)
    {
        Exception exception = failed.Exception!;
        TimeSpan? wait;
        try
        {
            wait = WaitBeforeRetry(number, exception);
            if (wait is null && !options.Expected.Include(exception))
            {
                // Before the end, so that whoever sees the one knows the other.
                Fail(run, new TrialFailedException(session.Name, number, reading.Describe(number), config, exception));
            }
        }
        catch
        {
            // A condition of the user threw; what the trial came to is kept all the same.
            await ender.EndAsync(run, number, failed, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return wait is { } time && await ender.TryRetryAsync(number, failed, time).ConfigureAwait(false)
            ? failed
            : await ender.EndAsync(run, number, failed, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Ends a trial of a run that took too long, or lets it wait for another attempt.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="run">The run.</param>
    /// <param name="failed">How the trial failed.</param>
    /// <returns>How the trial, or the attempt, ended.</returns>
    public async ValueTask<StoredOutcome> TimeOutAsync(StudyRun run, int number, StoredOutcome failed)
    {
        TimeSpan? wait;
        try
        {
            (int failures, int timeouts) = EarlierAttempts(number);
            wait = timeouts < options.Retries.TimedOut ? BackOff(failures + timeouts + 1) : null;
        }
        catch
        {
            await ender.EndAsync(run, number, failed, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return wait is { } time && await ender.TryRetryAsync(number, failed, time).ConfigureAwait(false)
            ? failed
            : await ender.EndAsync(run, number, failed, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>How long to wait before another attempt; <see langword="null"/> where there is to be none.</summary>
    private TimeSpan? WaitBeforeRetry(int number, Exception exception)
    {
        Retries retries = options.Retries;
        (int failures, int timeouts) = EarlierAttempts(number);
        return failures >= retries.Failed || !(retries.When?.Invoke(exception) ?? options.Expected.Include(exception))
            ? null
            : BackOff(failures + timeouts + 1);
    }

    private (int Failures, int Timeouts) EarlierAttempts(int number)
    {
        lock (session.Gate)
        {
            return (session.State.Attempts.Retries(number), session.State.Attempts.Timeouts(number));
        }
    }

    private TimeSpan BackOff(int attempts)
    {
        TimeSpan wait = options.Retries.BackOff?.Invoke(attempts) ?? TimeSpan.Zero;
        return wait >= TimeSpan.Zero
            ? wait
            : throw new InvalidOperationException(
                $"{nameof(StudyOptions)}.{nameof(StudyOptions.Retries)}.{nameof(Retries.BackOff)} gave {wait:c} for attempt {attempts}; it must be zero or longer.");
    }

    private void Fail(StudyRun run, TrialFailedException failure)
    {
        lock (session.Gate)
        {
            run.Fail(failure);
        }
    }
}
