namespace HyperTune.IntegrationTests;

/// <summary>What trials cost and why they failed, in a journal that the real Optuna reads, too.</summary>
public sealed class OptunaCostTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_reads_trials_that_say_what_they_cost_and_why_they_failed()
    {
        TestSpace space = TestSpace.Cube(2);
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Options());
        study.Run(
            static (config, trial) =>
            {
                trial.AddCost(0.5 + trial.Number);
                return trial.Number == 1 ? TrialOutcome.Infeasible("too large") : trial.Number == 2 ? TrialOutcome.Failed("broken") : config[0];
            },
            4);
        OptunaTrial[] seen = await OptunaTrial.ReadAsync(_directory.File("costly.journal"));
        Assert.Equal(["COMPLETE", "FAIL", "FAIL", "COMPLETE"], seen.Select(static trial => trial.State));
        Assert.Equal([0.5, 1.5, 2.5, 3.5], seen.Select(static trial => OptunaTrial.Parse(trial.System["hypertune:cost"][0].ToString())));
        Assert.Equal(("too large", "infeasible"), (seen[1].System["hypertune:failure"].GetString(), seen[1].System["hypertune:cause"].GetString()));
        Assert.False(seen[2].System.ContainsKey("hypertune:cause"));

        // The journal goes on in both.
        var reread = new Study<double[]>(space, OptimizationDirection.Minimize, Options());
        Assert.Equal([0.5, 1.5, 2.5, 3.5], reread.Trials.Select(static trial => trial.Cost!.Value));
        Assert.Equal([null, FailureCause.Infeasible, FailureCause.Error, null], reread.Trials.Select(static trial => trial.FailureCause));
        Assert.Equal(StopReason.CostBudgetSpent, reread.Run(static config => config[0], new Budget { Trials = 5, Cost = 8 }).StopReason);
    }

    private StudyOptions Options() => new() { Name = "costly", Seed = 5, Strategy = Strategy.Random(), Storage = new JournalStorage(_directory.File("costly.journal")) };
}
