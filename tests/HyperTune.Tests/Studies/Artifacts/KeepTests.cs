using HyperTune.Tests.SeveralMetrics;
using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>Only the best trials keep what they saved, where that is wanted; nothing goes while there is any doubt.</summary>
public sealed class KeepTests
{
    private static readonly double[] Values = [5, 3, 8, 1, 9, 2, 7, 4, 6, 3];

    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task The_best_trials_keep_what_they_saved_and_the_others_lose_it(string kind)
    {
        using var place = new ArtifactPlace(kind);
        Study<double[]> study = place.Open(static options => options with { Keep = Keep.Best(3) });
        StudyResult<double[]> result = study.Run(static (_, trial) => SaveAll(trial), Values.Length);

        // Of equal values the first trial's counts.
        Assert.Equal([1, 3, 5], result.Trials.Where(static trial => trial.Artifacts.Count > 0).Select(static trial => trial.Number));
        Assert.Equal([1, 3, 5], result.Trials.Where(static trial => trial.Checkpoint is not null).Select(static trial => trial.Number));
        Assert.Equal([1, 3, 5], result.Trials.Where(static trial => trial.Directory is not null).Select(static trial => trial.Number));
        Assert.Equal("model 3", await TextOf(result.Best.Artifacts["model.txt"]));
        Assert.True(kind == StoragePlace.Memory || place.Entries.Length == 3 * 3);
        Assert.Equal(
            "Trial 0 has no artifact 'model.txt'. Its artifacts were deleted, because it is not among the best trials (StudyOptions.Keep).",
            Assert.Throws<KeyNotFoundException>(() => result.Trials[0].Artifacts["model.txt"]).Message);
        Assert.Equal(kind == StoragePlace.Memory ? [] : [1, 3, 5], kind == StoragePlace.Memory ? [] : Keepers(place.Open().Trials));
    }

    [Fact]
    public async Task Nothing_is_deleted_of_trials_that_run_wait_or_failed()
    {
        using var place = new ArtifactPlace("journal");
        Trial<double[]> waiting = await place.OpenInDyingProcess().AskAsync();
        await waiting.Checkpoint.SaveAsync(Bytes("half way"));
        Study<double[]> study = place.Open(static options => options with { Keep = Keep.Best(1) });
        Trial<double[]>[] trials = new Trial<double[]>[6];
        for (int i = 0; i < trials.Length; i++)
        {
            trials[i] = await study.AskAsync();
            await trials[i].Artifacts.SaveAsync("model.txt", Bytes($"{i}"));
        }

        await study.TellAsync(trials[1], 9);
        await study.TellAsync(trials[2], TrialOutcome.Failed("no"));
        await study.TellAsync(trials[3], TrialOutcome.Pruned);
        await study.TellAsync(trials[4], 1);
        Assert.Equal([0, 2, 4, 5], Keepers(study.Trials));

        // Another process's trial waits again; and the best one of all is still running.
        Assert.Equal("half way", await TextOf(trials[0].Checkpoint));
        await study.TellAsync(trials[5], 0.5);
        Assert.Equal([0, 2, 5], Keepers(study.Trials));
        await study.TellAsync(trials[0], 0.25);
        Assert.Equal([0, 2], Keepers(place.Open().Trials));
    }

    [Fact]
    public async Task A_trial_that_was_taken_out_beats_nobody_and_keeps_its_own()
    {
        using var place = new ArtifactPlace("journal");
        Study<double[]> study = place.Open(static options => options with { Keep = Keep.Best(1) });
        for (int i = 0; i < 3; i++)
        {
            Trial<double[]> trial = await study.AskAsync();
            await trial.Artifacts.SaveAsync("model.txt", Bytes($"{i}"));
            await study.TellAsync(trial.Number, 3 - (i * 2));
            await study.ExcludeAsync(0, "wrong data");
        }

        Assert.Equal([0, 2], Keepers(study.Trials));
        await study.ExcludeAsync(2, "wrong data");
        Trial<double[]> last = await study.AskAsync();
        await last.Artifacts.SaveAsync("model.txt", Bytes("3"));
        await study.TellAsync(last, 5);
        Assert.Equal([0, 2], Keepers(study.Trials));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Four_processes_agree_on_the_best(string kind)
    {
        using var place = new ArtifactPlace(kind);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.Open(static options => options with { Keep = Keep.Best(3) }).RunAsync(
            static async (config, trial, token) =>
            {
                await trial.Artifacts.SaveAsync("model.txt", Bytes($"model {trial.Number}"), token);
                await trial.Checkpoint.SaveAsync(Bytes("end"), token);
                return Studies.Bowl(config);
            },
            30))));
        IReadOnlyList<TrialRecord<double[]>> trials = place.Open().Trials;
        Assert.Equal(30, trials.Count);
        int[] best = [.. trials.OrderBy(static trial => trial.Value).Take(3).Select(static trial => trial.Number).Order()];
        Assert.Equal(best, Keepers(trials));
        Assert.Equal(6, place.Entries.Length);
        foreach (int number in best)
        {
            Assert.Equal($"model {number}", await TextOf(trials[number].Artifacts["model.txt"]));
        }
    }

    [Fact]
    public async Task What_a_process_gave_up_and_could_not_delete_any_more_is_cleared_away_by_the_next_one()
    {
        using var place = new ArtifactPlace("journal");
        Study<double[]> study = place.Open(static options => options with { Keep = Keep.Best(1) });
        Trial<double[]> worse = await study.AskAsync();
        await worse.Artifacts.SaveAsync("model.txt", Bytes("worse"));
        _ = worse.Directory;
        string[] given = place.Entries;
        await study.TellAsync(worse, 2);
        await study.TellAsync(await study.AskAsync(), 1);
        Assert.Empty(place.Entries);
        foreach (string path in given.Select(name => Path.Combine(place.ArtifactDirectory, name)))
        {
            // A directory's name is shorter by the writer and the mark.
            if (Path.GetFileName(path).Count(static c => c == '-') == 1)
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                File.WriteAllText(path, "worse");
            }
        }

        await (await place.Open().AskAsync()).Checkpoint.SaveAsync(Bytes("x"));
        Assert.DoesNotContain(Assert.Single(place.Entries), given);
    }

    [Fact]
    public void The_front_keeps_what_it_saved_however_large_it_is()
    {
        var study = Study.Optimize<Plane, Tradeoff>(Studies.Seeded with { Keep = Keep.Best(1) });
        study.Run(
            static (config, trial) =>
            {
                trial.Artifacts.Save("x", Bytes("x"));
                return new Tradeoff(config.X, config.Y);
            },
            30);
        int[] front = [.. study.GetResult().ParetoFront.Select(static trial => trial.Number)];
        Assert.True(front.Length > 1);
        Assert.Equal(front, study.Trials.Where(static trial => trial.Artifacts.Count > 0).Select(static trial => trial.Number));
    }

    [Fact]
    public void At_least_one_trial_keeps_its_own()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", static () => Keep.Best(0));
        Assert.Equal(("all", "the best 3"), ($"{Keep.All}", $"{Keep.Best(3)}"));
        Assert.Equal(Keep.Best(3), Keep.Best(3));
        Assert.Throws<ArgumentNullException>(static () => new StudyOptions { Keep = null! });
    }

    private static double SaveAll(Trial<double[]> trial)
    {
        trial.Artifacts.Save("model.txt", Bytes($"model {trial.Number}"));
        trial.Checkpoint.Save(Bytes("end"));
        File.WriteAllText(Path.Combine(trial.Directory, "log.txt"), "log");
        return Values[trial.Number];
    }

    private static IEnumerable<int> Keepers(IEnumerable<TrialRecord<double[]>> trials)
        => trials.Where(static trial => trial.Artifacts.Count > 0 || trial.Checkpoint is not null).Select(static trial => trial.Number);
}
