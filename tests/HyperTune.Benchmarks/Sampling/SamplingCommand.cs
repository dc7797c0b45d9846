using System.Globalization;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>What it costs to draw a config with generated code, with reflection, and written by hand.</summary>
internal sealed class SamplingCommand : Command
{
    private const double NanosecondsAim = 150;
    private const double ConditionalDecodeNanosecondsAim = 200;
    private const double AskTellNanosecondsAim = 2000;
    private const double ReflectionRatioAim = 100;

    public override string Name => "sampling";

    public override string Summary => "nanoseconds and bytes for a random config of 10 parameters, against reflection and code written by hand";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--rounds", "count", "how often each workload is measured, all of them in turn; default 3"),
        new("--iterations", "count", "measured iterations of each workload and round; default 8"),
        new("--iteration", "ms", "milliseconds an iteration lasts about; default 50"),
        new("--json", "file", "write all figures to a file, too"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int rounds = arguments.Count("--rounds", 3);
        int iterations = arguments.Count("--iterations", 8);
        var measurement = new SamplingMeasurement(rounds, iterations, TimeSpan.FromMilliseconds(arguments.Count("--iteration", 50)));
        string before = Machine.Describe();
        IReadOnlyDictionary<string, BatchTimes> times = measurement.Run(new Progress(rounds, progress));
        output.WriteLine($"{rounds} rounds of {iterations} iterations each, by BenchmarkDotNet; {before}.");
        output.WriteLine();
        WriteTable(times, output);
        output.WriteLine();
        WriteAims(times, output);
        if (arguments.Text("--json") is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(times.Values, JsonSerializerOptions.Web));
        }
    }

    private static void WriteTable(IReadOnlyDictionary<string, BatchTimes> times, TextWriter output)
    {
        BatchTimes generated = times[nameof(SamplingBenchmarks.Generated)];
        output.WriteLine("| one operation | ns, median | ns, fastest iteration | bytes | times the generated code, median of the rounds | fastest |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (BatchTimes time in times.Values)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {time.Name} | {time.MedianNanoseconds:F0} | {time.MinimumNanoseconds:F0} | {time.AllocatedBytes:F0} | {generated.RatioOf(time).Median:G3} | {time.MinimumNanoseconds / generated.MinimumNanoseconds:G3} |"));
        }
    }

    private static void WriteAims(IReadOnlyDictionary<string, BatchTimes> times, TextWriter output)
    {
        BatchTimes sample = times[nameof(SamplingBenchmarks.Generated)];
        BatchTimes suggestion = times[nameof(SamplingBenchmarks.Suggested)];
        double objectBytes = times[nameof(SamplingBenchmarks.ObjectAlone)].AllocatedBytes;
        Aim.Write(output, "ns for a sampled config, fastest iteration", sample.MinimumNanoseconds, NanosecondsAim);
        Aim.Write(output, "ns for a suggested config, fastest iteration", suggestion.MinimumNanoseconds, NanosecondsAim);
        Aim.Write(output, "bytes for a config beyond its own object", Math.Max(sample.AllocatedBytes, suggestion.AllocatedBytes) - objectBytes, 0);
        Aim.Write(output, "ns for ask and tell of random search, fastest iteration", Fastest(nameof(SamplingBenchmarks.AskTell)), AskTellNanosecondsAim);
        Aim.Write(
            output, "ns to decode a conditional config of 20 parameters, fastest iteration", Fastest(nameof(SamplingBenchmarks.Conditional)), ConditionalDecodeNanosecondsAim);
        Aim.WriteAtLeast(output, "times faster than reflection and JSON as in ML.NET", Ratio(nameof(SamplingBenchmarks.MachineLearning)), ReflectionRatioAim);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"For comparison: {Ratio(nameof(SamplingBenchmarks.Json)):F0} times faster than reflection and JSON with kept options, {Ratio(nameof(SamplingBenchmarks.Reflection)):F1} times faster than cached reflection alone."));

        double Fastest(string benchmark) => times[benchmark].MinimumNanoseconds;
        double Ratio(string benchmark) => Fastest(benchmark) / sample.MinimumNanoseconds;
    }
}
