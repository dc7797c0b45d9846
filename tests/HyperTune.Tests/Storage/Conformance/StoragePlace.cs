using System.Globalization;

namespace HyperTune.Tests;

/// <summary>A place that holds studies, as several processes see it; made for one test.</summary>
internal sealed class StoragePlace : IDisposable
{
    /// <summary>The name of the storage that is none: studies in memory.</summary>
    public const string Memory = "memory";

    private static readonly Dictionary<string, Func<string, Func<StudyStorage?>>> Kinds = new(StringComparer.Ordinal)
    {
        ["SQLite"] = static directory => () => new SqliteStorage(Path.Combine(directory, "studies.db")),
        ["journal"] = static directory => () => new JournalStorage(Path.Combine(directory, "studies.journal")),
        ["journal in memory"] = static _ => OnMedium(),
        [Memory] = static _ => static () => null,
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly Func<StudyStorage?> _open;

    public StoragePlace(string kind) => _open = Kinds[kind](_directory.Path);

    /// <summary>All storages.</summary>
    public static TheoryData<string> Storages { get; } = new(Kinds.Keys.Where(static kind => kind != Memory));

    /// <summary>All storages, and studies in memory, for what one process does.</summary>
    public static TheoryData<string> StoragesAndMemory { get; } = new(Kinds.Keys);

    /// <summary>All storages, each with each of some values.</summary>
    public static TheoryData<string, T> StoragesWith<T>(IEnumerable<T> values)
    {
        var data = new TheoryData<string, T>();
        foreach (string kind in Kinds.Keys.Where(static kind => kind != Memory))
        {
            foreach (T value in values)
            {
                data.Add(kind, value);
            }
        }

        return data;
    }

    /// <summary>The clock of all processes.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>The storage as a process of its own has it.</summary>
    public StudyStorage Storage() => _open()!;

    /// <summary>A study as a process of its own has it.</summary>
    /// <param name="change">Changes its options.</param>
    /// <param name="space">Its space; the unit square where none is given.</param>
    public Study<double[]> Open(Func<StudyOptions, StudyOptions>? change = null, TestSpace? space = null)
    {
        StudyOptions options = Studies.Seeded with { Storage = _open(), TimeProvider = Time };
        return Study.Minimize(space ?? TestSpace.Cube(2), change?.Invoke(options) ?? options);
    }

    /// <summary>A study as a process has it that will have ended when others look at what it wrote.</summary>
    public Study<double[]> OpenInDyingProcess(Func<StudyOptions, StudyOptions>? change = null, TestSpace? space = null)
        => Open(options => (change?.Invoke(options) ?? options) with { Storage = new DyingStorage(Storage()) }, space);

    /// <summary>The study's log as a participant has it that is no study.</summary>
    public async Task<StudyLog> OpenLogAsync(string name = "test") => (await Storage().TryOpenAsync(name, Participant()))!;

    /// <summary>The log of a new study.</summary>
    public async Task<StudyLog> CreateLogAsync(string name = "test") => (await Storage().TryCreateAsync(Header(name), Participant()))!;

    /// <summary>Somebody who takes part.</summary>
    public StudyParticipant Participant() => new() { Owner = ProcessIdentity.CreateToken(), TimeProvider = Time };

    /// <summary>What a new study is.</summary>
    public static StudyHeader Header(string name = "test")
        => new() { Name = name, Seed = 7, Metrics = SingleObjective.Minimize.All, Space = TestSpace.Cube(2).Outline };

    /// <summary>All that is known of a study's trials, one line a trial.</summary>
    public static IEnumerable<string> Describe(IEnumerable<TrialRecord<double[]>> trials) => trials.Select(static trial => string.Create(
        CultureInfo.InvariantCulture,
        $"{trial} {trial.StartedAt:O} {trial.Duration} {string.Join(';', trial.Reports)} {trial.IsEnqueued} {trial.IsImported} {trial.Fits}"));

    public void Dispose() => _directory.Dispose();

    private static Func<StudyStorage> OnMedium()
    {
        var medium = new SimulatedMedium();
        return () => new SimulatedStorage(medium);
    }
}
