using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.Text;

namespace HyperTune.Studies.Restored;

/// <summary>A stored study that goes on without its config type: its trials are asked for, and told, by whoever knows their numbers.</summary>
internal sealed class AskedStudy : IAsyncDisposable
{
    /// <summary>The note that says which strategy suggests.</summary>
    public const string StrategyNote = "hypertune:strategy";

    /// <summary>The note that says which pruner advises.</summary>
    public const string PrunerNote = "hypertune:pruner";

    private readonly Study<RestoredConfig> _study;

    private AskedStudy(Study<RestoredConfig> study) => _study = study;

    /// <summary>The search space, with its conditions.</summary>
    public SearchSpace<RestoredConfig> Space => _study.Space;

    private ImmutableArray<Metric> Metrics => _study.Metrics.All;

    private string Title => Printable.Of(_study.Name);

    /// <summary>Opens a study that is there.</summary>
    /// <param name="storage">Where it is.</param>
    /// <param name="look">What it is.</param>
    /// <param name="strategy">What suggests.</param>
    /// <param name="pruner">What advises.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The study's space takes its config type to understand, or has no parameters yet.</exception>
    public static async ValueTask<AskedStudy> OpenAsync(
        StudyStorage storage, RestoredStudy look, Strategy strategy, Pruner pruner, CancellationToken cancellationToken = default)
    {
        if (look.Outline.Parameters.IsEmpty)
        {
            throw new InvalidOperationException($"Study '{Printable.Of(look.Name)}' declares no parameters, and has no trials that tell them.");
        }

        try
        {
            var options = new StudyOptions { Name = look.Name, Storage = storage, Open = Open.Existing, Strategy = strategy, Pruner = pruner };
            var study = new Study<RestoredConfig>(new DrawableSpace(look.Name, look.Outline), new RestoredMetrics(look.Metrics, []), options);
            await study.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new AskedStudy(study);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"{exception.Message} Ask for trials of study '{Printable.Of(look.Name)}' with the program that declares its config type.", exception);
        }
    }

    /// <summary>Creates a study of a space that no config type declares.</summary>
    /// <param name="storage">Where it is to be.</param>
    /// <param name="name">Its name.</param>
    /// <param name="space">Its space.</param>
    /// <param name="metrics">What its trials end with.</param>
    /// <param name="seed">Its seed; <see langword="null"/> for one by chance.</param>
    /// <param name="notes">What is noted of it; at least one note, which creates it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is a study of that name.</exception>
    public static async ValueTask CreateAsync(
        StudyStorage storage,
        string name,
        SpaceOutline space,
        ImmutableArray<Metric> metrics,
        long? seed,
        IReadOnlyList<KeyValuePair<string, string>> notes,
        CancellationToken cancellationToken = default)
    {
        var options = new StudyOptions { Name = name, Storage = storage, Open = Open.New, Seed = seed };
        var study = new Study<RestoredConfig>(new DrawableSpace(name, space), new RestoredMetrics(metrics, []), options);
        await using (study.ConfigureAwait(false))
        {
            foreach ((string note, string text) in notes)
            {
                await study.Notes.SetAsync(note, text, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Notes something of the study, for those who open it later; nothing in the place of the text takes the note away.</summary>
    public async ValueTask NoteAsync(string name, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            await _study.Notes.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await _study.Notes.SetAsync(name, text, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Has a config tried next, by whoever runs the study.</summary>
    /// <param name="vector">A vector of the space; what does not exist is not a number.</param>
    /// <returns>The trial's number.</returns>
    public ValueTask<int> EnqueueAsync(double[] vector) => _study.EnqueueAsync(Space.Decode(vector), again: true);

    /// <inheritdoc cref="Study{T}.ExcludeAsync"/>
    public ValueTask ExcludeAsync(int number, string reason, CancellationToken cancellationToken) => _study.ExcludeAsync(number, reason, cancellationToken);

    /// <inheritdoc cref="Study{T}.RequestStopAsync"/>
    public ValueTask RequestStopAsync(CancellationToken cancellationToken) => _study.RequestStopAsync(cancellationToken);

    /// <inheritdoc cref="Study{T}.ExtendAsync"/>
    public ValueTask<int> ExtendAsync(int trials, CancellationToken cancellationToken) => _study.ExtendAsync(trials, cancellationToken);

    /// <summary>Starts a trial that outlives this process: it runs until somebody tells its outcome.</summary>
    /// <returns><see langword="null"/> when the strategy has nothing left to suggest.</returns>
    public async ValueTask<Trial<RestoredConfig>?> TryAskAsync(CancellationToken cancellationToken)
    {
        Trial<RestoredConfig>? trial = await _study.TryAskAsync(cancellationToken).ConfigureAwait(false);
        if (trial is not null)
        {
            await trial.DetachAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return trial;
    }

    /// <summary>Reports an intermediate value of a trial that runs, whoever asked for it.</summary>
    /// <returns>Whether the pruner advises to stop it.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial, or it does not run.</exception>
    public async ValueTask<bool> ReportAsync(int number, int step, double value, CancellationToken cancellationToken)
    {
        TrialRecord<RestoredConfig> record = Find(number);
        if (record.State != TrialState.Running)
        {
            throw new InvalidOperationException($"Trial {number} of study '{Title}' does not run: {record.State.ToString().ToLowerInvariant()}.");
        }

        // It stays whose it is: a process that reports and ends must not leave a trial that looks abandoned.
        return await new Trial<RestoredConfig>(_study, number, record.Config, run: null).ReportAsync(step, value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the values of a trial that runs, whoever asked for it.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="values">One value a metric, by its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How the trial has ended: a value that is not finite makes a failed one.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial, its outcome was told before, or the values are not those of the study.</exception>
    public ValueTask<TrialState> TellAsync(int number, IReadOnlyDictionary<string, double> values, CancellationToken cancellationToken)
    {
        string wanted = string.Join(", ", Metrics.Select(static metric => Printable.Of(metric.Name)));
        return Metrics.FirstOrDefault(metric => !values.ContainsKey(metric.Name)) is { } missing
            ? throw new InvalidOperationException($"No value of '{Printable.Of(missing.Name)}' is given; a trial of study '{Title}' ends with: {wanted}.")
            : values.Keys.FirstOrDefault(name => !Metrics.Any(metric => metric.Name == name)) is { } unknown
                ? throw new InvalidOperationException($"'{Printable.Of(unknown)}' is no metric of study '{Title}'; a trial ends with: {wanted}.")
                : TellAsync(number, OutcomeRules.Of([.. Metrics.Select(metric => values[metric.Name])], Metrics), cancellationToken);
    }

    /// <summary>Tells how a trial that runs has ended.</summary>
    /// <inheritdoc cref="TellAsync(int, IReadOnlyDictionary{string, double}, CancellationToken)"/>
    public async ValueTask<TrialState> TellAsync(int number, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        Find(number);
        await _study.TellStoredAsync(number, outcome, cancellationToken).ConfigureAwait(false);
        return outcome.State;
    }

    public ValueTask DisposeAsync() => _study.DisposeAsync();

    private TrialRecord<RestoredConfig> Find(int number)
    {
        IReadOnlyList<TrialRecord<RestoredConfig>> trials = _study.Trials;
        return number >= 0 && number < trials.Count
            ? trials[number]
            : throw new InvalidOperationException($"Study '{Title}' has no trial {number}; it has {trials.Count}, counted from 0.");
    }
}
