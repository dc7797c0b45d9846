using BenchmarkDotNet.Attributes;

namespace HyperTune.Benchmarks;

/// <summary>The workloads as BenchmarkDotNet calls them. Public and open, because the code that it writes at run time derives from it.</summary>
public class SamplingBenchmarks
{
    // A call of the loop is spread over so many operations of some ten nanoseconds.
    private const int Many = 64;

    private readonly GeneratedSample _generated = new();
    private readonly SuggestedConfig _suggested = new();
    private readonly HandWrittenSample _handWritten = new();
    private readonly DefaultConfig _objectAlone = new();
    private readonly ReflectionSample _reflection = new();
    private readonly ReflectionJsonSample _json = new(keepsOptions: true);
    private readonly ReflectionJsonSample _machineLearning = new(keepsOptions: false);
    private readonly AskTell _askTell = new();
    private readonly ConditionalDecode _conditional = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = Many, Description = "generated: Space.Sample")]
    public void Generated() => _generated.Run(Many);

    [Benchmark(OperationsPerInvoke = Many, Description = "generated: suggest and decode")]
    public void Suggested() => _suggested.Run(Many);

    [Benchmark(OperationsPerInvoke = Many, Description = "written by hand")]
    public void HandWritten() => _handWritten.Run(Many);

    [Benchmark(OperationsPerInvoke = Many, Description = "the config object alone")]
    public void ObjectAlone() => _objectAlone.Run(Many);

    [Benchmark(OperationsPerInvoke = Many, Description = "reflection, everything cached")]
    public void Reflection() => _reflection.Run(Many);

    [Benchmark(Description = "reflection and JSON, options kept")]
    public void Json() => _json.Run(1);

    [Benchmark(Description = "reflection and JSON, as ML.NET")]
    public void MachineLearning() => _machineLearning.Run(1);

    [Benchmark(OperationsPerInvoke = Many, Description = "Strategy.Random(): ask and tell")]
    public void AskTell() => _askTell.Run(Many);

    [Benchmark(OperationsPerInvoke = Many, Description = "decode alone: conditional, 20 parameters")]
    public void Conditional() => _conditional.Run(Many);
}
