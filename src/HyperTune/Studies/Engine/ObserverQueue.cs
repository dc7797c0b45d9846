namespace HyperTune.Studies.Engine;

/// <summary>
/// One observer at one study: a queue of what it is to be told, and the calls, one at a time on the thread pool. Whoever has added to a full queue waits
/// behind it (<see cref="RoomAsync"/>), because adding itself happens under the session's gate and never waits.
/// </summary>
/// <param name="observers">The other observers of the study.</param>
/// <param name="options">How the observer is served.</param>
internal abstract class ObserverQueue(StudyObservers observers, ObserverOptions options) : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposal = new();
    private List<Observed> _waiting = [];
    private List<Observed> _taken = [];
    private int _unseen;
    private bool _isDelivering;
    private bool _isOver;
    private TaskCompletionSource? _room;

    public bool SeesOtherProcesses => options.OtherProcesses;

    private bool IsFull => Volatile.Read(ref _unseen) >= options.QueueLength;

    /// <summary>Queues something; never waits.</summary>
    public void Add(in Observed observed)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                observed.Seen?.SetResult();
                return;
            }

            _waiting.Add(observed);
            Interlocked.Increment(ref _unseen);
            if (_isDelivering)
            {
                return;
            }

            _isDelivering = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Waits until the queue has room.</summary>
    public Task RoomAsync()
    {
        if (!IsFull)
        {
            return Task.CompletedTask;
        }

        lock (_lock)
        {
            // The room is there before the second look: a call that ends in between sees it.
            _room ??= NewSignal();
            Interlocked.MemoryBarrier();
            return IsFull && !_isOver ? _room.Task : Task.CompletedTask;
        }
    }

    /// <summary>Tells the observer nothing any more, but ends the call that is under way.</summary>
    public void Dispose()
    {
        observers.Remove(this);
        _disposal.Cancel();
        End();
    }

    void IThreadPoolWorkItem.Execute() => _ = DeliverAsync();

    /// <summary>Calls the observer.</summary>
    protected abstract ValueTask TellAsync(in Observed observed, CancellationToken cancellationToken);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task DeliverAsync()
    {
        try
        {
            while (TryTake())
            {
                for (int i = 0; i < _taken.Count; i++)
                {
                    if (_disposal.IsCancellationRequested)
                    {
                        Abandon();
                        return;
                    }

                    ValueTask call = TellAsync(_taken[i], _disposal.Token);
                    if (!call.IsCompletedSuccessfully)
                    {
                        await call.ConfigureAwait(false);
                    }

                    NoteSeen(_taken[i].Seen);
                }
            }
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // Whoever disposes of the observation wants to see no more.
            Abandon();
        }
        catch (Exception exception)
        {
            observers.Fail(this, exception);
            End();
            Abandon();
        }
    }

    // Somebody may wait for what was taken and will not be told.
    private void Abandon() => _taken.ForEach(static observed => observed.Seen?.TrySetResult());

    private bool TryTake()
    {
        _taken.Clear();
        lock (_lock)
        {
            _isDelivering = _waiting.Count > 0 && !_isOver;
            (_waiting, _taken) = _isDelivering ? (_taken, _waiting) : (_waiting, _taken);
            return _isDelivering;
        }
    }

    private void NoteSeen(TaskCompletionSource? seen)
    {
        Interlocked.Decrement(ref _unseen);
        seen?.TrySetResult();
        if (Volatile.Read(ref _room) is not null && !IsFull)
        {
            lock (_lock)
            {
                _room?.TrySetResult();
                _room = null;
            }
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _isOver = true;
            _waiting.ForEach(static observed => observed.Seen?.TrySetResult());
            _waiting.Clear();
            _room?.TrySetResult();
            _room = null;
        }
    }
}
