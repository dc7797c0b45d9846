namespace HyperTune.IntegrationTests.Browser;

/// <summary>A journal of studies to look at, made once for all tests of a class.</summary>
public sealed class SeenStudies : IAsyncLifetime
{
    /// <summary>The study with reports, pruned and failed trials.</summary>
    public const string Network = "network";

    /// <summary>The study with two objectives.</summary>
    public const string Front = "front";

    /// <summary>The study with scores of folds.</summary>
    public const string Scored = "folds";

    private readonly TemporaryDirectory _directory = new();

    public string Journal => _directory.File("seen.journal");

    public async Task InitializeAsync()
    {
        await using (Study<SeenConfig> network = Study.Maximize<SeenConfig>(Options(Network) with
        {
            Pruner = Pruner.Median(),
            Expected = Failures.Of<ArithmeticException>(),
            Sharing = new SharingOptions { WorkerId = Hostile.Worker },
        }))
        {
            network.Enqueue(new SeenConfig());
            await network.Notes.SetAsync("about", Hostile.Note);
            network.Run((config, trial) => Train(config, trial), 160);
        }

        await using (Study<SeenConfig, SeenScore> front = Study.Optimize<SeenConfig, SeenScore>(Options(Front)))
        {
            front.Run(static config => new SeenScore(Quality(config), 10 + config.Layers.Sum(static layer => layer.Units * 0.3), config.Layers.Sum(static layer => layer.Units)), 80);
        }

        await using (Study<SeenConfig> folds = Study.Maximize<SeenConfig>(Options(Scored)))
        {
            await folds.RunAsync(
                (config, trial, token) => trial.CrossValidateAsync(
                    HyperTune.Folds.KFold(50, 5), (fold, _) => Task.FromResult(Quality(config) + (0.01 * fold.Number)), cancellationToken: token),
                30);
        }

        await using Study<SeenConfig> hostile = Study.Maximize<SeenConfig>(Options(Hostile.Study) with { Expected = Failures.Of<ArithmeticException>() });
        hostile.Run((config, trial) => Train(config, trial), 40);
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Writes the report of a study.</summary>
    /// <param name="study">Its name.</param>
    /// <param name="more">More arguments for the tool.</param>
    /// <returns>The file's path.</returns>
    internal async Task<string> ReportAsync(string study, params string[] more)
    {
        string path = _directory.File($"{Guid.NewGuid():N}.html");
        await Cli.CliRun.SucceedAsync(["report", Journal, study, "--output", path, .. more]);
        return path;
    }

    /// <summary>A path for a file of a test's own.</summary>
    internal string File(string name) => _directory.File(name);

    private static double Quality(SeenConfig config)
        => 0.98
            - (0.03 * Math.Pow(Math.Log10(config.Rate / 0.02), 2))
            - (0.1 * config.Dropout * config.Dropout)
            + (0.01 * config.Layers.Length)
            - (config.Solver is SeenSolver.Sgd sgd ? 0.05 * Math.Abs(sgd.Momentum - 0.9) : 0.02)
            - (config.Activation == "relu" ? 0 : 0.03);

    private static double Train(SeenConfig config, Trial<SeenConfig> trial)
    {
        if (config.Rate > 0.5)
        {
            throw new ArithmeticException($"{Hostile.Failure} in epoch {trial.Number}");
        }

        double value = 0;
        for (int epoch = 1; epoch <= 10; epoch++)
        {
            value = Quality(config) * (1 - Math.Exp(-epoch / 3.0));
            trial.Report(epoch, value);
            trial.ThrowIfPruned();
        }

        return value;
    }

    private StudyOptions Options(string name) => new()
    {
        Name = name,
        Seed = 11,
        Strategy = Strategy.Random(),
        Storage = new JournalStorage(Journal),
    };
}
