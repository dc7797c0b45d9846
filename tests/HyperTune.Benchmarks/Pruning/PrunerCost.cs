using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What a pruner costs: the time for a report and the question whether to stop.</summary>
internal static class PrunerCost
{
    private const int KnownTrials = 1000;
    private const int TimedTrials = 300;
    private const int Steps = 100;

    public static void Write(TextWriter output)
    {
        output.WriteLine($"After {KnownTrials} trials of {Steps} steps.");
        output.WriteLine();
        output.WriteLine("| pruner | ns a report and question, mean | longest tenth of the reports, mean | ns an end |");
        output.WriteLine("|---|---|---|---|");
        foreach (Pruner pruner in (Pruner[])[Pruner.None, Pruner.Auto(), Pruner.Median(), Pruner.SuccessiveHalving(1, 3), Pruner.Hyperband(1, Steps)])
        {
            // Once to warm up.
            Measure(pruner);
            (double mean, double longest, double end) = Measure(pruner);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pruner} | {mean:F0} | {longest:F0} | {end:F0} |"));
        }
    }

    private static (double Mean, double Longest, double End) Measure(Pruner pruner)
    {
        PrunerRun run = pruner.Start(new PrunerContext { StudyName = "cost", Direction = OptimizationDirection.Minimize });
        var reports = new TrialReport[Steps];
        for (int trial = 0; trial < KnownTrials; trial++)
        {
            Fill(reports, trial);
            foreach (TrialReport report in reports)
            {
                run.Report(trial, report);
            }

            run.Tell(trial, TrialState.Completed, reports[^1].Value, reports);
        }

        long[] ticks = new long[TimedTrials * Steps];
        long ends = 0;
        for (int i = 0; i < TimedTrials; i++)
        {
            int trial = KnownTrials + i;
            Fill(reports, trial);
            for (int step = 0; step < Steps; step++)
            {
                long start = Stopwatch.GetTimestamp();
                run.Report(trial, reports[step]);
                run.ShouldPrune(trial, reports.AsSpan(0, step + 1));
                ticks[(i * Steps) + step] = Stopwatch.GetTimestamp() - start;
            }

            long before = Stopwatch.GetTimestamp();
            run.Tell(trial, TrialState.Completed, reports[^1].Value, reports);
            ends += Stopwatch.GetTimestamp() - before;
        }

        double scale = 1e9 / Stopwatch.Frequency;
        double mean = ticks.Average() * scale;
        Array.Sort(ticks);
        return (mean, ticks[^(ticks.Length / 10)..].Average() * scale, scale * ends / TimedTrials);
    }

    private static void Fill(TrialReport[] reports, int trial)
    {
        var random = new RandomStream(5, (ulong)trial);
        double level = random.NextUnit();
        double slope = random.NextUnit();
        for (int step = 0; step < reports.Length; step++)
        {
            reports[step] = new TrialReport(step, level + (slope / (step + 1)) + (0.01 * random.NextUnit()));
        }
    }
}
