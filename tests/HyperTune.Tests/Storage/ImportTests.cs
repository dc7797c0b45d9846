namespace HyperTune.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Source => _directory.File("old.journal");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Imported_trials_are_known_to_the_strategy_and_cost_no_budget()
    {
        Study<double[]> old = Studies.Minimize(new StudyOptions { Name = "old", Seed = 3, Storage = new JournalStorage(Source) });
        old.Run(Objective, 12);
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        Assert.Equal(new ImportSummary(8, 4), await study.ImportAsync(Source));
        StudyResult<double[]> result = study.Run(Studies.Bowl, 5);
        Assert.Equal(13, result.Trials.Count);
        Assert.Equal(8, result.Trials.Count(static trial => trial.IsImported));
        Assert.Equal(old.Best.Config[1], result.Trials.Take(8).MinBy(static trial => trial.State == TrialState.Completed ? trial.Value : 9)!.Config[1]);
        Assert.Equal(Enumerable.Range(0, 13), strategy.Told.Select(static told => told.Number));
        Assert.Equal(Enumerable.Range(8, 5), strategy.Asked);
    }

    [Fact]
    public async Task Imported_trials_are_stored_with_what_they_reported()
    {
        Studies.Minimize(new StudyOptions { Name = "old", Seed = 3, Storage = new JournalStorage(Source) }).Run(Objective, 12);
        var options = Studies.Seeded with { Storage = new JournalStorage(_directory.File("new.journal")) };
        Study<double[]> study = Studies.Minimize(options);
        study.Run(Studies.Bowl, 2);
        await study.ImportAsync(Source, "old");
        study.Run(Studies.Bowl, 4);
        Study<double[]> reopened = Studies.Minimize(options with { Storage = new JournalStorage(_directory.File("new.journal")) });
        Assert.Equal(
            study.Trials.Select(static trial => (trial.Number, trial.Value, trial.IsImported, trial.Config[0], trial.Reports.SingleOrDefault())),
            reopened.Trials.Select(static trial => (trial.Number, trial.Value, trial.IsImported, trial.Config[0], trial.Reports.SingleOrDefault())));
        Assert.Equal([0, 1, 10, 11], reopened.Trials.Where(static trial => !trial.IsImported).Select(static trial => trial.Number));
        Assert.Equal(4, reopened.Trials.Count(static trial => !trial.IsImported));
        Assert.Equal(4, reopened.Run(Studies.Bowl, 4).Trials.Count(static trial => !trial.IsImported));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trials_that_were_imported_before_are_not_imported_again(bool isStored)
    {
        Study<double[]> old = Studies.Minimize(new StudyOptions { Name = "old", Seed = 3, Storage = new JournalStorage(Source) });
        old.Run(Objective, 6);
        StudyOptions options = Studies.Seeded with { Storage = isStored ? new JournalStorage(_directory.File("new.journal")) : null };
        Study<double[]> study = Studies.Minimize(options);
        Assert.Equal(new ImportSummary(4, 2), await study.ImportAsync(Source));
        old.Run(Objective, 12);
        study = isStored ? Studies.Minimize(options) : study;
        Assert.Equal(new ImportSummary(4, 4, Known: 4), await study.ImportAsync(Source));
        Assert.Equal("0 trials imported, 4 left out, 8 known before", $"{await study.ImportAsync(Source)}");
        Assert.Equal(8, study.Trials.Count);
    }

    [Fact]
    public void A_study_in_memory_gives_its_trials_to_another()
    {
        StudyResult<double[]> old = Studies.Minimize(new StudyOptions { Name = "old", Seed = 3, Strategy = Strategy.Random() }).Run(Objective, 12);
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        Assert.Equal(new ImportSummary(8, 4), study.Import(old));
        Assert.Equal(new ImportSummary(0, 4, Known: 8), study.Import(old));
        Assert.Equal(13, study.Run(Studies.Bowl, 5).Trials.Count);
        Assert.Equal(
            old.Trials.Where(static trial => trial.State != TrialState.Failed).Select(static trial => (trial.State, trial.Value, trial.Config[0], trial.Reports.Single())),
            study.Trials.Take(8).Select(static trial => (trial.State, trial.Value, trial.Config[0], trial.Reports.Single())));
        Assert.Equal(Enumerable.Range(0, 13), strategy.Told.Select(static told => told.Number));

        Assert.Contains("itself", Assert.Throws<ArgumentException>(() => study.Import(study.GetResult())).Message);
        Assert.Contains("'old', which is to Minimize", Assert.Throws<ArgumentException>(() => Studies.Maximize().Import(old)).Message);
    }

    [Fact]
    public async Task A_strategy_that_learns_goes_on_where_the_other_study_ended()
    {
        StudyResult<double[]> old = Studies.Minimize(new StudyOptions { Name = "old", Seed = 3, Storage = new JournalStorage(Source) }).Run(Valley, 40);
        Study<double[]> warm = Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Tpe() });
        await warm.ImportAsync(Source);
        double best = warm.Run(Valley, 15).Trials.Where(static trial => !trial.IsImported).Min(static trial => trial.Value!.Value);
        double cold = Studies.Minimize(Studies.Seeded with { Strategy = Strategy.Tpe() }).Run(Valley, 15).Best.Value!.Value;
        Assert.True(best < cold, $"{best} with the trials of study '{old.StudyName}', {cold} without.");
    }

    [Fact]
    public async Task A_file_study_or_space_that_does_not_fit_is_named()
    {
        Study<double[]> study = Studies.Minimize();
        Assert.Contains("no such file", (await Assert.ThrowsAsync<JournalException>(() => study.ImportAsync(Source))).Message);
        Assert.False(File.Exists(Source));

        Studies.Minimize(new StudyOptions { Name = "a", Storage = new JournalStorage(Source) }).Run(Studies.Bowl, 3);
        Assert.Contains("no study 'b'", (await Assert.ThrowsAsync<InvalidOperationException>(() => study.ImportAsync(Source, "b"))).Message);
        Assert.Contains("directions [Minimize]", (await Assert.ThrowsAsync<InvalidOperationException>(() => Studies.Maximize().ImportAsync(Source))).Message);

        Study<TestConfig> other = Study.Minimize<TestConfig>();
        string message = (await Assert.ThrowsAsync<InvalidOperationException>(() => other.ImportAsync(Source))).Message;
        Assert.Contains("Their parameters: x0, x1. The space's: X, Units.", message);

        // A study is there from its first change on.
        Studies.Minimize(new StudyOptions { Name = "b", Storage = new JournalStorage(Source) }).Enqueue([0.5, 0.5]);
        Assert.Contains("holds 2 studies", (await Assert.ThrowsAsync<InvalidOperationException>(() => study.ImportAsync(Source))).Message);
    }

    [Fact]
    public void Trials_in_memory_are_known_to_the_strategy_and_cost_no_budget()
    {
        StudyResult<double[]> old = Studies.Minimize(Studies.Seeded with { Seed = 3 }).Run(Objective, 12);
        var strategy = new RecordingStrategy();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Strategy = strategy });
        Assert.Equal(new ImportSummary(8, 4), study.Import(old));
        StudyResult<double[]> result = study.Run(Studies.Bowl, 5);
        Assert.Equal(13, result.Trials.Count);
        Assert.Equal(13, strategy.Context!.TrialBudget);
        Assert.Equal(Enumerable.Range(0, 13), strategy.Told.Select(static told => told.Number));
        Assert.Equal(
            old.Trials.Where(static trial => trial.State != TrialState.Failed).Select(static trial => (trial.State, trial.Value, trial.Config[0], trial.Duration, trial.Reports.Single())),
            result.Trials.Take(8).Select(static trial => (trial.State, trial.Value, trial.Config[0], trial.Duration, trial.Reports.Single())));
        Assert.All(result.Trials.Take(8), static trial => Assert.True(trial.IsImported));
    }

    [Fact]
    public async Task Trials_in_memory_are_chosen_by_the_caller_stored_and_refused_in_the_other_direction()
    {
        Study<double[]> old = Studies.Minimize(Studies.Seeded with { Seed = 3 });
        StudyResult<double[]> known = old.Run(Studies.Bowl, 12);
        await old.AskAsync();
        Assert.Contains("to Minimize", Assert.Throws<ArgumentException>(() => Studies.Maximize().Import(known)).Message);
        var options = Studies.Seeded with { Storage = new JournalStorage(_directory.File("new.journal")) };
        Assert.Equal(new ImportSummary(4, 0), Studies.Minimize(options).Import(old.Trials.Where(static trial => trial.Number >= 8)));
        Study<double[]> reopened = Studies.Minimize(options with { Storage = new JournalStorage(_directory.File("new.journal")) });
        Assert.Equal(known.Trials.Skip(8).Select(static trial => trial.Value), reopened.Trials.Select(static trial => trial.Value));
    }

    // Its minimum is not where strategies start.
    private static double Valley(double[] x) => Math.Pow(x[0] - 0.31, 2) + Math.Pow(x[1] - 0.83, 2);

    private static TrialOutcome Objective(double[] config, Trial<double[]> trial)
    {
        trial.Report(1, config[0]);
        return (trial.Number % 3) switch { 0 => Studies.Bowl(config), 1 => TrialOutcome.Pruned, _ => TrialOutcome.Failed("no") };
    }
}
