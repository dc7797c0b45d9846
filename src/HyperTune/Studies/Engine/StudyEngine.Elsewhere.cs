using HyperTune.State;
using HyperTune.State.Commands;

namespace HyperTune.Studies.Engine;

internal sealed partial class StudyEngine
{
    /// <summary>Ends a trial that may be anybody's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended before.</exception>
    public async ValueTask TellAsync(int number, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        if (number < 0 || number >= Now().TrialCount)
        {
            throw _ender.NoSuchTrial(number);
        }

        await EndAsync(run: null, number, outcome, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks after a trial from now on that may have been anybody's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask ResumeAsync(int number, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await HandOverAsync(number, _keeper.Owner, _keeper.Worker, cancellationToken).ConfigureAwait(false);
        _keeper.Keep(number);
    }

    /// <summary>Looks after a trial no longer, without giving it back.</summary>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public async ValueTask DetachAsync(int number, CancellationToken cancellationToken)
    {
        await HandOverAsync(number, owner: null, worker: null, cancellationToken).ConfigureAwait(false);
        _keeper.Drop(number);
    }

    private async ValueTask HandOverAsync(int number, string? owner, string? worker, CancellationToken cancellationToken)
    {
        switch ((await _session.CommitAsync(new HandOverTrial(number, owner, worker), cancellationToken).ConfigureAwait(false)).Kind)
        {
            case DecisionKind.Nothing:
                throw _ender.NoSuchTrial(number);
            case DecisionKind.TrialEnded:
                _ender.ThrowIfEnded(number, "cannot be gone on with");
                break;
        }
    }
}
