using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>
/// Does with damaged journals all that a user can: lists, opens, imports, runs, exports, opens again. No other exception than documented ones may come of
/// it, no case may take longer than a minute, and none may cost more memory than its size allows.
/// </summary>
internal sealed class JournalFuzzer : IDisposable
{
    private const long MemoryAllowance = 50_000_000;
    private const int MemoryFactor = 50;
    private const int MoreTrials = 3;

    // What threads have where they have least.
    private const int StackSize = 1 << 20;

    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);

    // What studies say of a journal that is right and does not fit.
    private static readonly string[] DocumentedBeginnings =
    [
        $"Study '{FuzzSeeds.StudyName}' in journal", "The journal '", "None of the ", "Study '", "Trial ", "The constraints of ",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("hypertune-fuzz-").FullName;
    private readonly JournalMutator _mutator;
    private readonly List<FuzzFault> _faults = [];

    public JournalFuzzer() => _mutator = new JournalMutator(FuzzSeeds.Create(_directory));

    public IReadOnlyList<FuzzFault> Faults => _faults;

    /// <summary>How many cases ended without any exception.</summary>
    public int Accepted { get; private set; }

    /// <summary>The slowest case, and how long it took.</summary>
    public (int Case, TimeSpan Time) Slowest { get; private set; }

    /// <summary>The case that allocated most beyond the bytes that every case may, as a multiple of its file's size.</summary>
    public (int Case, double Multiple) Largest { get; private set; }

    /// <summary>Where the file of the last case is.</summary>
    public string LastFile => Path.Combine(_directory, "case.journal");

    /// <summary>Runs one case.</summary>
    /// <returns><see langword="false"/> when it did not end, so that nothing more can be measured.</returns>
    public bool Run(int number)
    {
        (byte[] content, string what) = _mutator.Create(number);
        string path = LastFile;
        File.Delete(path + ".lock");
        File.WriteAllBytes(path, content);
        string? fault = null;
        bool isAccepted = false;
        long started = Stopwatch.GetTimestamp();
        var thread = new Thread(() => (fault, isAccepted) = Use(path, content.Length, number), StackSize) { IsBackground = true };
        thread.Start();
        bool isEnded = thread.Join(Watchdog);
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        Slowest = time > Slowest.Time ? (number, time) : Slowest;
        Accepted += isAccepted ? 1 : 0;
        fault = isEnded ? fault : $"no end after {Watchdog.TotalSeconds} s";
        if (fault is not null)
        {
            string kept = Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"fault-{number}.journal"));
            File.WriteAllBytes(kept, content);
            _faults.Add(new FuzzFault(number, string.Create(CultureInfo.InvariantCulture, $"{what} ({content.Length} bytes, kept as {kept}): {fault}")));
        }

        return isEnded;
    }

    public void Dispose()
    {
        if (_faults.Count == 0)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private (string? Fault, bool IsAccepted) Use(string path, int length, int number)
    {
        ChangedSpacePolicy policy = (ChangedSpacePolicy)(number % 3);
        StudyOptions options = FuzzSeeds.Options(path) with
        {
            Seed = null,
            Strategy = number % 8 == 0 ? Strategy.Auto() : Strategy.Random(),
            Sharing = new SharingOptions { ChangedSpace = policy, WorkerId = number % 2 == 0 ? "worker-1" : null },
        };
        (string Name, Action Step)[] steps =
        [
            ("list", () => options.Storage!.ListAsync().AsTask().GetAwaiter().GetResult()),
            ("open", () => Read(Study.Minimize<FuzzConfig>(options))),
            ("import", () => Read(Import(path))),
            ("records", () => Read(Study.Optimize<FuzzConfig, FuzzScore>(options))),
            ("run", () => Go(Study.Minimize<FuzzConfig>(options))),
            ("reopen", () => Read(Study.Minimize<FuzzConfig>(options))),
        ];
        int accepted = 0;
        foreach ((string name, Action step) in steps)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            try
            {
                step();
                accepted++;
            }
            catch (Exception exception) when (IsDocumented(exception))
            {
                // Said as it is to be said; whatever comes next has to bear it, too.
            }
            catch (Exception exception)
            {
                return ($"{name}: {exception}", false);
            }

            // The run may add to the file.
            long size = Math.Max(length, new FileInfo(path).Length);
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            double multiple = Math.Max(0, allocated - MemoryAllowance) / (double)Math.Max(1, size);
            Largest = multiple > Largest.Multiple ? (number, multiple) : Largest;
            if (multiple > MemoryFactor)
            {
                return (string.Create(CultureInfo.InvariantCulture, $"{name}: {allocated:N0} bytes for a file of {size:N0}"), false);
            }
        }

        return (null, accepted == steps.Length);
    }

    private static bool IsDocumented(Exception exception) => exception switch
    {
        // What a line says is told with its number.
        JournalException journal => journal.Message.Length < 4000 && (journal.Line is not null || journal.InnerException is null or IOException),
        SpaceChangedException or ConstraintException => true,
        InvalidOperationException => exception.GetType() == typeof(InvalidOperationException)
            && DocumentedBeginnings.Any(beginning => exception.Message.StartsWith(beginning, StringComparison.Ordinal)),
        _ => false,
    };

    private static Study<FuzzConfig> Import(string path)
    {
        Study<FuzzConfig> study = Study.Minimize<FuzzConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });
        study.ImportAsync(path, FuzzSeeds.StudyName).GetAwaiter().GetResult();
        return study;
    }

    private static void Go(Study<FuzzConfig> study)
    {
        for (int left = MoreTrials, attempts = 0; left > 0 && attempts < 50; attempts++)
        {
            Trial<FuzzConfig> trial;
            try
            {
                trial = study.Ask();
            }
            catch (InvalidOperationException exception) when (exception.Message.Contains("has failed. The config is not in the search space.", StringComparison.Ordinal))
            {
                continue;
            }

            Check(trial.Config);
            trial.Report(1, trial.Config.Rate);
            study.Tell(trial, trial.Config.Rate);
            left--;
        }

        Read(study);
    }

    private static void Read(Study<FuzzConfig> study)
    {
        StudyResult<FuzzConfig> result = study.GetResult();
        foreach (TrialRecord<FuzzConfig> trial in result.Trials)
        {
            if (trial.Fits)
            {
                Check(trial.Config);
            }

            _ = trial.ToString();
        }

        if (result.BestOrDefault is { } best)
        {
            bool isRight = best.Fits && best.State == TrialState.Completed && double.IsFinite(best.Value!.Value) && result.BestByMean.Fits && result.BestObserved.Fits;
            if (!isRight)
            {
                throw new InvalidDataException($"This is the best trial: {best}");
            }
        }

        _ = result.ToString();
        result.WriteCsv(TextWriter.Null);
        using var writer = new Utf8JsonWriter(Stream.Null);
        result.WriteJson(writer);
        study.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void Read(Study<FuzzConfig, FuzzScore> study)
    {
        StudyResult<FuzzConfig, FuzzScore> result = study.GetResult();
        foreach (TrialRecord<FuzzConfig, FuzzScore> trial in result.Trials)
        {
            _ = $"{trial} {trial.MetricsOrDefault}";
        }

        foreach ((string name, string text) in result.Notes)
        {
            if (study.Notes[name] != text)
            {
                throw new InvalidDataException($"The note {name} says {study.Notes[name]}, not {text}.");
            }
        }

        result.WriteCsv(TextWriter.Null);
        using var writer = new Utf8JsonWriter(Stream.Null);
        result.WriteJson(writer);
        study.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void Check(FuzzConfig config)
    {
        double[] vector = new double[FuzzConfig.Space.DimensionCount];
        FuzzConfig.Space.Encode(config, vector);
        if (!FuzzConfig.Space.Contains(vector))
        {
            throw new InvalidDataException($"The space does not hold {config}");
        }
    }
}
