namespace HyperTune.Tests;

/// <summary>Programs that are started again and again ask for the same as before, over every storage.</summary>
public sealed class RestartTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Configs_that_a_program_enqueues_at_every_start_run_once(string kind)
    {
        using var place = new StoragePlace(kind);
        double[][] wanted = [[0.1, 0.5], [0.2, 0.5]];
        for (int start = 0; start < 3; start++)
        {
            // The program runs two trials and is killed in a third.
            Study<double[]> study = place.OpenInDyingProcess();
            Assert.Equal([0, 1], wanted.Select(config => study.Enqueue(config)));
            for (int i = 0; i < 2; i++)
            {
                Trial<double[]> trial = await study.AskAsync();
                await study.TellAsync(trial, Studies.Bowl(trial.Config));
            }

            await study.AskAsync();
        }

        Study<double[]> last = place.Open();
        Assert.Equal([0, 1], wanted.Select(config => last.Enqueue(config)));
        StudyResult<double[]> result = last.Run(Studies.Bowl, 12);
        Assert.Equal(12, result.Trials.Count);
        Assert.All(result.Trials, static trial => Assert.Equal(TrialState.Completed, trial.State));
        Assert.Equal([0, 1], result.Trials.Where(static trial => trial.IsEnqueued).Select(static trial => trial.Number));
        Assert.All(wanted, config => Assert.Single(result.Trials, trial => trial.Config.SequenceEqual(config)));
        Assert.Equal(
            Studies.Minimize().Run(Studies.Bowl, 12).Trials.Skip(2).Select(static trial => trial.Value),
            result.Trials.Skip(2).Select(static trial => trial.Value));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void The_nth_call_with_a_config_stands_for_the_nth_trial_of_that_config_whichever_process_stored_it(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open();
        Assert.Equal([0, 1, 2], new[] { first.Enqueue([0.1, 0.5]), first.Enqueue([0.2, 0.5]), first.Enqueue([0.1, 0.5]) });

        // The calls come in another order, and one more than before.
        Study<double[]> second = place.Open();
        double[][] calls = [[0.2, 0.5], [0.1, 0.5], [0.1, 0.5], [0.1, 0.5]];
        Assert.Equal([1, 0, 2, 3], calls.Select(config => second.Enqueue(config)));

        // The first process asks for its third, which the second has stored.
        Assert.Equal(3, first.Enqueue([0.1, 0.5]));
        Assert.Equal(4, place.Open().Trials.Count);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void A_config_is_added_again_where_that_is_wanted(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        Assert.Equal([0, 1, 2], new[] { study.Enqueue([0.1, 0.5]), study.Enqueue([0.1, 0.5]), study.Enqueue([0.1, 0.5], again: true) });
        study.Run(static config => config[0], 3);
        study = kind == StoragePlace.Memory ? study : place.Open();
        Assert.Equal(3, study.Enqueue([0.1, 0.5], again: true));
        Assert.Equal(4, study.Run(static config => config[0], kind == StoragePlace.Memory ? 1 : 4).Trials.Count(static trial => trial.Value == 0.1));
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Configs_enqueued_by_many_processes_at_once_are_stored_once(string kind)
    {
        using var place = new StoragePlace(kind);
        int[] numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.Open().Enqueue([0.1, 0.5]))));
        Assert.All(numbers, static number => Assert.Equal(0, number));
        Assert.Single(place.Open().Trials);
    }

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public void The_objective_gets_the_enqueued_object_also_where_an_earlier_process_stored_the_trial(string kind)
    {
        using var place = new StoragePlace(kind);
        var config = new TestConfig { X = 0.25, Units = 3, Epochs = 5 };
        if (kind != StoragePlace.Memory)
        {
            Create().Enqueue(config);
        }

        Study<TestConfig> study = Create();
        Assert.Equal(0, study.Enqueue(config));
        Assert.Same(config, study.Run(static config => config.Epochs, 1).Best.Config);

        Study<TestConfig> Create() => Study.Minimize<TestConfig>(new StudyOptions { Name = "test", Storage = place.Storage() });
    }
}
