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
        new("--rounds", "count", "batches of each workload; default 101"),
        new("--batch", "ms", "milliseconds a batch lasts at least; default 1, shorter than the system's time slices"),
        new("--json", "file", "write all figures to a file, too"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int rounds = arguments.Count("--rounds", 101);
        var timer = new BatchTimer(rounds, TimeSpan.FromMilliseconds(arguments.Count("--batch", 1)));
        Workload[] workloads =
        [
            new GeneratedSample(), new SuggestedConfig(), new HandWrittenSample(), new DefaultConfig(),
            new ReflectionSample(), new ReflectionJsonSample(keepsOptions: true), new ReflectionJsonSample(keepsOptions: false),
            new AskTell(), new ConditionalDecode(),
        ];
        string before = Machine.Describe();
        BatchTimes[] times = timer.Run(workloads, new Progress(rounds * workloads.Length, progress));
        output.WriteLine($"{rounds} batches each; {before}.");
        output.WriteLine();
        WriteTable(times, output);
        output.WriteLine();
        WriteAims(times, output);
        if (arguments.Text("--json") is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(times, JsonSerializerOptions.Web));
        }
    }

    private static void WriteTable(BatchTimes[] times, TextWriter output)
    {
        BatchTimes generated = times[0];
        output.WriteLine("| one operation | ns, median | ns, fastest batch | bytes | times the generated code, median | fastest |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (BatchTimes time in times)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {time.Name} | {time.MedianNanoseconds:F0} | {time.MinimumNanoseconds:F0} | {time.AllocatedBytes:F0} | {time.MedianNanoseconds / generated.MedianNanoseconds:G3} | {time.MinimumNanoseconds / generated.MinimumNanoseconds:G3} |"));
        }
    }

    private static void WriteAims(BatchTimes[] times, TextWriter output)
    {
        if (times is not [var sample, var suggestion, _, var config, var reflection, var json, var machineLearning, var askTell, var conditional])
        {
            throw new ArgumentException("There is a figure for each workload.", nameof(times));
        }

        Aim.Write(output, "ns for a sampled config, fastest batch", sample.MinimumNanoseconds, NanosecondsAim);
        Aim.Write(output, "ns for a suggested config, fastest batch", suggestion.MinimumNanoseconds, NanosecondsAim);
        Aim.Write(output, "bytes for a config beyond its own object", Math.Max(sample.AllocatedBytes, suggestion.AllocatedBytes) - config.AllocatedBytes, 0);
        Aim.Write(output, "ns for ask and tell of random search, fastest batch", askTell.MinimumNanoseconds, AskTellNanosecondsAim);
        Aim.Write(output, "ns to decode a conditional config of 20 parameters, fastest batch", conditional.MinimumNanoseconds, ConditionalDecodeNanosecondsAim);
        Aim.WriteAtLeast(output, "times faster than reflection and JSON as in ML.NET", machineLearning.MinimumNanoseconds / sample.MinimumNanoseconds, ReflectionRatioAim);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"For comparison: {json.MinimumNanoseconds / sample.MinimumNanoseconds:F0} times faster than reflection and JSON with kept options, {reflection.MinimumNanoseconds / sample.MinimumNanoseconds:F1} times faster than cached reflection alone."));
    }
}
