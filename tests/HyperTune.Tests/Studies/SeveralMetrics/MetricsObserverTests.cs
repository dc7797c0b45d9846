namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Observers of studies with several metrics.</summary>
public sealed class MetricsObserverTests
{
    [Fact]
    public void Metrics_of_reports_and_trials_are_typed_and_the_front_is_known()
    {
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(new StudyOptions { Seed = 3, Strategy = Strategy.Random() });
        var observer = new Lines();
        IDisposable observation = study.Observe(observer, new ObserverOptions { QueueLength = 2 });
        study.Run(
            static (_, trial) =>
            {
                trial.Report(0, new Tradeoff(0.125, 7));
                trial.Report(1, 0.25);
                return trial.Number switch { 0 => new Tradeoff(0.5, 10), 1 => new Tradeoff(0.25, 20), 2 => new Tradeoff(0.25, 5), _ => new Tradeoff(0.75, 1, 9) };
            },
            4);
        observation.Dispose();
        study.Run(static (_, _) => new Tradeoff(1, 1), 1);
        Assert.Equal(
            [
                "0 Running", "0 reports 7", "0 reports ", "0 Completed 10 best",
                "1 Running", "1 reports 7", "1 reports ", "1 Completed 20",
                "2 Running", "2 reports 7", "2 reports ", "2 Completed 5 best",
                "3 Running", "3 reports 7", "3 reports ", "3 Completed 1",
                "TrialBudgetSpent, front of 2",
            ],
            observer.Seen);
        Assert.Throws<ArgumentNullException>("observer", () => study.Observe(null!));
    }

    private sealed class Lines : StudyObserver<Plane, Tradeoff>
    {
        public List<string> Seen { get; } = [];

        public override ValueTask TrialStartedAsync(TrialRecord<Plane, Tradeoff> trial, CancellationToken cancellationToken) => Add($"{trial.Number} {trial.State}");

        public override ValueTask ReportedAsync(int trialNumber, TrialReport<Tradeoff> report, CancellationToken cancellationToken)
            => Add($"{trialNumber} reports {report.Metrics?.LatencyMs}");

        public override ValueTask TrialEndedAsync(TrialRecord<Plane, Tradeoff> trial, bool isBest, CancellationToken cancellationToken)
            => Add($"{trial.Number} {trial.State} {trial.Metrics.LatencyMs}{(isBest ? " best" : "")}");

        public override ValueTask RunEndedAsync(StudyResult<Plane, Tradeoff> result, CancellationToken cancellationToken)
            => Add($"{result.StopReason}, front of {result.ParetoFront.Count}");

        private ValueTask Add(string line)
        {
            Seen.Add(line);
            return ValueTask.CompletedTask;
        }
    }
}
