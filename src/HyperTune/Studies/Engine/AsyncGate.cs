namespace HyperTune.Studies.Engine;

/// <summary>Lets one caller in at a time, also across an await. Who finds it free pays next to nothing.</summary>
internal sealed class AsyncGate
{
    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _isTaken;

    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return ValueTask.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return new ValueTask(WaitAsync(turn, cancellationToken));
        }
    }

    /// <summary>
    /// Enters on the thread of a caller who has nothing else to do. Whoever comes while it wakes up may go first: a turn that waited for one thread to wake
    /// would cost more than most turns take.
    /// </summary>
    public void Enter()
    {
        lock (_lock)
        {
            while (_isTaken)
            {
                Monitor.Wait(_lock);
            }

            _isTaken = true;
        }
    }

    public bool TryEnter()
    {
        lock (_lock)
        {
            return !_isTaken && (_isTaken = true);
        }
    }

    public void Exit()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out TaskCompletionSource? next))
            {
                // One that was cancelled has given up its turn.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _isTaken = false;
            Monitor.Pulse(_lock);
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn))
        {
            await turn.Task.ConfigureAwait(false);
        }
    }
}
