using HyperTune.Simulation;

namespace HyperTune;

/// <summary>Replays learning curves under pruners and strategies, with a simulated clock: what would take hours of training takes seconds.</summary>
/// <remarks>
/// The study, its strategy and its pruner are the real ones; only the training is replaced by curves, and the time by that of the curves. The same curves,
/// options and seed give the same result.
/// </remarks>
public static class Simulator
{
    /// <summary>Simulates one study.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="curves">The curves to replay.</param>
    /// <param name="pruner">The pruner.</param>
    /// <param name="options">What is simulated; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The curves have no end, and neither trials nor steps are limited; or trials of the strategy go on from the checkpoints of others.
    /// </exception>
    public static SimulationResult Run<T>(LearningCurves<T> curves, Pruner pruner, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pruner);
        options = Checked(curves, options);
        return new StudyPlayback<T>(curves, pruner, options, options.Seed).Run();
    }

    /// <summary>
    /// Simulates pruners on the curves of a study of your own, in whatever storage, with the same seeds: its completed trials are what is to be found
    /// (<see cref="LearningCurves.From{T}"/>), so it is one that was run without a pruner.
    /// </summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="study">The study, for instance one of a <see cref="JournalStorage"/>.</param>
    /// <param name="pruners">The pruners, at least one; the first one is what the others are compared with.</param>
    /// <returns>A row for each pruner, in their order. Its text is a table.</returns>
    /// <exception cref="ArgumentException">There is no pruner, or no completed trial has reported.</exception>
    public static SimulationTable Compare<T>(Study<T> study, params IReadOnlyList<Pruner> pruners)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Compare(LearningCurves.From(study.GetResult()), pruners);
    }

    /// <summary>Simulates pruners on the same curves with the same seeds.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="curves">The curves to replay, for instance <c>LearningCurves.From(study.GetResult())</c>.</param>
    /// <param name="pruners">The pruners, at least one; the first one is what the others are compared with, for instance <see cref="Pruner.None"/>.</param>
    /// <param name="options">What is simulated, and how often; <see langword="null"/> for the defaults.</param>
    /// <returns>A row for each pruner, in their order. Its text is a table.</returns>
    /// <exception cref="ArgumentException">
    /// There is no pruner; or the curves have no end, and neither trials nor steps are limited; or trials of the strategy go on from the checkpoints of others.
    /// </exception>
    public static SimulationTable Compare<T>(LearningCurves<T> curves, IReadOnlyList<Pruner> pruners, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pruners);
        if (pruners.Count == 0)
        {
            throw new ArgumentException("There is no pruner to simulate.", nameof(pruners));
        }

        options = Checked(curves, options);
        var rows = new List<SimulationRow>(pruners.Count);
        SimulationResult[]? first = null;
        foreach (Pruner pruner in pruners)
        {
            ArgumentNullException.ThrowIfNull(pruner, nameof(pruners));
            SimulationResult[] results =
            [
                .. Enumerable.Range(0, options.Repeats).Select(repeat => new StudyPlayback<T>(curves, pruner, options, options.Seed + repeat).Run()),
            ];
            first ??= results;
            rows.Add(SimulationRow.Of(results, first, curves.Direction));
        }

        return new SimulationTable(rows);
    }

    private static SimulationOptions Checked<T>(LearningCurves<T> curves, SimulationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(curves);
        options ??= new SimulationOptions();
        if (options.Strategy.ContinuesTrials)
        {
            throw new ArgumentException($"Trials of {options.Strategy} go on from the checkpoints of others, and curves have none.", nameof(options));
        }

        return curves.Count is not null || options.Trials is not null || options.Steps is not null
            ? options
            : throw new ArgumentException(
                $"A function gives curves without end: set {nameof(SimulationOptions)}.{nameof(SimulationOptions.Trials)} or {nameof(SimulationOptions)}.{nameof(SimulationOptions.Steps)}.",
                nameof(options));
    }
}
