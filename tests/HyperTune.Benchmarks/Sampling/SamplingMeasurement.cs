using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace HyperTune.Benchmarks;

/// <summary>
/// Has BenchmarkDotNet measure the workloads, one after the other and so several rounds, so that whatever else the machine does falls on all of them alike.
/// </summary>
/// <param name="rounds">How often each workload is measured.</param>
/// <param name="iterations">How many measured iterations a round has.</param>
/// <param name="iterationLength">How long one of them lasts about.</param>
internal sealed class SamplingMeasurement(int rounds, int iterations, TimeSpan iterationLength)
{
    private const int WarmUpIterations = 5;

    /// <summary>Measures all workloads.</summary>
    /// <returns>Their times by the name of the benchmark's method.</returns>
    /// <exception cref="InvalidOperationException">BenchmarkDotNet could not run one of them.</exception>
    public IReadOnlyDictionary<string, BatchTimes> Run(Progress progress)
    {
        string artifacts = Directory.CreateTempSubdirectory("hypertune-benchmark-").FullName;
        try
        {
            var reports = new List<BenchmarkReport>();
            for (int round = 0; round < rounds; round++)
            {
                reports.AddRange(RunRound(artifacts));
                progress.Done($"round {round + 1}");
            }

            return reports
                .GroupBy(static report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => Combine([.. group]), StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private IEnumerable<BenchmarkReport> RunRound(string artifacts)
    {
        // In this process: a program of its own for each workload would have to be restored and built.
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(WarmUpIterations)
            .WithIterationCount(iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(iterationLength.TotalMilliseconds));
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts)
            .WithOptions(ConfigOptions.DisableLogFile);
        Summary summary = BenchmarkRunner.Run<SamplingBenchmarks>(config);
        string[] faults =
        [
            .. summary.ValidationErrors.Where(static error => error.IsCritical).Select(static error => error.Message),
            .. summary.Reports.Where(static report => !report.Success).Select(static report => $"{report.BenchmarkCase.DisplayInfo} failed."),
        ];
        return faults.Length == 0 && summary.Reports.Length > 0
            ? summary.Reports
            : throw new InvalidOperationException($"BenchmarkDotNet could not measure: {string.Join(" ", faults)}");
    }

    private static BatchTimes Combine(BenchmarkReport[] rounds)
    {
        double[][] times = [.. rounds.Select(static report => Times(report))];
        double[] all = [.. times.SelectMany(static round => round)];
        long bytes = rounds.Min(static report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
            ?? throw new InvalidOperationException($"The bytes of {report.BenchmarkCase.DisplayInfo} are not known."));
        return new BatchTimes(rounds[0].BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), Quartiles.Of(all).Median, all.Min(), bytes)
        {
            RoundNanoseconds = [.. times.Select(static round => Quartiles.Of(round).Median)],
        };
    }

    private static double[] Times(BenchmarkReport report)
        => [.. report.AllMeasurements.Where(static one => one.Is(IterationMode.Workload, IterationStage.Result)).Select(static one => one.Nanoseconds / one.Operations)];
}
