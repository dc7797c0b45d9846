using System.Globalization;

namespace HyperTune.Tests;

public sealed class PopulationStrategyTests
{
    private const int Members = 6;

    public static TheoryData<string> Storages => StoragePlace.StoragesAndMemory;

    private static PopulationOptions Options { get; } = new() { Population = Members };

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Each_trial_goes_on_from_its_parents_checkpoint_in_every_storage(string kind)
    {
        using var place = new ArtifactPlace(kind);
        StudyOptions With(StudyOptions options) => options with { Strategy = Strategy.PopulationBased(Options) };
        if (kind != StoragePlace.Memory)
        {
            foreach (int trials in (int[])[4, 9, 20])
            {
                place.Open(With).Run(Loss, trials);
            }
        }

        StudyResult<double[]> result = place.Open(With).Run(Loss, 40);
        Assert.All(result.Trials, static trial => Assert.Equal(trial.Number < Members, trial.Parent is null));
        foreach (TrialRecord<double[]> trial in result.Trials)
        {
            Assert.Equal(string.Concat(result.LineageOf(trial).Select(static earlier => $"{earlier.Number};")), await ArtifactPlace.TextOf(trial.Checkpoint!));
        }

        // What was stopped and gone on with, or stored, is what happens without.
        StudyResult<double[]> whole = Study.Minimize(TestSpace.Cube(2), With(Studies.Seeded)).Run(Loss, 40);
        Assert.Equal(whole.Trials.Select(static trial => trial.Parent), result.Trials.Select(static trial => trial.Parent));
        Assert.Equal(whole.Trials.Select(static trial => trial.Config), result.Trials.Select(static trial => trial.Config));
    }

    [Fact]
    public async Task The_worst_quarter_are_copies_of_the_best_and_all_others_go_on()
    {
        StudyResult<double[]> result = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.PopulationBased(Options) }).Run(Loss, 60);
        int copies = 0;
        foreach (TrialRecord<double[]> trial in result.Trials.Skip(Members))
        {
            TrialRecord<double[]>[] ranked = [.. result.Trials.Skip(((trial.Number / Members) - 1) * Members).Take(Members).OrderBy(static member => member.Value)];
            int place = Array.FindIndex(ranked, member => member.Number == trial.Number - Members);
            if (place < Members - 2)
            {
                Assert.Equal(trial.Number - Members, trial.Parent);
                Assert.Equal(result.Trials[trial.Parent!.Value].Config, trial.Config);
            }
            else
            {
                Assert.Contains(trial.Parent, ranked.Take(2).Select(static member => (int?)member.Number));
                Assert.NotEqual(result.Trials[trial.Parent!.Value].Config, trial.Config);
                copies++;
            }
        }

        Assert.Equal((60 - Members) / 3, copies);
        Assert.Contains($"A population of {Members}; {copies} copies", result.StrategyExplanation);
        Assert.Equal($"{result.BestObserved.Number};", (await ArtifactPlace.TextOf(result.BestObserved.Checkpoint!)).Split(';')[^2] + ";");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Parents_are_the_same_for_any_number_of_workers(int workers)
    {
        (int?, double)[] Trials(int workers) =>
        [
            .. Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.PopulationBased(Options), Parallelism = workers, ReproducibleUpTo = 4 })
                .Run(Loss, 40).Trials.Select(static trial => (trial.Parent, trial.Config[0])),
        ];

        Assert.Equal(Trials(1), Trials(workers));
    }

    [Fact]
    public void Nobody_waits_for_a_member_that_takes_long_or_failed()
    {
        TestSpace space = TestSpace.Cube(2);
        StrategyRun run = Strategy.PopulationBased(Options).Start(new StrategyContext { Space = space, Seed = 3 });
        double[] vector = new double[2];
        for (int number = 0; number < Members; number++)
        {
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            Assert.Null(run.Parent);
            run.Announce(number, vector);
            if (number != 1)
            {
                run.Tell(new TrialResult { Number = number, Vector = vector.ToArray(), State = number == 2 ? TrialState.Failed : TrialState.Completed, Values = number == 2 ? default : new double[] { number } });
            }
        }

        foreach (int number in (int[])[Members + 1, Members + 2])
        {
            Assert.True(run.TrySuggest(number, vector, CancellationToken.None));
            Assert.Contains(run.Parent!.Value, (int[])[0]);
        }

        run.TrySuggest(Members + 3, vector, CancellationToken.None);
        Assert.Equal(3, run.Parent);
    }

    [Fact]
    public void Copies_are_changed_within_their_ranges_and_constraints()
    {
        var exploration = new Exploration(MixedConfig.Space, resampleProbability: 0);
        var config = new MixedConfig { Rate = 0.01, Units = 64, Quarter = 0.5, Activation = "tanh", Size = "middle", Augment = true, Rotation = 20 };
        double[] source = new double[MixedConfig.Space.DimensionCount];
        MixedConfig.Space.Encode(config, source);
        double[] vector = new double[source.Length];
        var seen = new List<MixedConfig>();
        for (ulong seed = 0; seed < 100; seed++)
        {
            var random = new RandomStream(seed);
            exploration.Explore(source, vector, ref random);
            Assert.True(MixedConfig.Space.Contains(vector));
            seen.Add(MixedConfig.Space.Decode(vector));
        }

        Assert.Equal([0.008, 0.012], Distinct(static changed => changed.Rate));
        Assert.Equal([48.0, 80], Distinct(static changed => changed.Units));
        Assert.Equal([0.25, 0.75], Distinct(static changed => changed.Quarter));
        Assert.Equal([16.0, 24], Distinct(static changed => changed.Rotation));
        Assert.Equal(["large", "small"], seen.Select(static changed => changed.Size).Distinct().Order());
        Assert.All(seen, static changed => Assert.Equal(("tanh", true), (changed.Activation, changed.Augment)));

        // At an end only the other way is left.
        MixedConfig.Space.Encode(config with { Rate = 1, Units = 128, Size = "large", Rotation = 30 }, source);
        var again = new RandomStream(1);
        exploration.Explore(source, vector, ref again);
        MixedConfig atEnd = MixedConfig.Space.Decode(vector);
        Assert.Equal((0.8, 96, "middle", 24), (atEnd.Rate, atEnd.Units, atEnd.Size, atEnd.Rotation));

        double[] Distinct(Func<MixedConfig, double> value) => [.. seen.Select(changed => Math.Round(value(changed), 12)).Distinct().Order()];
    }

    [Fact]
    public async Task An_objective_without_checkpoints_is_told_what_to_do()
    {
        Study<double[]> study = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.PopulationBased(Options) });
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => study.Run(static config => config[0], 20));
        Assert.Equal(
            "Trial 6 of study 'test' is to go on from the checkpoint of trial 0, which saved none, as PopulationBased(6) needs. In the objective, begin with "
            + "trial.Checkpoint.OpenAsync(), which gives that of the parent, and end with trial.Checkpoint.SaveAsync(stream).",
            refused.Message.Replace("trial 1,", "trial 0,").Replace("trial 2,", "trial 0,").Replace("trial 3,", "trial 0,").Replace("trial 4,", "trial 0,").Replace("trial 5,", "trial 0,"));
        Assert.Equal(6, study.Trials.Count);

        Trial<double[]> asked = await Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.PopulationBased() }).AskAsync();
        Assert.Null(asked.Parent);
        Assert.Null(await asked.Checkpoint.OpenAsync());
    }

    [Fact]
    public void Settings_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PopulationOptions { Population = 1 });
        Assert.Contains("from 0 to 0.5", Assert.Throws<ArgumentOutOfRangeException>(() => new PopulationOptions { ExploitFraction = 0.6 }).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PopulationOptions { ResampleProbability = double.NaN });
        ArgumentException kept = Assert.Throws<ArgumentException>(
            () => Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.Then(Strategy.Random(), 3, Strategy.PopulationBased()), Keep = Keep.Best(3) }));
        Assert.Contains("goes on from their checkpoints", kept.Message);
        Study<double[]> wide = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Strategy = Strategy.PopulationBased(Options), Parallelism = 7 });
        Assert.Contains("A population of 6 cannot keep 7 workers busy", Assert.Throws<ArgumentException>(() => wide.Run(Loss, 3)).Message);
    }

    [Fact]
    public async Task A_schedule_can_be_run_again()
    {
        StudyOptions options = new() { Seed = 4 };
        StudyResult<MixedConfig> result = Study.Minimize<MixedConfig>(options with { Strategy = Strategy.PopulationBased(Options) }).Run(Train, 60);
        IReadOnlyList<TrialRecord<MixedConfig>> lineage = result.LineageOf(result.BestObserved);
        Assert.Equal(Enumerable.Range(0, lineage.Count - 1).Select(place => (int?)lineage[place].Number), lineage.Skip(1).Select(static trial => trial.Parent));
        Assert.True(lineage.Count > 5 && lineage.Select(static trial => trial.Config).Distinct().Count() > 1);

        Strategy replay = Strategy.Replay(lineage.Select(static trial => trial.Config));
        StudyResult<MixedConfig> again = Study.Minimize<MixedConfig>(options with { Strategy = replay }).Run(Train, Budget.UntilDone);
        Assert.Equal(lineage.Select(static trial => trial.Config), again.Trials.Select(static trial => trial.Config));
        Assert.Equal(lineage.Select(static trial => trial.Value), again.Trials.Select(static trial => trial.Value));
        Assert.Equal(StopReason.SpaceExhausted, again.StopReason);
        Assert.Equal(await ArtifactPlace.TextOf(result.BestObserved.Checkpoint!), await ArtifactPlace.TextOf(again.Trials[^1].Checkpoint!));

        Assert.Throws<ArgumentException>(static () => Strategy.Replay<MixedConfig>([]));
        Assert.Contains("Config 1 of the schedule", Assert.Throws<ArgumentException>(static () => Strategy.Replay<MixedConfig>([new(), new() { Units = 3 }])).Message);
        Assert.Contains("cannot keep 2 workers busy", Assert.Throws<ArgumentException>(() => Study.Minimize<MixedConfig>(options with { Strategy = replay, Parallelism = 2 }).Run(Train, 3)).Message);
    }

    // A "training" that gets the nearer to its aim the better the rate fits how far away it is.
    private static TrialOutcome Train(MixedConfig config, Trial<MixedConfig> trial)
    {
        using Stream? before = trial.Checkpoint.Open();
        double distance = before is null ? 1 : double.Parse(new StreamReader(before).ReadToEnd(), CultureInfo.InvariantCulture);
        distance *= Math.Abs(Math.Log(config.Rate / distance)) < 1 ? 0.5 : 0.95;
        trial.Checkpoint.Save(ArtifactPlace.Bytes(distance.ToString("R", CultureInfo.InvariantCulture)));
        return distance;
    }

    private static TrialOutcome Loss(double[] config, Trial<double[]> trial)
    {
        string lineage = "";
        using (Stream? before = trial.Checkpoint.Open())
        {
            lineage = before is null ? "" : new StreamReader(before).ReadToEnd();
        }

        Assert.Equal(trial.Parent is null, lineage.Length == 0);
        trial.Checkpoint.Save(ArtifactPlace.Bytes($"{lineage}{trial.Number};"));
        return Studies.Bowl(config);
    }
}
