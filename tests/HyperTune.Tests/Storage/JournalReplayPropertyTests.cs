using System.Text;

namespace HyperTune.Tests;

/// <summary>
/// Whatever a study's processes and other programs write in whatever order: what a process knows of its own records without reading them is what a new
/// process reads.
/// </summary>
public sealed class JournalReplayPropertyTests
{
    private static readonly TestMetrics Metrics = new();

    private static readonly TestSpace Space = TestSpace.Of(
        TestSpace.CreateParameter("K", 0, new ChoiceDistribution(["a", "b"])),
        TestSpace.CreateParameter("X", 1, new UniformDistribution(0, 1)),
        TestSpace.CreateParameter("N", 2, new UniformDistribution(0, 8, 2)),
        TestSpace.CreateParameter("Rate", 3, new OrdinalDistribution(["1.0", "2.5", "10"])));

    [Fact]
    public void State_that_followed_is_the_state_that_is_read_after_any_commands()
    {
        const int Studies = 40;
        const int Commands = 120;
        for (int seed = 0; seed < Studies; seed++)
        {
            var run = new Run(seed);
            for (int i = 0; i < Commands; i++)
            {
                run.Act();
            }

            run.Check();
        }
    }

    private sealed class Run
    {
        private readonly SimulatedMedium _medium = new();
        private readonly ManualTime _time = new();
        private readonly Random _random;
        private readonly OpenLog[] _processes;
        private readonly RecordWriter _other;
        private readonly int _seed;
        private int _imports;

        public Run(int seed)
        {
            _seed = seed;
            _random = new Random(seed);
            var shared = new SimulatedStorage(_medium);
            _processes = [Open(shared), Open(shared), Open(new SimulatedStorage(_medium))];
            _other = new RecordWriter(_medium);
        }

        private OpenLog Any => _processes[_random.Next(_processes.Length)];

        public void Act()
        {
            _time.Advance(1);
            OpenLog process = Any;
            process.Refresh();
            switch (_random.Next(15))
            {
                case 0 or 1:
                    process.Commit(new StartTrial(process.State.Trials.Count, Vector(), null, process.Participant.Owner, _random.Next(2) == 0 ? "job" : null));
                    break;
                case 2:
                    process.Commit(new EnqueueTrial(Vector(), 0));
                    break;
                case 3:
                    process.Commit(new TakeTrial(Left(process), null, process.Participant.Owner, _random.Next(2) == 0 ? "job" : null));
                    Complete(process);
                    break;
                case 4 or 5:
                    OnOpen(process, number => process.Commit(new ReportValue(number, Report(), process.Participant.Owner, ReportedMetrics(process.State))));
                    break;
                case 6 or 7:
                    OnOpen(process, number => process.Commit(new EndTrial(number, Outcome())));
                    break;
                case 8:
                    OnOpen(process, number => process.Commit(new ReleaseTrial(number, process.Participant.Owner)));
                    break;
                case 9:
                    OnOpen(process, number => process.Commit(new ExpireTrial(number, process.State.Owners.GetValueOrDefault(number).Owner ?? "", _random.Next(3))));
                    break;
                case 10:
                    process.Commit(new ImportTrials([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Imported())]));
                    break;
                case 11:
                    Assert.True(process.Log.KeepAliveAsync([.. process.State.Owners.Keys]).IsCompletedSuccessfully);
                    break;
                case 12:
                    Append(process);
                    break;
                case 13:
                    process.Commit(new SetNote($"note {_random.Next(3)}", _random.Next(3) == 0 ? null : $"\"{_random.Next(3)} \ud800"));
                    break;
                default:
                    _other.Write(WriteForeign, "optuna-1");
                    break;
            }
        }

        public void Check()
        {
            OpenLog reader = Open(new SimulatedStorage(_medium));
            foreach (OpenLog process in _processes)
            {
                process.Refresh();
                Assert.True(StateText.Of(reader.State) == StateText.Of(process.State), Difference(StateText.Of(reader.State), StateText.Of(process.State)));
                Assert.True(
                    StateText.Of(reader.Log.File.Replay) == StateText.Of(process.Log.File.Replay),
                    Difference(StateText.Of(reader.Log.File.Replay), StateText.Of(process.Log.File.Replay)));
                Assert.Equal(reader.Version, process.Version);
            }
        }

        private string Difference(string read, string followed)
        {
            string[] lines = read.Split('\n');
            string[] others = followed.Split('\n');
            return $"Seed {_seed}: " + string.Join("\n", lines.Zip(others).Where(static pair => pair.First != pair.Second).Select(static pair => $"read {pair.First}\nknew {pair.Second}"))
                + $"\n{lines.Length} and {others.Length} lines";
        }

        private OpenLog Open(SimulatedStorage storage) => new(storage, OpenLog.Join(_time), Space, _time, Metrics);

        private double[] Vector() => [.. Space.Parameters.Select(parameter => parameter.Distribution.FromUnit(_random.NextDouble()))];

        private TrialReport Report() => new(_random.Next(5), _random.Next(8) == 0 ? double.NaN : _random.NextDouble()) { Kind = (ReportKind)_random.Next(2) };

        private double[]? ReportedMetrics(StudyState state)
            => _random.Next(2) == 0 ? null : [.. state.Metrics.All.Select(_ => _random.Next(8) == 0 ? double.NaN : _random.NextDouble())];

        private StoredOutcome Outcome() => _random.Next(5) switch
        {
            0 => StoredOutcome.Failed("no \"é\""),
            1 => new StoredOutcome(TrialState.Cancelled, []) { Reason = _random.Next(2) == 0 ? "stop" : null },
            2 => new StoredOutcome(TrialState.Pruned, []),
            _ => new StoredOutcome(TrialState.Completed, [_random.NextDouble(), _random.NextDouble() * 10, _random.NextDouble() * 120])
            {
                Gradient = _random.Next(2) == 0 ? [1, double.NaN, -2, double.NegativeInfinity] : null,
                Records = Records(),
            },
        };

        private RecordedValue[]? Records() => _random.Next(4) switch
        {
            0 => null,
            1 => [new("Word", RecordValue.OfText("é\"\ud800"))],
            2 => [new("Size", RecordValue.OfReal(_random.Next(2) == 0 ? double.NaN : 3))],
            _ => [new("Word", RecordValue.OfText("")), new("Size", RecordValue.OfNumber<decimal>(0.10m))],
        };

        private ImportedTrial Imported() => new()
        {
            Vector = Vector(),
            Outcome = _random.Next(2) == 0
                ? new StoredOutcome(TrialState.Completed, [_random.NextDouble(), 3, 4]) { Records = Records() }
                : new StoredOutcome(TrialState.Pruned, [_random.NextDouble(), double.NaN, double.NaN]),
            Started = JournalFixture.Noon,
            Ended = JournalFixture.Noon.AddSeconds(_random.Next(9)),
            Reports = [new(1, 2) { Kind = ReportKind.Instance }, new(3, 4) { Kind = ReportKind.Instance }],
            ReportedMetrics = [new(3, [4, _random.NextDouble(), double.NaN])],
            Source = $"other #{_imports++ % 5}",
            ParameterHash = (ulong)_random.Next(3),
        };

        private static KeyValuePair<int, TrialOwner>[] Left(OpenLog process)
            => [.. process.State.Owners.Where(running => running.Value.Worker == "job" && running.Value.Owner != process.Participant.Owner).Take(1)];

        // A trial that somebody has started: how long one ran that never did is not known.
        private void OnOpen(OpenLog process, Action<int> act)
        {
            int[] open = [.. Enumerable.Range(0, process.State.Trials.Count).Where(number => process.State.Trials.Entry(number) is { State: TrialState.Running })];
            if (open.Length > 0)
            {
                act(open[_random.Next(open.Length)]);
            }
        }

        private void Complete(OpenLog process)
        {
            foreach (int number in process.State.Owners.Keys.Where(number => process.State.Trials.Vector(number).Span.IndexOf(double.NaN) >= 0).ToArray())
            {
                double[] vector = process.State.Trials.Vector(number).ToArray();
                double[] suggestion = Vector();
                process.Commit(new AssignValues(number, (double[])[.. vector.Select((value, i) => double.IsNaN(value) ? suggestion[i] : value)]));
            }
        }

        private string UserValue() => _random.Next(6) switch
        {
            0 => "null",
            1 => "[1,{\"a\":2}]",
            2 => "true",
            3 => "0.50",
            4 => "NaN",
            _ => "\"\\u00e9\"",
        };

        // Entries that the format has no record for: kinds that nobody knows yet, and what comes too late.
        private void Append(OpenLog process)
        {
            string payload = _random.Next(3) switch
            {
                0 => $$"""{"kind":"foldsPlanned","time":"2026-01-01T00:00:00Z","folds":[{{_random.Next(9)}},2],"note":"é\n"}""",
                1 => """{"kind":"ended","time":"2026-01-01T00:00:00Z","trial":0,"state":"failed","metrics":[],"reason":"late","new":1}""",
                _ => """{"kind":"released","time":"2026-01-01T00:00:00Z","trial":1000000}""",
            };
            ValueTask<long?> append = process.Log.TryAppendAsync(null, [Encoding.UTF8.GetBytes(payload)], StudyDurability.Process);
            Assert.True(append.IsCompletedSuccessfully);
        }

        private void WriteForeign(JournalRecordWriter writer)
        {
            int trials = _other.CountTrialsSeen;
            int trial = _random.Next(Math.Max(1, trials + 1));
            switch (_random.Next(9))
            {
                case 0:
                    writer.CreateTrial(0, new JournalTrialTemplate { Started = JournalFixture.Noon, UserAttributes = [new("Word", UserValue()), new("other", "1")] });
                    break;
                case 6:
                    writer.SetTrialUserAttribute(trial, _random.Next(2) == 0 ? "Word" : "Size", UserValue());
                    break;
                case 7:
                    writer.SetStudyUserAttribute(0, $"note {_random.Next(3)}", UserValue());
                    break;
                case 1:
                    writer.CreateTrial(0, new JournalTrialTemplate
                    {
                        State = TrialState.Waiting,
                        SystemAttributes = [new(JournalAttributeNames.FixedParameters, _random.Next(2) == 0 ? """{"X":0.5,"Rate":2.5}""" : """{"K":"c","Z":1}""")],
                    });
                    break;
                case 2:
                    writer.SetTrialParameter(trial, new("X", _random.NextDouble() * 2, new JournalFloatDistribution(0, 2)));
                    writer.SetTrialParameter(trial, new("K", 1, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[\"b\",\"c\"]}")));
                    writer.SetTrialParameter(trial, new("Rate", 1, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[1,2.5,10]}")));
                    break;
                case 3:
                    writer.SetTrialIntermediateValue(trial, _random.Next(-1, 4), _random.NextDouble());
                    break;
                case 4:
                    writer.SetTrialState(trial, TrialState.Running, JournalFixture.Noon);
                    break;
                case 5:
                    writer.CreateStudy($"other {_random.Next(3)}", [OptimizationDirection.Maximize]);
                    writer.CreateTrial(1, new JournalTrialTemplate { State = TrialState.Completed, Started = JournalFixture.Noon, Finished = JournalFixture.Noon, Values = [1] });
                    break;
                default:
                    writer.SetTrialState(trial, TrialState.Completed, [_random.NextDouble(), _random.Next(5) == 0 ? double.PositiveInfinity : 2], JournalFixture.Noon.AddYears(1));
                    break;
            }
        }
    }
}
