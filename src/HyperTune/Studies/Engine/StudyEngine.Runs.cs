namespace HyperTune.Studies.Engine;

/// <content>Runs, from their begin to their end, and what observers have to do with them.</content>
internal sealed partial class StudyEngine
{
    /// <inheritdoc cref="StudyRuns.Begin"/>
    public StudyRun BeginRun(Budget budget, SearchSpace? within, bool isBlocking)
    {
        StudyRun run = _runs.Begin(budget, within, isBlocking);
        _news.RunStarted(run, Seed);
        if (!_session.IsAlone && _observers.SeeOtherProcesses)
        {
            _watch.Start();
        }

        return run;
    }

    /// <summary>Ends a run; returns when all observers have seen its end.</summary>
    public async ValueTask EndRunAsync(StudyRun run)
    {
        _runs.End(run);
        try
        {
            await _watch.StopAsync().ConfigureAwait(false);
            await CatchUpAsync(run).ConfigureAwait(false);
        }
        finally
        {
            await _news.EndRunAsync(run, Now(), ExplainStrategy()).ConfigureAwait(false);
            await ForgetPartAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Throws what observers have thrown, once.</summary>
    public void ThrowIfObserversFailed() => _observers.ThrowIfFailed();

    public async ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        _directories.Dispose();
        await _session.DisposeAsync().ConfigureAwait(false);
    }

    // Results wait for the next suggestion, and after a run there may be none for long.
    private async ValueTask CatchUpAsync(StudyRun run)
    {
        await _starter.Asking.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (run.Reason != StopReason.Faulted)
            {
                _strategy.CatchUpIfStarted();
                _stopping.End(run);
            }
            else
            {
                _stopping.Forget();
            }
        }
        finally
        {
            _starter.Asking.Exit();
        }
    }

    private async ValueTask ForgetPartAsync()
    {
        await _starter.Asking.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _strategy.Forget();
        }
        finally
        {
            _starter.Asking.Exit();
        }
    }

    private async ValueTask<int> AskObservedAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        if (run is null)
        {
            _observers.ThrowIfFailed();
        }

        int number = await StartAsync(run, cancellationToken).ConfigureAwait(false);
        Count(number);
        await _observers.RoomAsync().ConfigureAwait(false);
        return number;
    }

    private ValueTask<T> ObservedAsync<T>(ValueTask<T> ending, StudyRun? run)
    {
        return _observers.IsQuiet ? ending : WaitedAsync();

        async ValueTask<T> WaitedAsync()
        {
            T ended = await ending.ConfigureAwait(false);
            await _observers.RoomAsync().ConfigureAwait(false);

            // Of a run, its caller receives it.
            if (run is null)
            {
                _observers.ThrowIfFailed();
            }

            return ended;
        }
    }
}
