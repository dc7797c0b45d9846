using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.Storage;
using HyperTune.Studies.Engine;
using HyperTune.Text;

namespace HyperTune.Studies.Import;

/// <summary>Reads the ended trials of a stored study, whoever wrote it, as trials of a search space.</summary>
internal sealed class StoredTrials : IStudyFollower
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<int> _related = [];

    // What the parameters of each trial add to its key, also those that the space does not have.
    private readonly Dictionary<int, ulong> _hashes = [];
    private readonly SearchSpace _space;
    private readonly StudyState _state;

    private StoredTrials(SearchSpace space, StudyState state)
    {
        _space = space;
        _state = state;
    }

    /// <exception cref="IOException">The storage cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There is no such study, it has other metrics, or it has nothing that fits.</exception>
    public static async ValueTask<(List<ImportedTrial> Trials, int LeftOut)> ReadAsync(
        StudyStorage storage, string? studyName, StudyDescription target, CancellationToken cancellationToken)
    {
        string name = await ChooseAsync(storage, studyName, cancellationToken).ConfigureAwait(false);
        var participant = new StudyParticipant { Owner = ProcessIdentity.CreateToken(), TimeProvider = target.Options.TimeProvider, Records = target.Records };
        StudyLog log = await storage.TryOpenAsync(name, participant, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException(Printable.Of($"The {storage} has no study '{name}'."));
        await using (log.ConfigureAwait(false))
        {
            CheckMetrics(log.Header, target, storage);
            var state = new StudyState(target.Space.Whole, target.Metrics);
            var follower = new StoredTrials(target.Space, state);
            var session = new StudySession(log, state, follower, name, new StudyClock(target.Options.TimeProvider));
            await StudyLoading.LoadAsync(session, savesSnapshot: false, cancellationToken).ConfigureAwait(false);
            return follower.Collect(name, storage);
        }
    }

    void IStudyFollower.Follow(in StudyEvent happened)
    {
        if (happened.Point.Layout is not { } layout)
        {
            return;
        }

        _hashes[happened.Trial] = _hashes.GetValueOrDefault(happened.Trial) + ImportedTrialKey.Of(happened.Point);
        foreach (ParameterOutline parameter in layout.Parameters)
        {
            _names.Add(parameter.Name);
            if (_space.FindParameter(parameter.Name) is not null)
            {
                _related.Add(happened.Trial);
            }
        }
    }

    private static async ValueTask<string> ChooseAsync(StudyStorage storage, string? wanted, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = await storage.ListAsync(cancellationToken).ConfigureAwait(false);
        string list = names.Count == 0 ? "It holds none." : $"It holds: {List(names.Select(static name => $"'{name}'"), names.Count)}.";
        if (wanted is null)
        {
            return names.Count == 1
                ? names[0]
                : throw new InvalidOperationException(Printable.Of($"The {storage} holds {names.Count} studies; say which one to import. {list}"));
        }

        return names.Contains(wanted) ? wanted : throw new InvalidOperationException(Printable.Of($"The {storage} has no study '{wanted}'. {list}"));
    }

    private static string List(IEnumerable<string> names, int count)
    {
        const int MostNames = 20;
        return string.Join(", ", names.Take(MostNames)) + (count > MostNames ? $" and {count - MostNames} more" : "");
    }

    private static void CheckMetrics(StudyHeader header, StudyDescription target, StudyStorage storage)
    {
        ImmutableArray<Metric> wanted = target.Metrics.All;
        ImmutableArray<OptimizationDirection?> found = [.. header.Metrics.Select(static metric => metric.Direction)];
        if (!found.SequenceEqual(wanted.Select(static metric => metric.Direction)))
        {
            throw new InvalidOperationException(
                $"Study '{Printable.Of(header.Name)}' in {storage} has the directions [{string.Join(", ", found)}]; a study that is to "
                + $"{string.Join(", ", target.Metrics.Objectives.Select(static metric => metric.Direction))} cannot learn from it.");
        }

        // One value is what it is; of several, only names tell which is which, and another program's have none.
        bool haveNames = header.Space is not null && wanted.Length > 1;
        if (haveNames && !header.Metrics.Select(static metric => metric.Name).SequenceEqual(wanted.Select(static metric => metric.Name)))
        {
            throw new InvalidOperationException(
                $"Study '{Printable.Of(header.Name)}' in {storage} has the metrics {Names(header.Metrics)}; a study with the metrics {Names(wanted)} "
                + "cannot learn from it.");
        }
    }

    private static string Names(ImmutableArray<Metric> metrics) => string.Join(", ", metrics.Select(static metric => Printable.Of(metric.Name)));

    private (List<ImportedTrial> Trials, int LeftOut) Collect(string study, StudyStorage storage)
    {
        var trials = new List<ImportedTrial>();
        var taken = new Dictionary<int, ImportedTrial>();
        int ended = _state.Trials.FinishedCount;
        for (int number = 0; number < _state.Trials.Count; number++)
        {
            TrialEntry entry = _state.Trials.Entry(number);
            bool fits = entry.State is TrialState.Completed or TrialState.Pruned && entry.Is(TrialFlags.IsTeachable) && !entry.Is(TrialFlags.IsMisfit | TrialFlags.IsExcluded);
            if (fits && _related.Contains(number))
            {
                ImportedTrial trial = Take(number, entry, $"{study} #{number}");
                trial = _state.ParentOf(number) is { } parent ? trial with { Parent = taken.GetValueOrDefault(parent) } : trial;
                taken.Add(number, trial);
                trials.Add(trial);
            }
        }

        return trials.Count == 0 && ended > 0
            ? throw new InvalidOperationException(
                $"None of the {ended} finished trials of study '{Printable.Of(study)}' in {storage} fits the search space. "
                + $"Their parameters: {Printable.Of(List(_names, _names.Count))}. "
                + $"The space's: {string.Join(", ", _space.Parameters.Select(static parameter => parameter.Name))}.")
            : (trials, ended - trials.Count);
    }

    private ImportedTrial Take(int number, TrialEntry entry, string source)
    {
        ReadOnlySpan<double> values = _state.Trials.Values(number).Span;
        return new ImportedTrial
        {
            Vector = _state.Trials.Vector(number).ToArray(),
            Outcome = new StoredOutcome(entry.State, values.ContainsAnyExcept(double.NaN) ? values.ToArray() : []) { Records = _state.Trials.Records(number) },
            Started = new DateTime(entry.StartedAt, DateTimeKind.Utc),
            Ended = new DateTime(entry.StartedAt + entry.Duration, DateTimeKind.Utc),
            Reports = entry.ReportSpan.ToArray(),
            ReportedMetrics = _state.Reports.MetricsOf(number),
            Source = source,
            ParameterHash = _hashes[number],
        };
    }
}
