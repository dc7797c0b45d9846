using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.State.Commands;

namespace HyperTune.Studies.Engine;

/// <content>What users change of a study besides running it.</content>
internal sealed partial class StudyEngine
{
    /// <summary>Adds a trial that waits, unless the study has it from an earlier process.</summary>
    /// <param name="vector">Its vector; not a number for a parameter that is open.</param>
    /// <param name="narrowing">What the space is narrowed to for the trial, where it is enqueued by that.</param>
    /// <param name="config">
    /// The object that the user enqueued; handed to the objective as it is, with properties that are not tuned. <see langword="null"/> where the config is only
    /// made when the trial starts.
    /// </param>
    /// <param name="again">Whether to add it in any case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The trial's number.</returns>
    public async ValueTask<int> EnqueueAsync(double[] vector, SpaceOutline? narrowing, object? config, bool again, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);

        // Nobody of this process takes the trial before its config is known; other processes know the tuned values only.
        await _starter.Taking.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var enqueue = new EnqueueTrial(vector, again ? 0 : _enqueued.CountOf(vector, narrowing) + 1, narrowing);
            Decision decision = await _session.CommitAsync(in enqueue, cancellationToken).ConfigureAwait(false);
            _enqueued.Add(decision.Number, vector, narrowing, config);
            return decision.Number;
        }
        finally
        {
            _starter.Taking.Exit();
        }
    }

    /// <summary>Adds finished trials of another study, but for those that an earlier import has brought.</summary>
    /// <returns>How many it added.</returns>
    public async ValueTask<int> ImportAsync(IReadOnlyList<ImportedTrial> trials, CancellationToken cancellationToken)
        => (await _session.CommitAsync(new ImportTrials(trials), cancellationToken).ConfigureAwait(false)).Number;

    /// <summary>Writes a note of the study, or removes it where there is no text.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async ValueTask<bool> NoteAsync(string name, string? text, CancellationToken cancellationToken)
    {
        // Against what others noted meanwhile.
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return (await _session.CommitAsync(new SetNote(name, text), cancellationToken).ConfigureAwait(false)).Kind == DecisionKind.Done;
    }

    /// <summary>Lets failed trials wait to be run again.</summary>
    /// <returns>How many do.</returns>
    public async ValueTask<int> ReopenAsync(int[] numbers, CancellationToken cancellationToken)
        => (await _session.CommitAsync(new ReopenTrials(numbers), cancellationToken).ConfigureAwait(false)).Number;

    /// <summary>Takes a trial that ended out of the study or, without a reason, takes it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has not ended.</exception>
    public async ValueTask ExcludeAsync(int number, string? reason, CancellationToken cancellationToken)
    {
        await _session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        Decision decision = await _session.CommitAsync(new ExcludeTrial(number, reason), cancellationToken).ConfigureAwait(false);
        switch (decision.Kind)
        {
            case DecisionKind.Nothing:
                throw _ender.NoSuchTrial(number);
            case DecisionKind.TrialOpen:
                throw new InvalidOperationException(
                    $"Trial {number} of study '{_session.Title}' has not ended: only a trial that ended can be taken out, or back.");
        }
    }
}
