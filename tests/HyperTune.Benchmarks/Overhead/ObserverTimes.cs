using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>
/// Times a trial with no, one and two observers that do nothing, side by side in each round. Processor time counts, of all threads together: it is at least
/// what the study loses, and other programs hardly change it.
/// </summary>
internal static class ObserverTimes
{
    private const double MostNanoseconds = 1000;
    private const int WarmUpRounds = 3;
    private const int Trials = 20_000;

    public static void Run(int rounds, TextWriter output, Progress progress)
    {
        ObservedStudy[] studies = [new("no observer", 0), new("one observer", 1), new("two observers", 2)];
        var processor = studies.Select(static _ => new List<double>()).ToArray();
        var clock = studies.Select(static _ => new List<double>()).ToArray();
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            for (int i = 0; i < studies.Length; i++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                studies[i].Run(Trials);
                if (round >= 0)
                {
                    clock[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / Trials);
                    processor[i].Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / Trials);
                    progress.Done(studies[i].Name);
                }
            }
        }

        output.WriteLine("A trial of a study in memory, 10 parameters drawn at random, and an objective that does nothing.");
        output.WriteLine();
        output.WriteLine("| | ns, processor, median | ns, clock, median | processor time, times as much as without |");
        output.WriteLine("|---|---|---|---|");
        for (int i = 0; i < studies.Length; i++)
        {
            Quartiles ratio = Quartiles.Of(processor[i].Zip(processor[0], static (with, without) => with / without));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {studies[i].Name} | {Quartiles.Of(processor[i]).Median:F0} | {Quartiles.Of(clock[i]).Median:F0} | {ratio.Median:F2} |"));
        }

        output.WriteLine();
        Quartiles extra = Quartiles.Of(processor[1].Zip(processor[0], static (with, without) => with - without));
        Aim.Write(output, "ns a trial for an observer that does nothing, of processor time", extra.Median, MostNanoseconds);
    }
}
