using System.Collections.Immutable;
using HyperTune.Studies;
using HyperTune.Studies.Diagnostics;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>The openings of hold-outs that the study knows of, the first one first. They are among its <see cref="Notes"/>, and so outlive the process.</summary>
    public ImmutableArray<HoldOutOpening> HoldOutOpenings => new HoldOutLog(Notes, Name).All;

    /// <summary>
    /// Opens a hold-out and evaluates the chosen config on it, once: that it was opened is noted in the study before the evaluation sees the data, and a second
    /// opening is refused, in whatever process.
    /// </summary>
    /// <typeparam name="TData">The type of the data.</typeparam>
    /// <typeparam name="TScore">The type of the score: a number, or whatever the evaluation returns.</typeparam>
    /// <param name="holdOut">The hold-out.</param>
    /// <param name="evaluate">
    /// Evaluates a config on the data, for instance trains with all the other data and predicts these. What else is to be compared on the same data, such as
    /// the config used so far, it can evaluate as well.
    /// </param>
    /// <param name="trial">The trial whose config to evaluate; <see langword="null"/> for <see cref="Best"/>.</param>
    /// <param name="again">Whether the hold-out may have been opened before; the result and a warning in the log then say how often.</param>
    /// <param name="cancellationToken">Ends the wait for the storage, and is passed on to the evaluation.</param>
    /// <exception cref="HoldOutOpenedException">It was opened before, and <paramref name="again"/> is <see langword="false"/>.</exception>
    /// <exception cref="InvalidOperationException">No trial completed, or the study was opened to look at it only.</exception>
    public async Task<FinalEvaluation<TScore>> FinalEvaluateAsync<TData, TScore>(
        HoldOut<TData> holdOut,
        Func<T, TData, CancellationToken, Task<TScore>> evaluate,
        TrialRecord<T>? trial = null,
        bool again = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holdOut);
        ArgumentNullException.ThrowIfNull(evaluate);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        TrialRecord<T> chosen = trial ?? Best;
        T config = chosen.Config;
        var log = new HoldOutLog(Notes, Name);
        (string note, ImmutableArray<HoldOutOpening> earlier) = await log.OpenAsync(
            holdOut.Name, chosen.Number, _options.TimeProvider.GetUtcNow(), again, cancellationToken).ConfigureAwait(false);
        if (!earlier.IsEmpty)
        {
            _options.Logger.HoldOutOpenedAgain(holdOut.Name, Name, earlier.Length + 1);
        }

        TScore score = await evaluate(config, holdOut.Data, cancellationToken).ConfigureAwait(false);
        HoldOutOpening opening = await log.CloseAsync(note, chosen.Number, HoldOutLog.Text(score), CancellationToken.None).ConfigureAwait(false);
        return new FinalEvaluation<TScore>(score, chosen.Number, opening, earlier);
    }

    /// <inheritdoc cref="FinalEvaluateAsync{TData, TScore}(HoldOut{TData}, Func{T, TData, CancellationToken, Task{TScore}}, TrialRecord{T}, bool, CancellationToken)"/>
    public FinalEvaluation<TScore> FinalEvaluate<TData, TScore>(
        HoldOut<TData> holdOut, Func<T, TData, TScore> evaluate, TrialRecord<T>? trial = null, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        return Blocking.Wait(new ValueTask<FinalEvaluation<TScore>>(
            FinalEvaluateAsync(holdOut, (config, data, _) => Task.FromResult(evaluate(config, data)), trial, again, CancellationToken.None)));
    }
}
