using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>
/// Three processes that do whatever a study allows in random order, one of them with another search space, and entries that no version knows yet.
/// </summary>
internal sealed class RandomHistory
{
    private readonly Random _random;
    private readonly ManualTime _time = new();
    private readonly (StudySession Session, TestSpace Space, string Owner)[] _processes;
    private RandomStream _values;
    private int _imports;

    public RandomHistory(int seed)
    {
        _random = new Random(seed);
        _values = new RandomStream((ulong)seed);
        Log = new ByteLog(new StudyHeader { Name = "test", Seed = null, Metrics = SingleObjective.Minimize.All, Space = First.Outline });
        _processes = [Join(First, "anna"), Join(First, "ben"), Join(Second, "carla")];
    }

    /// <summary>The space that the study was created with.</summary>
    public static TestSpace First { get; } = Space(["a", "b"], 0);

    /// <summary>Another space, in which some trials of the first do not lie.</summary>
    public static TestSpace Second { get; } = Space(["b", "c"], 0.5);

    public ByteLog Log { get; }

    /// <summary>Does a number of things.</summary>
    public async Task AdvanceAsync(int steps)
    {
        await _processes[2].Session.RefreshAsync(default);
        await _processes[2].Session.CommitAsync(new DeclareSpace(_processes[2].Session.State.DeclaredLayout), default);
        for (int i = 0; i < steps; i++)
        {
            _time.Advance(_random.Next(3));
            (StudySession session, TestSpace space, string owner) = _processes[_random.Next(_processes.Length)];
            await session.RefreshAsync(default);
            await StepAsync(session, space, owner);
        }
    }

    private static TestSpace Space(string[] choices, double low)
    {
        Parameter kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution([.. choices]));
        return TestSpace.Of(
            kind,
            TestSpace.CreateParameter("x", 1, new UniformDistribution(low, 1)),
            TestSpace.CreateParameter("n", 2, new UniformDistribution(1, 9, 2), ParameterCondition.OneOf(kind, 1)));
    }

    private (StudySession Session, TestSpace Space, string Owner) Join(TestSpace space, string owner)
    {
        var state = new StudyState(space, RecordedLoss.Instance, movesInside: true);
        PrunerRun pruner = Pruner.None.Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        var feed = new PromptTrialFeed(state.Trials, SingleObjective.Minimize.Objectives[0], () => pruner);
        return (new StudySession(Log, state, feed, "test", new StudyClock(_time)), space, owner);
    }

    private async Task StepAsync(StudySession session, TestSpace space, string owner)
    {
        int count = session.State.Trials.Count;
        int number = count == 0 ? -1 : _random.Next(Math.Max(0, count - 12), count);
        int dice = _random.Next(count == 0 ? 4 : 21);
        switch (dice)
        {
            case 0:
                await session.CommitAsync(new EnqueueTrial(Draw(space), _random.Next(3)), default);
                break;
            case 1 or 2:
                await session.CommitAsync(new StartTrial(count, Draw(space), null, owner, dice == 1 ? "worker" : null), default);
                break;
            case 3:
                await session.CommitAsync(Import(space), default);
                break;
            case 4 or 5:
                await session.CommitAsync(new TakeTrial([], null, owner, "worker"), default);
                break;
            case 6 or 7 or 8:
                await session.CommitAsync(new ReportValue(number, Report(), owner, _random.Next(3) == 0 ? [_random.NextDouble()] : null), default);
                break;
            case 9 or 10 or 11:
                await session.CommitAsync(new EndTrial(number, Outcome()), default);
                break;
            case 12:
                await session.CommitAsync(new ReleaseTrial(number, owner), default);
                break;
            case 13:
                string running = session.State.Owners.TryGetValue(number, out TrialOwner found) ? found.Owner : "nobody";
                await session.CommitAsync(new ExpireTrial(number, running, _random.Next(4)), default);
                break;
            case 15:
                await session.CommitAsync(new ExcludeTrial(_random.Next(count), _random.Next(3) == 0 ? null : "wrong data"), default);
                break;
            case 18:
                await session.CommitAsync(new RetryTrial(number, StoredOutcome.Failed("busy", cause: FailureCause.TimedOut) with { Cost = 0.125 }, TimeSpan.FromSeconds(_random.Next(4)), owner), default);
                break;
            case 19:
                await session.CommitAsync(new ReopenTrials([_random.Next(count), _random.Next(count)]), default);
                break;
            case 16:
                await session.CommitAsync(new SetNote($"note {_random.Next(3)}", _random.Next(3) == 0 ? null : $"{_random.Next(3)}"), default);
                break;
            case 14:
                await session.CommitAsync(new ChooseSeed(count), default);
                break;
            case 17:
                await SaveAsync(session, number, owner);
                break;
            default:
                await AppendAsync(number);
                break;
        }
    }

    private async Task SaveAsync(StudySession session, int number, string owner)
    {
        int running = session.State.Owners.FirstOrDefault(trial => trial.Value.Owner == owner, new(number, default)).Key;
        string scope = session.State.Files.Scope ?? $"{_random.NextInt64(1L << 60, long.MaxValue):x16}";
        string mark = $"{_random.NextInt64(1L << 60, long.MaxValue):x16}";
        var file = new StoredFile(_random.Next(2) == 0 ? null : $"{_random.Next(2)}.zip", new FileKey(scope, running, FileKey.WriterOf(owner), mark).ToString(), 9, new string('0', 64));
        await session.CommitAsync(new OpenFiles(scope), default);
        await session.CommitAsync(new NoteDirectory(running, owner), default);
        await session.CommitAsync(new SaveFile(running, file, owner), default);
        await session.CommitAsync(new SaveFile(running, file with { Key = file.Key[..^4] + "ffff" }, owner), default);
        await session.CommitAsync(new DropFiles(number, 2), default);
    }

    // What comes too late, and what a newer version writes.
    private async Task AppendAsync(int number)
    {
        string time = _time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        string payload = _random.Next(12) switch
        {
            0 => $$"""{"kind":"shiny","trial":{{number}}}""",
            1 => $$"""{"kind":"reported","time":"{{time}}","trial":{{number}},"report":[5,0.5],"colour":"red"}""",
            < 7 => $$"""{"kind":"reported","time":"{{time}}","trial":{{number}},"owner":"dora","report":[6,0.5]}""",
            _ => $$"""{"kind":"ended","time":"{{time}}","trial":{{number}},"state":"completed","metrics":[0.25]}""",
        };
        await Log.TryAppendAsync(null, [Encoding.UTF8.GetBytes(payload)], StudyDurability.Process);
    }

    private double[] Draw(TestSpace space) => space.Sample(ref _values);

    private TrialReport Report()
        => new(_random.Next(5), _random.Next(9) == 0 ? double.NaN : _random.NextDouble()) { Kind = (ReportKind)_random.Next(2) };

    private StoredOutcome Outcome() => _random.Next(6) switch
    {
        0 => StoredOutcome.Failed("no", cause: (FailureCause)_random.Next(4)) with { Cost = _random.Next(3) == 0 ? null : _random.NextDouble() },
        1 => new StoredOutcome(TrialState.Cancelled, []) { Reason = "The run was cancelled." },
        2 => new StoredOutcome(TrialState.Pruned, []) { Cost = 1e-3 },
        3 => new StoredOutcome(TrialState.Completed, [_random.NextDouble()]) { Cost = 0, Gradient = [double.NaN, 0.5, _random.NextDouble()] },
        4 => new StoredOutcome(TrialState.Completed, [_random.NextDouble()]) { Records = [new("word", RecordValue.OfText("a\"b")), new("unknown", RecordValue.OfFlag(true))] },
        _ => new StoredOutcome(TrialState.Completed, [_random.NextDouble()]) { Records = [new("size", RecordValue.OfReal(_random.Next(2) == 0 ? double.PositiveInfinity : 3))] },
    };

    private ImportTrials Import(TestSpace space)
    {
        DateTime started = _time.Start.UtcDateTime.AddDays(-1);
        return new ImportTrials([.. Enumerable.Range(_imports, ++_imports % 3).Select(i => new ImportedTrial
        {
            Vector = Draw(space),
            Outcome = new StoredOutcome(TrialState.Completed, [i]) { Records = [new("size", RecordValue.OfNumber<int>(i))] },
            Started = started,
            Ended = started.AddSeconds(i),
            Reports = [Report()],
            Source = $"old #{i}",
            ParameterHash = (ulong)i,
        })]);
    }
}
