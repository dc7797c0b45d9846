using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>What other programs append while a study runs: it goes on, or ends with an error that says what is wrong, and what was told is kept.</summary>
public sealed class ForeignRecordTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"unknown\": {\"deep\": [1, 2]}}")]
    public void Waiting_trial_with_any_wishes_is_run_like_others(string wishes)
    {
        StudyResult<double[]> result = Open().Run(
            (config, trial) =>
            {
                if (trial.Number == 2)
                {
                    Append("{\"op_code\": 4, \"worker_id\": \"other\", \"study_id\": 0, \"state\": 4, \"datetime_start\": null, "
                        + "\"user_attrs\": {}, \"system_attrs\": {\"fixed_params\": " + wishes + "}, \"params\": {}, \"distributions\": {}, "
                        + "\"intermediate_values\": {}, \"values\": null}\n");
                }

                return config[0];
            },
            6);
        Assert.Equal(6, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.All(result.Trials, static trial => Assert.Equal(trial.Config[0], trial.Value));
    }

    [Fact]
    public void What_a_waiting_trial_leaves_open_is_filled_so_that_constraints_are_kept()
    {
        const int Trials = 8;
        var space = new TestSpace([new UniformDistribution(0, 1), new UniformDistribution(0, 1)], static x => x[0] + x[1] < 0.3);
        StudyOptions options = Studies.Seeded with { Storage = new JournalStorage(Journal) };
        new Study<double[]>(space, OptimizationDirection.Minimize, options).Run(static x => x[1], 1);
        for (int i = 0; i < Trials; i++)
        {
            Append(ForeignLine.Waiting("{\"x0\": 0.28}") + "\n");
        }

        Append(ForeignLine.Waiting("{\"x0\": 0.5}") + "\n");
        StudyResult<double[]> result = new Study<double[]>(space, OptimizationDirection.Minimize, options).Run(static x => x[1], Trials + 2);
        Assert.All(result.Trials.Skip(1).Take(Trials), static trial =>
        {
            Assert.Equal((TrialState.Completed, 0.28), (trial.State, trial.Config[0]));
            Assert.InRange(trial.Config[1], 0, 0.02);
        });

        // Where no value keeps the constraint, the trial fails and says so.
        Assert.Equal(TrialState.Failed, result.Trials[Trials + 1].State);
        Assert.Contains("TestConstraint", result.Trials[Trials + 1].FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_that_is_no_record_ends_the_run_and_its_last_outcome_is_in_the_log()
    {
        var log = new RecordingLogger();
        var told = new List<double>();
        JournalException exception = Assert.Throws<JournalException>(() => Open(log).Run(
            (config, trial) =>
            {
                if (trial.Number == 2)
                {
                    Append("no record\n");
                }

                told.Add(config[0]);
                return config[0];
            },
            6));
        Assert.NotNull(exception.Line);
        Assert.Equal(3, told.Count);
        string line = Assert.Single(log.Lines, static line => line.Message.Contains("could not be stored", StringComparison.Ordinal)).Message;
        Assert.Contains(told[2].ToString("R", CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Contains("trial 2 ", line, StringComparison.Ordinal);

        // Whoever puts it right finds all that was told, and the trial that could not be is run again.
        File.WriteAllText(Journal, File.ReadAllText(Journal).Replace("no record\n", "", StringComparison.Ordinal));
        StudyResult<double[]> result = Open().Run(static config => config[0], 6);
        Assert.Equal(6, result.Trials.Count);
        Assert.Equal(told, result.Trials.Take(3).Select(static trial => trial.Value!.Value));
    }

    [Fact]
    public void Pruner_that_throws_at_what_another_process_reported_ends_the_run_and_nothing_is_taken_in_twice()
    {
        var pruner = new Touchy();
        Study<double[]> first = Open(pruner: pruner);
        Study<double[]> second = Open();
        first.Tell(first.Ask(), 1);
        Trial<double[]> other = second.Ask();
        other.Report(0, 666);
        other.Report(1, 1);
        second.Tell(other, 2);
        Assert.Equal("touchy", Assert.Throws<InvalidTimeZoneException>(() => first.Run(Studies.Bowl, 5)).Message);
        Assert.Equal(5, first.Run(Studies.Bowl, 5).Trials.Count);

        // Its own report, too, is in the file before the pruner sees it.
        Trial<double[]> own = first.Ask();
        Assert.Throws<InvalidTimeZoneException>(() => own.Report(0, 666));
        own.Report(1, 3);
        first.Tell(own, 4);
        second.Tell(second.Ask(), 5);
        Assert.Equal(Describe(Open().Trials), Describe(second.Trials));
        first.Run(Studies.Bowl, 9);
        Assert.Equal(Describe(Open().Trials), Describe(first.Trials));
        Assert.Equal([666, 3], first.Trials[5].Reports.Select(static report => report.Value));
    }

    private void Append(string text) => File.AppendAllText(Journal, text, new UTF8Encoding(false));

    private Study<double[]> Open(RecordingLogger? log = null, Pruner? pruner = null)
    {
        StudyOptions options = Studies.Seeded with
        {
            Storage = new JournalStorage(Journal),
            Strategy = Strategy.Random(),
            Sharing = new SharingOptions { WorkerId = "one", Lease = TimeSpan.FromSeconds(3) },
        };
        return Studies.Minimize(options with { Logger = log ?? options.Logger, Pruner = pruner ?? options.Pruner });
    }

    private static IEnumerable<string> Describe(IReadOnlyList<TrialRecord<double[]>> trials) => trials.Select(static trial =>
        FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R} {trial.Config[0]:R} {string.Join(' ', trial.Reports.Select(static report => report.Value))}"));

    private sealed class Touchy : Pruner
    {
        public override string ToString() => "Touchy";

        public override PrunerRun Start(PrunerContext context) => new Run();

        private sealed class Run : PrunerRun
        {
            public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;

            public override void Report(int trialNumber, TrialReport report)
            {
                if (report.Value == 666)
                {
                    throw new InvalidTimeZoneException("touchy");
                }
            }
        }
    }
}
