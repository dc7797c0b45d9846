using HyperTune.Studies.Diagnostics;

namespace HyperTune.Studies.Engine;

/// <summary>Reads what others append while a run goes on, for observers who want to see it when it happens and not when the next trial starts.</summary>
internal sealed class LogWatch(StudySession session, StudyOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private CancellationTokenSource? _end;
    private Task _watching = Task.CompletedTask;

    public void Start()
    {
        _end = new CancellationTokenSource();
        CancellationToken token = _end.Token;
        _watching = Task.Run(() => WatchAsync(token), CancellationToken.None);
    }

    /// <summary>Stops, and reads all that there is by now.</summary>
    public async ValueTask StopAsync()
    {
        if (Interlocked.Exchange(ref _end, null) is not { } end)
        {
            return;
        }

        using (end)
        {
            await end.CancelAsync().ConfigureAwait(false);
            await _watching.ConfigureAwait(false);
        }

        await session.RefreshAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await session.Log.WaitAsync(session.Version, cancellationToken).ConfigureAwait(false);
                    await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (IOException exception)
                {
                    // It may pass, as for signs of life; the last reading, at the run's end, says so if it does not.
                    options.Logger.WatchFailed(exception, session.Name);
                    await Task.Delay(Patience, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run has ended.
        }
    }
}
