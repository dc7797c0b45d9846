using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.Models.Importance;
using HyperTune.Spaces.Comparison;
using HyperTune.Storage;
using HyperTune.Studies.Engine;
using HyperTune.Studies.Export;
using HyperTune.Text;

namespace HyperTune.Studies.Restored;

/// <summary>A stored study, opened to look at it without its config type, whoever wrote it. Nothing is written.</summary>
internal sealed class RestoredStudy : IAsyncDisposable
{
    private readonly Study<RestoredConfig> _study;

    private RestoredStudy(Study<RestoredConfig> study, StudyHeader header, SpaceOutline outline, long? seed)
    {
        _study = study;
        Outline = outline;
        Metrics = header.Metrics;
        Seed = seed;
        Result = study.GetResult();
    }

    /// <summary>The study's name.</summary>
    public string Name => _study.Name;

    /// <summary>The metrics that its trials end with.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>The metrics that are to be made better; at least one.</summary>
    public ImmutableArray<Metric> Objectives => _study.Metrics.Objectives;

    /// <summary>Whether its trials end with one number that has no name of its own.</summary>
    public bool HasPlainValue => Metrics is [{ Name: "value", IsLimited: false }];

    /// <summary>The seed; <see langword="null"/> where another program created the study without one.</summary>
    public long? Seed { get; }

    /// <summary>The search space: the whole one, or what it was narrowed to.</summary>
    public SearchSpace<RestoredConfig> Space => _study.Space;

    /// <summary>What the storage keeps of the whole space: as it was declared last, or what trials have of it.</summary>
    public SpaceOutline Outline { get; }

    /// <summary>Whether a config type declared the space; otherwise its parameters are those that trials have.</summary>
    public bool HasDeclaredSpace => ((RestoredSpace)Space.Whole).IsOwn;

    /// <summary>
    /// Whether the study may have other parameters by now than <see cref="Space"/>: a program declared another space since, or trials, which are all that tells the
    /// space of a study of another program, may have new ones. Opened again it has them.
    /// </summary>
    public bool MayHaveOtherSpace
        => !HasDeclaredSpace || (_study.Engine.DeclaredSpace is { } declared && SpaceOutline.Compare(Outline, declared).Length > 0);

    /// <summary>What is known of the study. <see cref="StudyResult{T}.Best"/> means something with one objective only.</summary>
    public StudyResult<RestoredConfig> Result { get; private set; }

    /// <summary>What its trials add up to, as far as it was read.</summary>
    public StudyTotals Totals => _study.Engine.Reading.AddUp();

    /// <summary>The trials that no other one beats, in the order of their numbers.</summary>
    public IReadOnlyList<TrialRecord<RestoredConfig>> Front => [.. Result.Front.Order().Select(number => Result.Trials[number])];

    /// <summary>Opens a study.</summary>
    /// <param name="storage">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The storage cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There is no study of that name.</exception>
    public static async ValueTask<RestoredStudy> OpenAsync(StudyStorage storage, string name, CancellationToken cancellationToken = default)
    {
        (StudyHeader header, SpaceOutline space, long? seed) = await ReadAsync(storage, name, cancellationToken).ConfigureAwait(false);
        Study<RestoredConfig> study = await OpenAsync(storage, header, space, seed, cancellationToken).ConfigureAwait(false);
        if (study.Engine.DeclaredSpace is { } declared && SpaceOutline.Compare(space, declared).Length > 0)
        {
            // The study was continued with another space than it was created with.
            await study.DisposeAsync().ConfigureAwait(false);
            study = await OpenAsync(storage, header, declared, seed, cancellationToken).ConfigureAwait(false);
            space = declared;
        }

        return new RestoredStudy(study, header, space, seed);
    }

    /// <summary>Reads what happened since.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether anything did, so that <see cref="Result"/> is another one.</returns>
    /// <exception cref="IOException">The storage cannot be read.</exception>
    public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken = default)
    {
        long before = _study.Engine.Version;
        await _study.Engine.RefreshAsync(cancellationToken).ConfigureAwait(false);
        bool isOther = _study.Engine.Version != before;
        Result = isOther ? _study.GetResult() : Result;
        return isOther;
    }

    /// <summary>
    /// Which parameters mattered, by what tells the best trials from all (<see cref="ImportanceMethod.PedAnova"/>); the other methods draw configs, which takes the type.
    /// </summary>
    /// <param name="objective">For which objective; <see langword="null"/> for all together.</param>
    /// <exception cref="InvalidOperationException">Too few trials completed, or none keeps the limits.</exception>
    public ParameterImportances Importance(Metric? objective)
    {
        objective ??= Objectives.Length == 1 ? Objectives[0] : null;
        ImportanceSubject subject = objective is null ? ImportanceSubject.Front
            : ImportanceSubject.Objective(Objectives.IndexOf(objective), Printable.Of(objective.Name));
        return Result.NearestNumber < 0 ? Result.ImportanceOf(subject, ImportanceMethod.PedAnova)
            : throw new InvalidOperationException($"No trial of study '{Printable.Of(Name)}' keeps the limits. Nearest comes trial {Result.NearestNumber}.");
    }

    /// <summary>What came of the study, in plain sentences, a line each, as <see cref="StudyResult{T}.Describe()"/> says it; of the default config where the storage knows it.</summary>
    public string Describe() => Result.Describe();

    /// <summary>Writes trials as a table, as <see cref="StudyResult{T}.WriteCsv"/> does.</summary>
    /// <param name="writer">Receives the table.</param>
    /// <param name="trials">The trials.</param>
    public void WriteCsv(TextWriter writer, IReadOnlyList<TrialRecord<RestoredConfig>> trials) => TrialCsv.Write(writer, Space, trials, Exported());

    /// <summary>Writes trials as a JSON array, each as <see cref="StudyResult{T}.WriteJson"/> writes it.</summary>
    /// <param name="writer">Receives the array.</param>
    /// <param name="trials">The trials.</param>
    public void WriteJson(Utf8JsonWriter writer, IEnumerable<TrialRecord<RestoredConfig>> trials)
    {
        ExportedOutcomes outcomes = Exported();
        writer.WriteStartArray();
        foreach (TrialRecord<RestoredConfig> trial in trials)
        {
            TrialJson.Write(writer, Space, trial, outcomes);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the study and all trials, as <see cref="StudyResult{T}.WriteJson"/> does, without what no storage knows: the strategy, and how the last run ended.</summary>
    /// <param name="writer">Receives one JSON object.</param>
    public void WriteJson(Utf8JsonWriter writer) => Result.ExportJson(writer, Exported(), Seed, isRestored: true);

    /// <inheritdoc cref="StudyResult{T}.ExportTensorBoard"/>
    public void ExportTensorBoard(string directory) => Result.WriteTensorBoard(directory, HasPlainValue ? SingleObjective.Of(Result.Direction) : WithRecords());

    public ValueTask DisposeAsync() => _study.DisposeAsync();

    private ExportedOutcomes Exported()
        => HasPlainValue ? new ExportedValue(Result.Direction, Result.BestOrDefault?.Number)
            : new ExportedMetrics(WithRecords(), new SortedSet<int>(Result.Front), reference: null, volumes: []);

    // In the order in which trials recorded them first.
    private RestoredMetrics WithRecords() => new(
        Metrics, Result.Trials.SelectMany(static trial => trial.Records ?? []).Select(static record => record.Name).Distinct(StringComparer.Ordinal));

    private static async ValueTask<Study<RestoredConfig>> OpenAsync(
        StudyStorage storage, StudyHeader header, SpaceOutline space, long? seed, CancellationToken cancellationToken)
    {
        MetricsDescriptor metrics = new RestoredMetrics(header.Metrics, []);
        var options = new StudyOptions
        {
            Name = header.Name,
            Storage = storage,
            Open = Open.ReadOnly,
            Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits },

            // Which parameters mattered is to be the same at every look.
            Seed = seed ?? 0,
        };
        var study = new Study<RestoredConfig>(new RestoredSpace(header.Name, space), metrics, options);
        await study.OpenAsync(cancellationToken).ConfigureAwait(false);
        return study;
    }

    private static async ValueTask<(StudyHeader Header, SpaceOutline Space, long? Seed)> ReadAsync(
        StudyStorage storage, string name, CancellationToken cancellationToken)
    {
        var participant = new StudyParticipant { Owner = ProcessIdentity.CreateToken(), Records = WantedRecords.None };
        StudyLog log = await storage.TryOpenAsync(name, participant, cancellationToken).ConfigureAwait(false)
            ?? throw await storage.NoSuchStudyAsync(name, cancellationToken).ConfigureAwait(false);
        await using (log.ConfigureAwait(false))
        {
            StudyHeader header = log.Header;
            if (header is { Space: { } declared, Seed: { } known })
            {
                return (header, declared, known);
            }

            (SpaceOutline space, long? seed) = await FoundParameters.ReadAsync(log, new RestoredMetrics(header.Metrics, []), cancellationToken).ConfigureAwait(false);
            return (header, space, header.Seed ?? seed);
        }
    }
}
