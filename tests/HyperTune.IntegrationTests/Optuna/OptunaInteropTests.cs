using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace HyperTune.IntegrationTests;

/// <summary>One journal, two programs: what HyperTune writes and the real Optuna reads, and the other way round.</summary>
public sealed class OptunaInteropTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("shared.journal");

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_reads_trials_that_were_tried_again_and_keeps_failed_what_was_sent_to_wait_again()
    {
        TestSpace space = TestSpace.Cube(2);
        StudyOptions options = Options("again") with { Expected = Failures.Any, Retries = new Retries { Failed = 1 } };
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, options);
        int calls = 0;
        study.Run((config, trial) => (trial.Number == 1 && calls++ == 0) || trial.Number == 2 ? throw new IOException("busy") : config[0], 4);
        Assert.Equal(1, study.RetryFailed(static _ => true));
        study.Run(static config => config[0], 4);
        study.Enqueue(space.Default);

        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(["COMPLETE", "COMPLETE", "FAIL", "COMPLETE", "WAITING"], seen.Select(static trial => trial.State));
        Assert.Contains("IOException: busy", seen[1].System["hypertune:attempt:0"].GetString(), StringComparison.Ordinal);
        Assert.Equal("IOException: busy", seen[2].System["hypertune:failure"].GetString());
        Assert.Equal(study.Trials[1].Value, seen[1].Value);

        // To us the trial has completed, under its number, and the journal goes on.
        var reread = new Study<double[]>(space, OptimizationDirection.Minimize, options);
        Assert.Equal([TrialState.Completed, TrialState.Completed, TrialState.Completed, TrialState.Completed, TrialState.Waiting], reread.Trials.Select(static trial => trial.State));
        Assert.Equal((study.Trials[2].Value, 2), (reread.Trials[2].Value, reread.Trials[2].FailedAttempts.Length));
        Assert.Equal("4", (await Python.RunAsync("pop.py", Journal, "again")).Trim().Split(' ')[0]);
    }

    [OptunaFact]
    public async Task Optuna_reads_studies_with_known_results_notes_and_trials_that_were_taken_out_or_let_go()
    {
        TestSpace space = TestSpace.Cube(2);
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Options("ways"));
        Assert.True(study.Add([0.25, 0.5], 3));
        study.Run(static config => config[0], 4);
        await study.ExcludeAsync(2, "wrong data");
        Trial<double[]> plate = await study.AskAsync();
        await plate.DetachAsync();
        await study.Notes.SetAsync("dataset", "v3");
        await study.TellAsync(plate.Number, 0.125);
        IReadOnlyList<Trial<double[]>> batch = await study.AskAsync(2);
        await batch[0].DetachAsync();

        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(["COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "RUNNING", "RUNNING"], seen.Select(static trial => trial.State));
        Assert.Equal(study.Trials.Select(static trial => trial.Value), seen.Select(static trial => trial.Value));
        Assert.Equal("a known result", seen[0].System["hypertune:imported"].GetString());

        // To us one is out, and the journal goes on in both.
        var reread = new Study<double[]>(space, OptimizationDirection.Minimize, Options("ways"));
        Assert.Equal([2], reread.Trials.Where(static trial => trial.IsExcluded).Select(static trial => trial.Number));
        Assert.Equal("wrong data", reread.Trials[2].ExclusionReason);
    }

    [OptunaFact]
    public async Task Optuna_reads_every_kind_of_trial_and_parameter()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["adam", "sgd"]));
        TestSpace space = TestSpace.Of(
            branch,
            TestSpace.CreateParameter("rate", 1, new LogUniformDistribution(1e-5, 1)),
            TestSpace.CreateParameter("sgd.momentum", 2, new UniformDistribution(0, 0.99), ParameterCondition.OneOf(branch, 1)),
            TestSpace.CreateParameter("units", 3, new UniformDistribution(16, 256, 16)),
            TestSpace.CreateParameter("drop", 4, new UniformDistribution(0, 0.5, 0.1)),
            TestSpace.CreateParameter("weight", 5, new NormalDistribution(0, 1)),
            TestSpace.CreateParameter("decay", 6, new LogNormalDistribution(-5, 2)),
            TestSpace.CreateParameter("é \"size\"", 7, new OrdinalDistribution(["S", "M", "L é"])));
        var study = new Study<double[]>(space, OptimizationDirection.Maximize, Options("every"));
        study.Enqueue(space.Default);
        study.Run(
            static (config, trial) =>
            {
                trial.Report(3, config[1]);
                trial.Report(10, trial.Number == 4 ? double.NaN : double.NegativeInfinity);
                return (trial.Number % 4) switch
                {
                    1 => TrialOutcome.Pruned,
                    2 => TrialOutcome.Failed("out of \"memory\"\n"),
                    _ => config[1],
                };
            },
            40);

        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(40, seen.Length);
        foreach ((OptunaTrial theirs, TrialRecord<double[]> ours) in seen.Zip(study.Trials))
        {
            AssertSame(theirs, ours, space);
        }

        OptunaTrial first = seen[0];
        Assert.Equal(["MAXIMIZE"], first.Directions);
        Assert.Equal("FloatDistribution(high=1.0, log=True, low=1e-05, step=None)", first.Distributions["rate"]);
        Assert.Equal("IntDistribution(high=256, log=False, low=16, step=16)", first.Distributions["units"]);
        Assert.Equal("FloatDistribution(high=0.5, log=False, low=0.0, step=0.1)", first.Distributions["drop"]);
        Assert.Equal("FloatDistribution(high=10.0, log=False, low=-10.0, step=None)", first.Distributions["weight"]);
        Assert.Equal("CategoricalDistribution(choices=('S', 'M', 'L é'))", first.Distributions["é \"size\""]);
        Assert.Equal("out of \"memory\"\n", seen[2].System["hypertune:failure"].GetString());
    }

    [OptunaFact]
    public async Task Optuna_reads_orders_and_shares_as_floats_and_subsets_as_truth_values()
    {
        Study<OrderConfig> study = Study.Minimize<OrderConfig>(Options("composed"));
        study.Run(static config => config.Order[0] + config.Mix[1], 12);
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(12, seen.Length);
        foreach (OptunaTrial theirs in seen)
        {
            ReadOnlySpan<double> vector = study.Trials[theirs.Number].Vector.Span;
            foreach (Parameter key in (Parameter[])[.. OrderConfig.Space.Order.Keys, .. OrderConfig.Space.Mix.Breaks])
            {
                Assert.Equal(vector[key.Index], theirs.Parameter(key.Name));
            }

            Assert.Equal(vector[OrderConfig.Space.Share[FileShare.Read].Index] == 1, bool.Parse(theirs.Params["Share.Read"]));
        }

        OptunaTrial first = seen[0];
        Assert.Equal("FloatDistribution(high=1.0, log=False, low=0.0, step=None)", first.Distributions["Order[2]"]);
        Assert.Equal("FloatDistribution(high=1.0, log=False, low=0.0, step=None)", first.Distributions["Mix[1]"]);
        Assert.Equal("CategoricalDistribution(choices=(False, True))", first.Distributions["Share.Read"]);
        Assert.Equal(9, first.Distributions.Count);
    }

    [OptunaFact]
    public async Task Two_writers_of_ours_and_two_of_Optuna_with_either_lock_share_one_file()
    {
        const int Ours = 2000;
        const int Theirs = 60;
        var first = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("shared"));
        var second = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("shared"));
        using Process symlink = Python.Start("work.py", Journal, "shared", $"{Theirs}", "symlink");
        using Process open = Python.Start("work.py", Journal, "shared", $"{Theirs}", "open");
        await Task.WhenAll(
            first.RunAsync(Objective, Ours),
            second.RunAsync(Objective, Ours),
            Python.WaitAsync(symlink),
            Python.WaitAsync(open));
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        IReadOnlyList<TrialRecord<double[]>> ours = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("shared")).Trials;
        int foreign = seen.Count(static trial => !trial.System.ContainsKey("hypertune:lease"));
        output.WriteLine($"Shared journal: {seen.Length} trials, {foreign} of them Optuna's.");

        // Who comes last may still start trials when the budget is spent: Optuna does not know it.
        Assert.InRange(seen.Length, Ours, Ours + (2 * Theirs));
        Assert.Equal(2 * Theirs, foreign);
        Assert.Equal(Enumerable.Range(0, seen.Length), seen.Select(static trial => trial.Number));
        Assert.Equal(seen.Length, ours.Count);
        foreach ((OptunaTrial theirs, TrialRecord<double[]> trial) in seen.Zip(ours))
        {
            AssertSame(theirs, trial, TestSpace.Cube(2));
            Assert.Equal("COMPLETE", theirs.State);
            Assert.Equal((trial.Config[0] - 0.5) * (trial.Config[0] - 0.5) + ((trial.Config[1] - 0.5) * (trial.Config[1] - 0.5)), trial.Value!.Value, 1e-15);
        }
    }

    [OptunaFact]
    public async Task A_study_that_Optuna_wrote_is_read_and_continued()
    {
        await Python.RunAsync("create.py", Journal, "theirs");
        OptunaTrial[] seen = [.. (await OptunaTrial.ReadAsync(Journal)).Where(static trial => trial.Study == "theirs")];
        Parameter kind = TestSpace.CreateParameter("kind", 0, new ChoiceDistribution(["sgd", "adam"]));
        TestSpace space = TestSpace.Of(
            kind,
            TestSpace.CreateParameter("sgd.momentum", 1, new UniformDistribution(0, 0.99), ParameterCondition.OneOf(kind, 0)),
            TestSpace.CreateParameter("rate", 2, new LogUniformDistribution(1e-5, 1e-1)),
            TestSpace.CreateParameter("units", 3, new UniformDistribution(16, 64, 16)),
            TestSpace.CreateParameter("drop", 4, new UniformDistribution(0, 0.5, 0.1)),
            TestSpace.CreateParameter("augment", 5, new ChoiceDistribution(["false", "true"])));
        var study = new Study<double[]>(space, OptimizationDirection.Maximize, Options("theirs"));
        Assert.Equal(seen.Length, study.Trials.Count);
        foreach ((OptunaTrial theirs, TrialRecord<double[]> ours) in seen.Zip(study.Trials).Take(20))
        {
            if (theirs.Value is double.PositiveInfinity)
            {
                Assert.Equal((TrialState.Failed, "The stored value is Infinity, which is no finite number."), (ours.State, ours.FailureReason));
                continue;
            }

            Assert.Equal(StateOf(ours.State), theirs.State);
            Assert.Equal(theirs.Value, ours.Value);
            Assert.Equal(theirs.Params["kind"], kind.Format(ours.Config[0]).Trim());
            Assert.Equal(theirs.Parameter("rate"), ours.Config[2]);
            Assert.Equal(theirs.Parameter("units"), ours.Config[3]);
            Assert.Equal(theirs.Params["augment"] == "True" ? 1 : 0, ours.Config[5]);
            Assert.Equal(theirs.Params.ContainsKey("sgd.momentum"), !double.IsNaN(ours.Config[1]));
            Assert.Equal(theirs.Reports.Count, ours.Reports.Length);
        }

        // Its running trials are left alone, its enqueued ones are run with what they ask for, the rest comes from the strategy.
        Assert.Equal(
            [TrialState.Running, TrialState.Running, TrialState.Waiting, TrialState.Waiting],
            study.Trials.Skip(20).Select(static trial => trial.State));
        study.Run(static config => config[2], 26);
        Assert.Equal((TrialState.Completed, 0.02, 0.5), (study.Trials[22].State, study.Trials[22].Config[2], study.Trials[22].Config[1]));
        Assert.Equal([1, double.NaN, 0.03, 48, 0.3, 1], study.Trials[23].Config);
        OptunaTrial[] after = [.. (await OptunaTrial.ReadAsync(Journal)).Where(static trial => trial.Study == "theirs")];
        Assert.Equal(26, after.Length);
        for (int number = 22; number < 26; number++)
        {
            Assert.True(space.Contains(study.Trials[number].Config));
            AssertSame(after[number], study.Trials[number], space);
        }

        var warm = new Study<double[]>(space, OptimizationDirection.Maximize, new StudyOptions { Name = "warm" });
        Assert.Equal(new ImportSummary(18, 6), await warm.ImportAsync(Journal, "theirs"));
    }

    [OptunaFact]
    public async Task A_config_that_we_enqueue_can_be_run_by_Optuna()
    {
        var study = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("queue"));
        study.Enqueue([0.125, 0.75]);
        Assert.Equal("0 0.125 0.75", (await Python.RunAsync("pop.py", Journal, "queue")).Trim());
        Trial<double[]> next = await study.AskAsync();
        Assert.Equal(1, next.Number);
        Assert.Equal(0.875, study.Trials[0].Value);
        Assert.True(study.Trials[0].IsEnqueued);
    }

    [OptunaFact]
    public async Task A_journal_repaired_after_a_writers_death_is_read_by_Optuna()
    {
        var study = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("torn"));
        study.Run(static config => config[0], 3);
        byte[] whole = await File.ReadAllBytesAsync(Journal);
        int lastLine = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        var journals = new List<string>();
        for (int length = lastLine; length < whole.Length; length++)
        {
            // The last length leaves a record that lacks nothing but its line break, and is kept.
            if ((length - lastLine) % 5 != 0 && length != whole.Length - 1)
            {
                continue;
            }

            string journal = _directory.File($"torn{length}.journal");
            await File.WriteAllBytesAsync(journal, whole[..length]);
            var survivor = new Study<double[]>(TestSpace.Cube(2), OptimizationDirection.Minimize, Options("torn") with { Storage = new JournalStorage(journal) });
            await survivor.TellAsync(await survivor.AskAsync(), 0.5);
            journals.Add(journal);
        }

        OptunaTrial[] seen = await OptunaTrial.ReadAsync([.. journals]);
        Assert.Equal(journals.Count * 4, seen.Length);
        for (int i = 0; i < journals.Count; i++)
        {
            string torn = i == journals.Count - 1 ? "COMPLETE" : "RUNNING";
            Assert.Equal(["COMPLETE", "COMPLETE", torn, "COMPLETE"], seen.Skip(i * 4).Take(4).Select(static trial => trial.State));
        }
    }

    [OptunaFact]
    public async Task A_journal_whose_writers_were_killed_is_read_by_Optuna()
    {
        const int Trials = 1_000_000;
        var limit = TimeSpan.FromMinutes(2);
        var told = new List<(int Number, double Value)>();
        for (int kill = 0; kill < 4; kill++)
        {
            using var writer = new CrashWriterProcess(Journal, Trials, threads: 2, microseconds: 100);
            await writer.WaitForWorkAsync().WaitAsync(limit);
            await Task.Delay(kill * 7);
            writer.Kill();
            await writer.WaitAsync().WaitAsync(limit);
            Assert.Equal((true, ""), (writer.WasKilled, writer.Errors));
            told.AddRange(writer.Acknowledged);

            // Optuna neither cuts off what a dead writer left nor breaks its lock; whoever of ours writes next does, here for good.
            int started = File.ReadLines(Journal).Count(static line => line.StartsWith("{\"op_code\":4,", StringComparison.Ordinal));
            using var repair = new CrashWriterProcess(Journal, started + 1, threads: 1, microseconds: 0);
            Assert.Equal(0, await repair.WaitAsync().WaitAsync(limit));
            Assert.False(File.Exists(Journal + ".lock"));
            told.AddRange(repair.Acknowledged);
            OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
            Assert.Equal(Enumerable.Range(0, seen.Length), seen.Select(static trial => trial.Number));
            Assert.All(told, result => Assert.Equal(("COMPLETE", result.Value), (seen[result.Number].State, seen[result.Number].Value)));
        }
    }

    private static async Task<double> Objective(double[] config, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return ((config[0] - 0.5) * (config[0] - 0.5)) + ((config[1] - 0.5) * (config[1] - 0.5));
    }

    private static void AssertSame(OptunaTrial theirs, TrialRecord<double[]> ours, TestSpace space)
    {
        Assert.Equal(ours.Number, theirs.Number);
        Assert.Equal(StateOf(ours.State), theirs.State);
        Assert.Equal(ours.Value, theirs.Value);
        Assert.Equal(
            ours.Reports.ToDictionary(static report => report.Step.ToString(CultureInfo.InvariantCulture), static report => report.Value),
            theirs.Reports.ToDictionary(static report => report.Key, static report => OptunaTrial.Parse(report.Value)));
        Assert.Equal(ours.StartedAt.LocalDateTime, DateTime.Parse(theirs.Started!, CultureInfo.InvariantCulture), TimeSpan.FromTicks(20));
        Assert.Equal((ours.StartedAt + ours.Duration!.Value).LocalDateTime, DateTime.Parse(theirs.Finished!, CultureInfo.InvariantCulture), TimeSpan.FromTicks(20));
        Assert.Equal(space.Parameters.Count(parameter => !double.IsNaN(ours.Config[parameter.Index])), theirs.Params.Count);
        foreach (Parameter parameter in space.Parameters.Where(parameter => !double.IsNaN(ours.Config[parameter.Index])))
        {
            double value = ours.Config[parameter.Index];
            if (parameter.Distribution is ListDistribution list)
            {
                Assert.Equal(list.Labels[(int)value], theirs.Params[parameter.Name], ignoreCase: true);
            }
            else
            {
                Assert.Equal(value, theirs.Parameter(parameter.Name));
            }
        }
    }

    private static string StateOf(TrialState state) => state switch
    {
        TrialState.Completed => "COMPLETE",
        TrialState.Failed => "FAIL",
        _ => state.ToString().ToUpperInvariant(),
    };

    private StudyOptions Options(string name) => new() { Name = name, Seed = 3, Storage = new JournalStorage(Journal) };
}
