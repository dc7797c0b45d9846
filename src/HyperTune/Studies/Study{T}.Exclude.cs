using HyperTune.Studies.Engine;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Takes a trial out of the study, for instance because it was measured on wrong data: it stays in the list, with its reason, but the strategy and the
    /// pruner forget it, and it is neither the best trial nor in any front or importance. Its number stays taken, and so does its share of the budget.
    /// </summary>
    /// <param name="number">The number of a trial that has ended, in whatever process it ran.</param>
    /// <param name="reason">Why, in words; not empty.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has not ended.</exception>
    public async ValueTask ExcludeAsync(int number, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.ExcludeAsync(number, reason, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes back a trial that <see cref="ExcludeAsync"/> has taken out; does nothing where it is in.</summary>
    /// <param name="number">The number of a trial that has ended.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has not ended.</exception>
    public async ValueTask IncludeAsync(int number, CancellationToken cancellationToken = default)
    {
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.ExcludeAsync(number, reason: null, cancellationToken).ConfigureAwait(false);
    }
}
