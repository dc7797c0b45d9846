using System.Collections.Concurrent;
using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune.Studies;

/// <summary>The slots of a run, each with what its trials work with: created with its first trial, used again, and disposed of at the end.</summary>
internal sealed class SlotPool<TTrainer> : IDisposable, IAsyncDisposable
{
    private readonly Func<string, TTrainer> _create;

    // As many trials run side by side as there are slots, so that there is always one. Those in use come before those that were never used.
    private readonly ConcurrentStack<Slot> _free = new();

    public SlotPool(StudyOptions options, Func<string, TTrainer> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        _create = create;
        ImmutableArray<string> names = options.Slots.IsEmpty
            ? [.. Enumerable.Range(0, options.Parallelism).Select(static number => NumberFormat.Invariant(number))]
            : options.Slots;
        foreach (string name in names.Reverse())
        {
            _free.Push(new Slot(name));
        }
    }

    public TResult Use<TResult>(Func<TTrainer, TResult> work)
    {
        Slot slot = Take();
        bool isSound = false;
        try
        {
            TResult result = work(slot.Trainer!);
            isSound = true;
            return result;
        }
        catch (TrialPrunedException)
        {
            isSound = true;
            throw;
        }
        finally
        {
            if (!isSound)
            {
                Blocking.Wait(EmptyAsync(slot));
            }

            _free.Push(slot);
        }
    }

    public async Task<TResult> UseAsync<TResult>(Func<TTrainer, Task<TResult>> work)
    {
        Slot slot = Take();
        bool isSound = false;
        try
        {
            TResult result = await work(slot.Trainer!).ConfigureAwait(false);
            isSound = true;
            return result;
        }
        catch (TrialPrunedException)
        {
            isSound = true;
            throw;
        }
        finally
        {
            if (!isSound)
            {
                await EmptyAsync(slot).ConfigureAwait(false);
            }

            _free.Push(slot);
        }
    }

    public void Dispose() => Blocking.Wait(DisposeAsync());

    public async ValueTask DisposeAsync()
    {
        List<Exception> failures = [];
        while (_free.TryPop(out Slot? slot))
        {
            try
            {
                await EmptyAsync(slot).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The others hold cards and connections, too.
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("What the trials of a run worked with could not be disposed of.", failures);
        }
    }

    private Slot Take()
    {
        if (!_free.TryPop(out Slot? slot))
        {
            throw new InvalidOperationException("More trials run side by side than there are slots.");
        }

        if (slot.IsFilled)
        {
            return slot;
        }

        bool isCreated = false;
        try
        {
            (slot.Trainer, slot.IsFilled) = (_create(slot.Name), true);
            isCreated = true;
            return slot;
        }
        finally
        {
            if (!isCreated)
            {
                _free.Push(slot);
            }
        }
    }

    private static async ValueTask EmptyAsync(Slot slot)
    {
        if (!slot.IsFilled)
        {
            return;
        }

        TTrainer? trainer = slot.Trainer;
        (slot.Trainer, slot.IsFilled) = (default, false);
        if (trainer is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (trainer as IDisposable)?.Dispose();
        }
    }

    private sealed class Slot(string name)
    {
        public string Name => name;

        public TTrainer? Trainer { get; set; }

        public bool IsFilled { get; set; }
    }
}
