namespace HyperTune.Tests;

/// <summary>Who has made all reports has completed: no rung lies at or beyond the end.</summary>
public sealed class LastRungTests
{
    private const int Trials = 240;

    public static TheoryData<string, int, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            foreach (string pruner in new[] { "hyperband", "automatic hyperband", "too long hyperband", "halving", "skipping halving" })
            {
                foreach (int length in new[] { 1, 2, 3, 9, 27, 28, 80, 81, 82 })
                {
                    data.Add(pruner, length, 0);
                    data.Add(pruner, length, 1);
                }
            }

            // All trials that come first are stopped at the first rung, so that it must not be the end.
            foreach (int length in new[] { 3, 9, 27, 28, 80, 81, 82 })
            {
                foreach (int firstStep in new[] { 0, 1 })
                {
                    data.Add("bootstrapping halving", length, firstStep);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_trial_that_made_all_its_reports_is_never_stopped_at_the_last(string pruner, int length, int firstStep)
    {
        foreach (int workers in new[] { 1, 4 })
        {
            (int stoppedAtEnd, int stopped) = Count(Create(pruner, length), length, firstStep, workers);
            Assert.Equal(0, stoppedAtEnd);
            Assert.True(stopped > 0 || length < 9);
        }
    }

    // Trials in groups that report in turn. Where the very first rung is the end, nothing but a completed trial can tell.
    private static (int StoppedAtEnd, int Stopped) Count(Pruner pruner, int length, int firstStep, int workers)
    {
        PrunerRun run = pruner.Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        int stoppedAtEnd = 0;
        int stopped = 0;
        int number = 0;
        while (number < Trials)
        {
            int size = number == 0 ? 1 : workers;
            List<int> running = [.. Enumerable.Range(number, size)];
            number += size;
            for (int count = 1; count <= length; count++)
            {
                foreach (int trial in running.ToArray())
                {
                    TrialReport[] reports = [.. Enumerable.Range(firstStep, count).Select(step => new TrialReport(step, Value(trial, step)))];
                    run.Report(trial, reports[^1]);
                    if (run.ShouldPrune(trial, reports))
                    {
                        stoppedAtEnd += count == length ? 1 : 0;
                        stopped++;
                        running.Remove(trial);
                        run.Tell(trial, TrialState.Pruned, double.NaN, reports);
                    }
                    else if (count == length)
                    {
                        run.Tell(trial, TrialState.Completed, reports[^1].Value, reports);
                    }
                }
            }
        }

        return (stoppedAtEnd, stopped);
    }

    private static double Value(int trial, int step) => new RandomStream(4, (ulong)trial).NextUnit() + (0.01 * new RandomStream((ulong)trial, (ulong)step).NextUnit());

    private static Pruner Create(string pruner, int length) => pruner switch
    {
        "hyperband" => Pruner.Hyperband(1, length),
        "automatic hyperband" => Pruner.Hyperband(),
        "too long hyperband" => Pruner.Hyperband(1, 100),
        "halving" => Pruner.SuccessiveHalving(1, 3),
        "skipping halving" => Pruner.SuccessiveHalving(1, 3, skippedRungs: 1),
        _ => Pruner.SuccessiveHalving(1, 3, bootstrapTrials: 3),
    };
}
