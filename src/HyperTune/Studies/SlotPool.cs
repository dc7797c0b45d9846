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

    /// <summary>Gives a trial's objective what a free slot works with.</summary>
    /// <param name="abandonment">Says that the objective is given up, and its slot goes on with something new; <see langword="null"/> where that cannot be.</param>
    /// <param name="work">The objective.</param>
    public TResult Use<TResult>(TrialAbandonment? abandonment, Func<TTrainer, TResult> work)
    {
        Slot slot = Take(abandonment);
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
            Blocking.Wait(ReturnAsync(slot, isSound));
        }
    }

    /// <inheritdoc cref="Use"/>
    public async Task<TResult> UseAsync<TResult>(TrialAbandonment? abandonment, Func<TTrainer, Task<TResult>> work)
    {
        Slot slot = Take(abandonment);
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
            await ReturnAsync(slot, isSound).ConfigureAwait(false);
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

    private Slot Take(TrialAbandonment? abandonment)
    {
        if (!_free.TryPop(out Slot? slot))
        {
            throw new InvalidOperationException("More trials run side by side than there are slots.");
        }

        slot.Begin();
        if (abandonment is not null)
        {
            // What the objective works with stays with it.
            int use = slot.Uses;
            abandonment.Register(() =>
            {
                if (slot.TryEnd(use))
                {
                    _free.Push(new Slot(slot.Name));
                }
            });
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
            if (!isCreated && slot.TryEnd(slot.Uses))
            {
                _free.Push(slot);
            }
        }
    }

    private async ValueTask ReturnAsync(Slot slot, bool isSound)
    {
        bool isMine = slot.TryEnd(slot.Uses);
        if (!isSound || !isMine)
        {
            await EmptyAsync(slot).ConfigureAwait(false);
        }

        if (isMine)
        {
            _free.Push(slot);
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
        private int _ended;

        public string Name => name;

        /// <summary>How many trials have used it, with the one of now.</summary>
        public int Uses { get; private set; }

        public void Begin() => Uses++;

        /// <summary>Ends a use of the slot: by the objective that returns, or because it is given up, whichever comes first.</summary>
        /// <returns><see langword="false"/> where that use has ended.</returns>
        public bool TryEnd(int use) => Interlocked.CompareExchange(ref _ended, use, use - 1) == use - 1;

        public TTrainer? Trainer { get; set; }

        public bool IsFilled { get; set; }
    }
}
