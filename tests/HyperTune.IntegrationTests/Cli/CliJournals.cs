namespace HyperTune.IntegrationTests.Cli;

/// <summary>Journals for the tool to look into; it must leave them as they are.</summary>
public sealed class CliJournals : IAsyncLifetime
{
    /// <summary>A name that would colour a terminal, and end its line.</summary>
    public const string OddName = "odd \u001b[31m\r\nname";

    private readonly TemporaryDirectory _directory = new();

    /// <summary>A journal of one study, <c>only</c>, whose best trial is number 0, a config that <see cref="Best"/> says.</summary>
    public string One => _directory.File("one.journal");

    /// <summary>A journal of three studies: <c>small</c>, <c>front</c> with two objectives, and <see cref="OddName"/>.</summary>
    public string Several => _directory.File("several.journal");

    /// <summary>The best config of <see cref="One"/>.</summary>
    internal static ToolConfig Best { get; } = new()
    {
        Rate = 0.0001,
        Activation = "tanh",
        Augment = true,
        Rotation = 7.5,
        Layers = [new ToolLayer(32), new ToolLayer(16)],
        Solver = new ToolSolver.Adam(0.875),
    };

    public async Task InitializeAsync()
    {
        await using (Study<ToolConfig> only = Study.Minimize<ToolConfig>(Options(One, "only")))
        {
            only.Enqueue(Best);
            only.Run(
                static (config, trial) =>
                {
                    trial.Report(0, config.Rate);
                    return trial.Number == 3 ? throw new IOException("disk \u001b[31m full") : config.Rate;
                },
                40);
            await only.Notes.SetAsync("data", "digits v2");
            await only.ExcludeAsync(5, "a wrong file");
        }

        foreach (string name in new[] { "small", OddName })
        {
            await using Study<ToolConfig> study = Study.Maximize<ToolConfig>(Options(Several, name));
            study.Run(static (_, trial) => trial.Number, 6);
            await study.Notes.SetAsync("odd \u001b[31m", "a\u001b]0;title\u0007b");
        }

        await using Study<ToolConfig, ToolScore> front = Study.Optimize<ToolConfig, ToolScore>(Options(Several, "front"));
        front.Run(static (_, trial) => new ToolScore(trial.Number % 7, (2 * (trial.Number % 7)) + (trial.Number % 3), trial.Number % 5, $"\u001b[31m{trial.Number}"), 24);
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A copy of a journal, to be changed.</summary>
    internal string Copy(string journal)
    {
        string copy = _directory.File($"{Guid.NewGuid():N}.journal");
        File.Copy(journal, copy);
        return copy;
    }

    /// <summary>A file of the given text.</summary>
    internal string Write(string text) => _directory.Write($"{Guid.NewGuid():N}.journal", text);

    /// <summary>A path where there is nothing.</summary>
    internal string Nothing(string extension) => _directory.File($"{Guid.NewGuid():N}{extension}");

    private static StudyOptions Options(string journal, string name) => new()
    {
        Name = name,
        Seed = 9,
        Storage = new JournalStorage(journal),
        Strategy = Strategy.Random(),
        Expected = Failures.Of<IOException>(),
    };
}
