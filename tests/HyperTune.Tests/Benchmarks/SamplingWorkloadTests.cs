using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>The ways to draw a config that the benchmark compares do the same work. Bytes are counted for the whole process, so nothing else may run.</summary>
[Collection(AloneCollection.Name)]
public sealed class SamplingWorkloadTests
{
    private const int Draws = 300;

    public static TheoryData<string> Names => [.. Workloads.Keys];

    private static Dictionary<string, Func<ConfigWorkload>> Workloads { get; } = new(StringComparer.Ordinal)
    {
        ["generated"] = static () => new GeneratedSample(),
        ["suggested"] = static () => new SuggestedConfig(),
        ["by hand"] = static () => new HandWrittenSample(),
        ["reflection"] = static () => new ReflectionSample(),
        ["JSON"] = static () => new ReflectionJsonSample(keepsOptions: true),
        ["JSON as ML.NET"] = static () => new ReflectionJsonSample(keepsOptions: false),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Workload_draws_allowed_configs_from_the_whole_space(string name)
    {
        ConfigWorkload workload = Workloads[name]();
        var configs = new List<SamplingConfig>();
        for (int i = 0; i < Draws; i++)
        {
            workload.Run(1);
            configs.Add(workload.Last!);
        }

        Assert.All(configs, static config => Assert.Empty(SamplingConfig.Space.Validate(config)));
        Assert.Equal(8, configs.Select(static config => config.Layers).Distinct().Count());
        Assert.Equal(4, configs.Select(static config => config.Activation).Distinct().Count());
        Assert.Equal(2, configs.Select(static config => config.Augment).Distinct().Count());
        // A standard error of the mean is about 0.07 decades and 8 units here.
        Assert.InRange(configs.Average(static config => Math.Log10(config.LearningRate)), -3.3, -2.7);
        Assert.InRange(configs.Average(static config => config.Units), 230, 298);
    }

    [Fact]
    public void Timer_reports_every_workload_with_its_bytes()
    {
        Workload[] workloads = [new DefaultConfig(), new AskTell()];
        BatchTimes[] times = new BatchTimer(rounds: 1, TimeSpan.FromMilliseconds(1)).Run(workloads, new Progress(2, TextWriter.Null));
        Assert.Equal(workloads.Select(static workload => workload.Name), times.Select(static time => time.Name));
        Assert.True(times[0].AllocatedBytes >= 10 * sizeof(double));
        Assert.Equal(0, times[1].AllocatedBytes);
        Assert.All(times, static time => Assert.True(time.MinimumNanoseconds > 0 && time.MinimumNanoseconds <= time.MedianNanoseconds));
    }

    [Fact]
    public void BenchmarkDotNet_measures_every_workload_with_its_bytes()
    {
        var measurement = new SamplingMeasurement(rounds: 2, iterations: 1, TimeSpan.FromMilliseconds(1));
        IReadOnlyDictionary<string, BatchTimes> times = measurement.Run(new Progress(2, TextWriter.Null));
        Assert.Equal(9, times.Count);
        Assert.Equal(0, times[nameof(SamplingBenchmarks.AskTell)].AllocatedBytes);
        Assert.True(times[nameof(SamplingBenchmarks.Json)].AllocatedBytes > times[nameof(SamplingBenchmarks.Generated)].AllocatedBytes);
        Assert.Equal(times[nameof(SamplingBenchmarks.ObjectAlone)].AllocatedBytes, times[nameof(SamplingBenchmarks.Generated)].AllocatedBytes);
        Assert.All(times.Values, static time => Assert.True(time.MinimumNanoseconds > 0 && time.MinimumNanoseconds <= time.MedianNanoseconds));
        Assert.All(times.Values, static time => Assert.Equal(2, time.RoundNanoseconds.Count));
    }
}
