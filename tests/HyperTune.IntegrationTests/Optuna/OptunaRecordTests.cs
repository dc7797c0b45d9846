using System.Text.Json;

namespace HyperTune.IntegrationTests;

/// <summary>Records and notes in one journal, ours and the real Optuna's.</summary>
public sealed class OptunaRecordTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("records.journal");

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_sees_records_as_user_attributes_of_trials()
    {
        Study<FrontConfig, RecordedScore> study = Open("ours");
        study.Run(
            static (_, trial) => trial.Number switch
            {
                0 => new RecordedScore(0.5, 0.25, 3, true, DayOfWeek.Friday, "é \"x\"\n", TimeSpan.FromMilliseconds(1500), 1.10m),
                1 => TrialOutcome.Pruned,
                _ => new RecordedScore(0.5, double.NaN, -1, false, (DayOfWeek)9, null, default, null),
            },
            3);
        Study<FrontConfig, RecordedScore> copy = Open("copy");
        Assert.Equal(3, copy.Import(study.GetResult()).Imported);
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(Journal);
        foreach (OptunaTrial[] trials in seen.GroupBy(static trial => trial.Study).Select(static group => group.ToArray()))
        {
            Assert.Equal(
                ["Recall 0.25", "Epochs 3", "Converged True", "Day Friday", "Word é \"x\"\n", "Took 1.5", "Cost 1.1"],
                Words(trials[0]));
            Assert.Empty(trials[1].User);
            Assert.Equal(["Recall nan", "Epochs -1", "Converged False", "Day 9", "Took 0.0"], Words(trials[2]));
        }

        Assert.Equal(["copy", "ours"], seen.Select(static trial => trial.Study).Distinct().Order(StringComparer.Ordinal));

        static IEnumerable<string> Words(OptunaTrial trial) => trial.User.Select(static attribute => $"{attribute.Key} {attribute.Value.GetString()}");
    }

    [OptunaFact]
    public async Task Notes_and_records_go_both_ways()
    {
        Study<FrontConfig, RecordedScore> study = Open("shared");
        await study.Notes.SetAsync("dataset", "v3 é");
        await study.Notes.SetAsync("gone", "x");
        await study.Notes.RemoveAsync("gone");
        study.Run(static _ => new RecordedScore(0.5, 0.25, 3, true, DayOfWeek.Friday, "w", default, null), 1);
        string output = await Python.RunAsync("record.py", Journal, "shared");
        using JsonDocument seen = JsonDocument.Parse(output);
        Assert.Equal("""{"dataset": "v3 \u00e9", "gone": null}""", seen.RootElement.GetProperty("study").GetRawText());
        Assert.Equal("""{"Recall": 0.25, "Epochs": 3, "Converged": true, "Day": "Friday", "Word": "w", "Took": 0.0}""", seen.RootElement.GetProperty("trial").GetRawText());

        Study<FrontConfig, RecordedScore> again = Open("shared");
        Assert.Equal([new("by", "Optuna"), new("count", "3"), new("dataset", "v4")], again.Notes);
        Assert.Equal(
            [
                new(0.5, 0.25, 3, true, DayOfWeek.Friday, "w", default, null),
                new(0.75, 1, 7, true, DayOfWeek.Sunday, "Optuna's", TimeSpan.FromSeconds(2.5), 0.1m),
                new(0.25, 0, 0, false, DayOfWeek.Sunday, null, default, null),
            ],
            again.Trials.Select(static trial => trial.Metrics));
        Assert.Equal(4, again.Run(static _ => new RecordedScore(1, 1, 1, true, DayOfWeek.Monday, "", default, 1), 4).Trials.Count);
    }

    private Study<FrontConfig, RecordedScore> Open(string name)
        => Study.Optimize<FrontConfig, RecordedScore>(new StudyOptions { Name = name, Seed = 3, Storage = new JournalStorage(Journal), Strategy = Strategy.Random() });
}
