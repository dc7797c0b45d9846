using System.Globalization;

namespace HyperTune.IntegrationTests;

/// <summary>Studies of several objectives in one journal, ours and the real Optuna's.</summary>
public sealed class OptunaFrontTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("front.journal");

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_sees_the_same_front_and_the_same_volume()
    {
        StudyResult<FrontConfig, FrontScore> result = Study.Optimize<FrontConfig, FrontScore>(Options("front"))
            .Run(static config => new FrontScore(config.X, config.Y + (config.X * config.X)), 60);
        string[] lines = (await Python.RunAsync("front.py", Journal, "front", "0.5", "1.5")).Split('\n');
        Assert.Equal(string.Join(' ', result.ParetoFront.Select(static trial => trial.Number)), lines[0].Trim());
        Assert.Equal(double.Parse(lines[1], CultureInfo.InvariantCulture), result.Hypervolume(new FrontScore(-0.5, 1.5)), 1e-9);
    }

    [OptunaFact]
    public async Task Optuna_finds_limits_where_its_own_tools_look()
    {
        StudyResult<FrontConfig, LimitedFrontScore> result = Study.Optimize<FrontConfig, LimitedFrontScore>(Options("limits"))
            .Run(static config => new LimitedFrontScore(config.X, config.Y + (config.X * config.X), (float)config.Y), 20);
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        Assert.All(seen.Zip(result.Trials), static pair =>
        {
            (OptunaTrial theirs, TrialRecord<FrontConfig, LimitedFrontScore> ours) = pair;
            Assert.Equal(["MAXIMIZE", "MINIMIZE"], theirs.Directions);
            Assert.Equal(2, theirs.Values.GetArrayLength());
            LimitedFrontScore score = ours.Metrics;
            Assert.Equal([score.Cost - 1, 0.25 - score.Memory, score.Memory - 0.75], theirs.System["constraints"].EnumerateArray().Select(static value => OptunaTrial.Parse(value.GetString()!)));
        });
        Assert.InRange(result.ParetoFront.Count, 1, 19);
    }

    [OptunaFact]
    public async Task A_front_that_Optuna_wrote_is_read_and_continued()
    {
        await Python.RunAsync("create_front.py", Journal, "theirs");
        StudyOptions options = Options("theirs");
        Study<FrontConfig, FrontScore> study = Study.Optimize<FrontConfig, FrontScore>(options with { Strategy = Strategy.NsgaII() });
        string before = (await Python.RunAsync("front.py", Journal, "theirs", "0.5", "1.5")).Split('\n')[0].Trim();
        Assert.Equal(before, string.Join(' ', study.GetResult().ParetoFront.Select(static trial => trial.Number)));
        StudyResult<FrontConfig, FrontScore> result = study.Run(static config => new FrontScore(config.X, config.Y + (config.X * config.X)), 60);
        Assert.Equal(60, result.Trials.Count);
        string after = (await Python.RunAsync("front.py", Journal, "theirs", "0.5", "1.5")).Split('\n')[0].Trim();
        Assert.Equal(after, string.Join(' ', result.ParetoFront.Select(static trial => trial.Number)));
    }

    private StudyOptions Options(string name) => new() { Name = name, Seed = 3, Storage = new JournalStorage(Journal), Strategy = Strategy.Random() };
}
